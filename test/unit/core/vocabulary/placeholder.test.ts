import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPlaceholder } from '../../../../src/core/vocabulary/placeholder.ts';

describe('isPlaceholder', () => {
  const placeholders = [
    'TODO',
    'todo',
    '**TODO**',
    'TODO:',
    '- TODO',
    '* [ ] TBD',
    '> TBD',
    '1. TBD',
    'To be added.',
    'To be added',
    '_To be determined_',
    'FIXME',
    'WIP',
    'T.B.D'.replaceAll('.', ''),
    '…',
    '...',
    '-',
    '?',
    '???',
    '***',
    'Coming soon!',
    'xxx',
    'A definir',
    'À compléter',
    'wird ergänzt',
    'TODO: ask the database team',
    '`TODO: Expand the steps of the investigation, with key questions and strategies, for <this case>.`',
    '1. ["Title"](#TODO-url), Author (Date)',
    '- [Dashboard](TODO)',
    'TBD (after the review)',
    '<describe the impact>',
    '<impact>',
    '[Add links]',
    '[describe what happened]',
    '{{ summary }}',
    '*Describe how users were affected*',
    '_What happened?_',
    '*Explain the root cause.*',
  ];
  for (const text of placeholders) {
    it(`is true for ${JSON.stringify(text)}`, () => assert.equal(isPlaceholder(text), true));
  }

  const content = [
    'Fix rules.',
    'None.',
    'None',
    'N/A',
    'n/a',
    'No impact.',
    'See [x](y)',
    '[x](y)',
    'See the [runbook](mail.md).',
    '<https://example.org>',
    '<ann@example.org>',
    '<br>',
    '<script>',
    '<h2>',
    'Restart it.',
    'Describe the impact to the customer in the ticket.',
    '*Restart* the pod',
    '*Not affected*',
    '[mail]',
    '{{< include "x" >}}',
    '{{% note %}}',
    '0',
    '10:20',
    'Unknown',
    'TODO list of the team was lost because the disk was full and nobody noticed',
    'TODO: the list of the team was lost. The disk was full and nobody noticed it for four weeks.',
    'See the [list](TODO) and the [dashboard](queue.md)',
    'The disk was full, and all mail waited for two hours; the list is [here](TODO), to be sorted.',
    'toddler',
    'Todos los usuarios',
    'What happened: the disk was full.',
  ];
  for (const text of content) {
    it(`is false for ${JSON.stringify(text)}`, () => assert.equal(isPlaceholder(text), false));
  }

  it('is false for an empty text, which is blank', () => {
    assert.equal(isPlaceholder(''), false);
    assert.equal(isPlaceholder('  \n '), false);
  });

  it('tests the whole text, not its beginning', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placeholders.slice(8, 14)), (text) =>
        assert.equal(isPlaceholder(`The queue is full and mail is late.\n\n${text}`), false),
      ),
    );
  });

  it('takes long texts for what they are', () => {
    const long = 'what was seen and by whom '.repeat(12).trim();
    for (const text of [
      `[Describe ${long}]`,
      `<${long}>`,
      `{{ ${long} }}`,
      `TODO: see https://example.org/${'a'.repeat(300)}`,
      '… '.repeat(150),
      `${'- '.repeat(20)}… TODO: ask the team`,
      '1. [ ] **TODO** write what customers saw in the shop',
      `TODO ${'-'.repeat(300)}`,
    ]) {
      assert.equal(isPlaceholder(text), true, text);
    }
    for (const text of [long, `TODO: ${long}`, `[Describe](a.md) ${long}`, `<b>${long}</b>`, `- [ ] ${long}\n- TODO`]) {
      assert.equal(isPlaceholder(text), false, text);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(typeof isPlaceholder(text), 'boolean')),
    );
  });
});
