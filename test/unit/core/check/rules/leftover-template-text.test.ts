import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { check, checkWithFixes } from '../../../../../src/core/check/rules/check.ts';
import { leftoverTemplateText as rule } from '../../../../../src/core/check/rules/leftover-template-text.ts';
import type { Report, RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const template = readDocument(
  { uri: 't', root: 'root', path: 'incidents/template.md' },
  '# Title\n\n## Summary\n\nQuick summary of what users saw.\n\nAll times are in Vienna time.\n\n## Impact\n\nThe shop was closed for many people.\n',
);

function found(document: CatalogDocument, more: Partial<RuleContext> = {}): Report[] {
  return [...rule.check({ ...contextOf(document), ...more })];
}

/** The text after the fix of its first finding; undefined without one. */
function fixed(text: string): string | undefined {
  const document = documentOf('postmortem', text);
  const [first] = found(document);
  assert.ok(first);
  const fix = first.fix?.();
  return fix && applyEdits(text, fix.edits);
}

describe('leftover-template-text', () => {
  it('finds the words of a template that speak to the author', () => {
    const document = documentOf(
      'postmortem',
      '## Summary\n\nQuick summary of what users saw.\n\nAll times are in Vienna time.\n\nIt rained.',
    );
    assert.deepEqual(
      found(document, { templates: [template] }).map(({ message }) => message),
      [
        '"Quick summary of what users saw." is a prompt of the template: replace it or delete it (a template in this repository has it).',
      ],
    );
    assert.deepEqual(found(document), []);
  });

  it('finds other words of a template only where most neighbours replaced them', () => {
    const kept = '## Summary\n\nIt rained.\n\n## Impact\n\nThe shop was closed for many people.\n\nSo it was.\n';
    const document = documentOf('postmortem', kept);
    const others = (texts: string[]): CatalogDocument[] =>
      texts.map((text, index) => documentOf('postmortem', text, `postmortems/${index}.md`));
    const replaced = Array.from({ length: 5 }, () => '## Impact\n\nNothing.\n');
    const few = { ...contextOf(document, others(replaced)), templates: [template] };
    assert.match([...rule.check(few)][0]?.message ?? '', /5 of 5 other documents replaced it/);
    const most = { ...contextOf(document, others(replaced.map(() => kept))), templates: [template] };
    assert.deepEqual([...rule.check(most)], []);
  });

  it('finds the title of a template where it asks for one, or where most neighbours replaced it', () => {
    const titled = (title: string, ...others: string[]): number => {
      const page = readDocument({ uri: 't', root: 'root', path: 'a/template.md' }, `# ${title}\n\n## Impact\n`);
      const neighbours = others.map((text, index) =>
        documentOf('postmortem', `# ${text}\n`, `postmortems/${index}.md`),
      );
      const context = contextOf(
        documentOf('postmortem', `# ${title.replace('YYYY-MM-DD', '2024-03-05')}\n`),
        neighbours,
      );
      return [...rule.check({ ...context, templates: [page] })].filter(({ message }) => message.startsWith('The title'))
        .length;
    };
    assert.deepEqual(
      ['NAME OF THE ISSUE', 'Title of the incident', 'Incident title', 'YYYY-MM-DD: NAME OF THE ISSUE'].map((title) =>
        titled(title),
      ),
      [1, 1, 1, 1],
    );
    assert.equal(titled('Incident report'), 0);
    assert.equal(titled('Incident report', 'The queue', 'The disk', 'The relay', 'Incident report'), 1);
    assert.equal(titled('Incident report', 'Incident report', 'The disk', 'The relay', 'Incident report'), 0);
    const page = readDocument(
      { uri: 't', root: 'root', path: 'a/template.md' },
      '# Deployment procedure\n\n## Steps\n',
    );
    const others = ['The queue', 'The disk', 'The relay'].map((text) =>
      documentOf('runbook', `# ${text}\n`, `r/${text}.md`),
    );
    const procedure = contextOf(documentOf('runbook', '# Deployment procedure\n'), others);
    assert.deepEqual([...rule.check({ ...procedure, templates: [page] })], [], 'a procedure has one title everywhere');
  });

  it('takes a prompt with a word of its own for one where others leave theirs in', () => {
    const document = documentOf('postmortem', '_What else was learnt?_\n\nA lot.\n\n_What went well?_\n\nMuch.');
    const leaving = ['1', '2'].map((name) =>
      documentOf('postmortem', '_What was it?_\n\n_Who was it?_\n\n_How was it?_\n', `postmortems/${name}.md`),
    );
    assert.deepEqual(
      [...rule.check(contextOf(document, leaving))].map(({ message }) => message),
      [
        '"What else was learnt?" is a prompt of the template: replace it or delete it (2 other documents have such prompts).',
      ],
    );
    assert.deepEqual(found(document), []);
  });

  it('takes {{NAMES}} for variables where a document has several, or others have the same', () => {
    const written = '# Queue\n\n## Impact\n\nMail was late.\n\n';
    const left = (text: string, others: readonly string[] = [], template = ''): number => {
      const around = others.map((other, index) => documentOf('postmortem', other, `postmortems/${index}.md`));
      const page = readDocument({ uri: 't', root: 'root', path: 'postmortems/template.md' }, template);
      const context = { ...contextOf(documentOf('postmortem', `${written}${text}\n`), around), templates: [page] };
      return [...rule.check(context)].length;
    };
    assert.equal(left('Ask {{LEGAL_TEAM}} and {{ PRESS_TEAM }}.'), 0);
    assert.equal(left('- Ask {{LEGAL_TEAM}}\r\n- Or `{{press.team}}`'), 0);
    assert.equal(left('Ask {{LEGAL_TEAM}}.', ['# Other\n\n| Ask | {{ LEGAL_TEAM }} |\n|---|---|\n']), 0);
    assert.equal(left('Ask {{LEGAL_TEAM}}, then {{LEGAL_TEAM}}.'), 2);
    assert.equal(left('Ask {{LEGAL_TEAM}}.', ['# Other\n\nAsk {{PRESS_TEAM}}.\n']), 1);
    assert.equal(left('Ask {{LEGAL_TEAM}} and {{PRESS_TEAM}}.', [], '# T\n\n{{ LEGAL_TEAM }}, {{PRESS_TEAM}}\n'), 2);
    assert.equal(left('Ask {{LEGAL_TEAM}}.', ['Ask {{LEGAL_TEAM}}.'], '# T\n\nAsk {{LEGAL_TEAM}}.\n'), 1);
    assert.equal(left('Owner: [name], on [date]'), 2);
  });

  it('deletes a prompt with its lines and leaves one blank line', () => {
    assert.equal(
      fixed('## Impact\r\n\r\n*Describe what users\r\nsaw*\r\n\r\nNothing.\r\n'),
      '## Impact\r\n\r\nNothing.\r\n',
    );
    assert.equal(fixed('## Impact\n_Describe what users saw_\n\nNothing.'), '## Impact\n\nNothing.');
  });

  it('has no fix for a part of a paragraph, or where nothing would be left', () => {
    assert.equal(fixed('## Impact\n\nLorem ipsum, and more.'), undefined);
    assert.equal(fixed('## Weather\n\n_Describe what it was like_\n\n_Explain why it was so_\n'), undefined);
    assert.equal(fixed('## Weather\n\n- a\n\n_Describe what it was like_\n\n- b\n'), undefined);
  });

  it('names a placeholder once, though several patterns know it', () => {
    assert.equal(found(documentOf('postmortem', 'Since [link to the [date]] and {{ link to it }} at HH:MM')).length, 3);
  });

  it('reports inside the text, and its fix removes the finding and adds none', () => {
    const part = fc.constantFrom(
      '*Describe what happened*',
      '_List the tasks_',
      '${title}',
      '| HH:MM |',
      '[date]',
      '- a',
      'text',
      '    code',
      '> q',
    );
    const documents = fc
      .oneof(
        plausibleDocument('postmortem'),
        fc.tuple(wildMarkdown, fc.array(part)).map(([text, parts]) => `${text}\n\n${parts.join('\n\n')}\n`),
      )
      .map((text) => documentOf('postmortem', text));
    fc.assert(
      fc.property(documents, (document) => {
        const context = contextOf(document);
        const checked = checkWithFixes(context);
        const all = checked.findings.filter(({ rule: id }) => id === rule.id || id === 'empty-section');
        for (const finding of all.filter(({ rule: id }) => id === rule.id)) {
          assertInside(Lines.of(document.text), finding.range, finding.message);
          const fix = checked.fixFor(finding);
          if (fix !== undefined) {
            const after = readDocument(document, applyEdits(document.text, fix.edits), document);
            const left = check(contextOf(after)).filter(({ rule: id }) => id === rule.id || id === 'empty-section');
            assert.equal(left.length, all.length - 1, `${document.text}\n-----\n${after.text}`);
          }
        }
      }),
      { numRuns: examples(300) },
    );
  });
});

describe('leftover-template-text: variables of commands', () => {
  for (const kind of ['runbook', 'postmortem'] as const) {
    const left = (text: string): number => found(documentOf(kind, `# R\n\n## Steps\n\nText here.\n\n${text}\n`)).length;

    for (const text of [
      '1. Run bin/move --to ${owner} --from ${path} and wait.',
      '- gcloud compute disks snapshot ${disk} --zone=${zone}',
      'Run `x ${title}`.',
      '- kubectl -n ${service} get pods',
      '- `x` then kubectl logs ${service}',
      '$ ssh ${owner}@host',
      '- Command: kubectl -n ${service} get pods',
      '| kubectl get ${service} | x |\n|---|---|\n| ssh ${owner} | y |',
      'Then run ./move.sh ${owner}',
      '<code>kubectl ${service}</code>',
      '- helm install x --set a={{ incident name }}',
      'Open /srv/${service}/log',
      '- export OWNER=${owner}',
      'Execute shopctl move ${owner} now',
      '  - cd ${service}',
      'Run the following: psql -h ${service}',
      '- scp x.tgz ${owner}@${service}:/tmp',
      '- curl https://x/${service}',
      '1. kubectl annotate x a={{ service name }}',
      '- systemctl restart ${service}.service',
    ]) {
      it(`are none of a template in a ${kind}: ${JSON.stringify(text)}`, () => assert.equal(left(text), 0));
    }
    for (const text of [
      'Owner: ${owner}',
      '**Date:** ${date}',
      'The service ${service} was down.',
      '- ${title}',
      '| Owner | ${owner} |\n|---|---|\n| a | b |',
      'Written by ${author} on ${date}.',
      'Ask the team of ${service}.',
      'Run the checks of ${service}.',
      'Severity: ${severity}, owner: ${owner}',
    ]) {
      it(`do not hide those of a template in a ${kind}: ${JSON.stringify(text)}`, () => assert.ok(left(text) > 0));
    }
  }

  it('leaves a line that several others have word for word', () => {
    const line = 'The shop was closed for many people.';
    const document = documentOf('postmortem', `## Impact\n\n${line}\n\nSo it was.\n`);
    const neighbours = Array.from({ length: 8 }, (_, at) =>
      documentOf('postmortem', `## Impact\n\n${at < 2 ? line : 'Nothing.'}\n`, `postmortems/${at}.md`),
    );
    assert.deepEqual(found(document, { ...contextOf(document, neighbours), templates: [template] }), []);
    const without = neighbours.slice(1);
    assert.equal(found(document, { ...contextOf(document, without), templates: [template] }).length, 1);
  });

  it('knows cells from choices, and what is to be sent from what is left over', () => {
    const abouts = (text: string): unknown[] => found(documentOf('postmortem', text)).map(({ about }) => about);
    assert.deepEqual(abouts('## Severity\n\n| x | SEV1 | SEV2 | SEV3 |\n|--|--|--|--|\n| y | a | b | c |\n'), []);
    assert.deepEqual(abouts('## Facts\n\nSeverity: SEV1 | SEV2 | SEV3\n'), ['SEV1 | SEV2 | SEV3']);
    for (const lead of ['Send the invite with:', 'Name it after this example:'])
      assert.deepEqual(abouts(`## Step 3\n\n${lead}\n\n- **Title**: [Incident Title]\n- One hour\n`), []);
    assert.deepEqual(abouts('## Step 2: Send the message\n\nAbout [Incident Title].\n'), []);
    assert.deepEqual(abouts('## Facts\n\nThese are the facts:\n\n- **Title**: [Incident Title]\n'), [
      '[Incident Title]',
    ]);
  });
});
