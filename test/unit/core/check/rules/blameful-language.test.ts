import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blamesIn } from '../../../../../src/core/check/wording/blame.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { blamefulLanguage as rule } from '../../../../../src/core/check/rules/blameful-language.ts';
import type { Report } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

function reports(text: string, options: object = {}): Report[] {
  return [...rule.check({ ...contextOf(documentOf('postmortem', text)), options: { [rule.id]: options } })];
}

describe('blameful-language', () => {
  for (const text of [
    'The cause was human error.',
    'This was caused by an operator error.',
    'The on-call engineer failed to\nescalate.',
    'One of the developers forgot to run it.',
    '@robin should have asked.',
    'He didn’t bother to look.',
    'It is the fault of the new admin.',
    'The outage was caused by @robin.',
    'That was negligence.',
    'She was responsible for the outage.',
    'The on-call engineer was to blame.',
    'This was the mistake of\na new contractor.',
    'It was his fault.',
    'Production was broken by @robin.',
    'Do not say that we blame @robin.',
    'He clearly should have looked.',
    'The reviewer ought to have asked.',
    'The operator looked careless.',
    'Der Administrator hat es vergessen.',
    'El operador se olvidó de la copia.',
    "L'ingénieur a oublié la sauvegarde.",
    'O operador esqueceu a cópia.',
    'A teammate emptied the bucket by mistake.',
    'Two engineers accidentally ran it against production.',
    'An employee unintentionally shut the gateway.',
    'A member of our team had inadvertently removed the rule.',
    'The rule was removed by a contractor by accident.',
    'The index was accidentally dropped by one of the developers.',
    'The mistake was made by a new colleague.',
    'She did not notice which cluster it was.',
    'The admins hadn’t read the page.',
    'The operator did not follow the procedure.',
    'The person on call was not paying attention.',
    'The developers were in a hurry.',
    'He was too hasty.',
    'That is the result of hurried work.',
    'It was a sloppy review.',
    'They should have known that it fails.',
    'The administrator should have double-checked it.',
    'Somebody fat-fingered the name.',
    '- Operator error',
    'A manual mistake.',
    'Lack of attention was the cause.',
    'Der Kollege hat die Tabelle versehentlich gelöscht.',
    'El operador borró la tabla por error.',
    'Un collègue a supprimé la table par erreur.',
    'A colega apagou a tabela por engano.',
    'Een collega verwijderde de tabel per ongeluk.',
    '操作ミスが原因です。',
  ]) {
    it(`finds a person blamed in ${JSON.stringify(text)}`, () => assert.equal(blamesIn(text).length, 1));
  }

  for (const text of [
    'We forgot to raise the limit, and I failed to see it.',
    'The operator failed to reconcile the resource.',
    'Consul forgot the node.',
    'A user failed to log in.',
    'The user error budget was used up.',
    'It was not human error.',
    'Guards against human error are few.',
    'The engineers should have access to the graphs.',
    'The engineer should have been paged.',
    'Someone should have a look.',
    'The alert should have fired.',
    'The cache was responsible for the outage.',
    'The cache was at fault.',
    'The cache clearly should have expired.',
    'The cache ought to have expired.',
    'Her team fixed it.',
    'The job deleted the volume by accident.',
    'The volume was accidentally deleted by the nightly job.',
    'The on-call engineer rolled back, and a developer deleted the pods.',
    'The engineer was not paged and did not have access.',
    'If someone accidentally deletes it, the copy stays.',
    'Users did not notice it.',
    'We accidentally deleted it, and did not notice.',
    'The probe should have known.',
    'The operator did not reconcile the resource.',
    'It looked careless to those who got it twice.',
    'Blame-free reviews do not blame the engineer.',
  ]) {
    it(`leaves ${JSON.stringify(text)} alone`, () => assert.deepEqual(blamesIn(text), []));
  }

  it('says what to ask instead', () => {
    assert.match(
      reports('It was human error.')[0]?.message ?? '',
      /^"human error" ends the search for causes: say what/,
    );
    assert.match(reports('She forgot to\nlook.')[0]?.message ?? '', /^"She forgot to" blames a person: .*made sense/);
    assert.match(reports('She should have looked.')[0]?.message ?? '', /with hindsight/);
  });

  it('knows the phrases that a team adds and allows', () => {
    const text = 'A rookie mistake, and human error.';
    assert.equal(reports(text, { also: ['Rookie mistake', ' '] }).length, 2);
    assert.equal(reports(text, { allow: ['human error'] }).length, 0);
    assert.equal(reports(text, { allow: [''] }).length, 1);
  });

  it('reports inside the text, whatever it is', () => {
    const part = fc.constantFrom(
      'human error',
      'she forgot to',
      '@x broke the',
      '"',
      '“',
      '`',
      '|',
      'should have known',
      'careless',
    );
    const texts = fc.oneof(
      plausibleDocument('postmortem'),
      fc.tuple(wildMarkdown, fc.array(part), wildMarkdown).map(([a, parts, b]) => `${a}\n\n${parts.join(' ')}\n\n${b}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { range, message } of reports(text)) {
          assertInside(Lines.of(text), range, message);
        }
      }),
    );
  });

  it('lets authors speak of themselves', () => {
    for (const text of [
      'Well, **I’m an idiot.** My card had expired.',
      'I put my own token into the file in an act of laziness.',
      'A human error (from me, the writer of these lines) led to the wrong job.',
      'Sorry for the sloppy work.',
      'We joke that this was a stupid mistake.',
      'Ich war nachlässig, menschliches Versagen.',
    ]) {
      assert.deepEqual(reports(text), [], text);
    }
    for (const text of [
      'He is careless.',
      'I saw that the engineer forgot to renew it.',
      'The team was sloppy: see i.e. the log.',
    ]) {
      assert.equal(reports(text).length, 1, text);
    }
  });

  it('is silent about an error whose causes the section goes on to ask for', () => {
    for (const text of [
      '- A human error ran the wrong job.\n- Nothing stopped it: the job asks for no confirmation.',
      'It was human error. Why was it possible? The two jobs have similar names.',
      '## Causes\n\nHuman error.\n\nThe form lacked a check.\n\n## Impact\n\nNone.',
      'Menschliches Versagen. Warum? Eine Prüfung fehlte.',
    ]) {
      assert.deepEqual(reports(text), [], text);
    }
    assert.equal(reports('## Causes\n\nHuman error.\n\n## Impact\n\nBecause of it, no orders.').length, 1);
    assert.equal(reports('Why did it fail? Because of human error.').length, 1);
  });
});
