import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadAlerts } from '../../../../../src/core/index.ts';
import { examples } from '../../../support/examples.ts';
import { surveyOf, type Repository } from './edited.ts';

/** In milliseconds; most of it is for a slow machine. */
const most = 10_000;

/** A rule file with so many alerts. @param url of the link of each. */
function many(count: number, url: (index: number) => string): string {
  const rules = Array.from(
    { length: count },
    (_, index) => `  - alert: A${index}\n    expr: up\n    annotations:\n      runbook_url: ${url(index)}\n`,
  );
  return `groups:\n- name: g\n  rules:\n${rules.join('')}`;
}

describe('edits of links, in large and odd files', () => {
  it('take time that grows no faster than the alerts', async function () {
    this.timeout(most * 3);
    const { linkEdit, renameEdits, usesOf, leadingAlerts } = await loadAlerts();
    const blob = 'https://github.com/acme/shop/blob/main';
    const files: Repository = {
      'docs/a.md': '# A\n',
      'docs/b.md': '# B\n',
      'a.yaml': many(5000, (index) => (index % 3 === 0 ? `${blob}/docs/a.md?x=${index}` : `../${index}/docs/gone.md`)),
      'b.yaml': many(5000, () => 'docs/a.md#top'),
    };
    const survey = await surveyOf(files);
    const start = performance.now();
    const { edits, left } = renameEdits({
      survey,
      texts: new Map(Object.entries(files)),
      from: 'docs/a.md',
      to: 'x/a b.md',
    });
    assert.deepEqual([edits.get('a.yaml')?.length, edits.get('b.yaml')?.length, left.length], [1667, 5000, 0]);
    assert.equal(usesOf(survey).get('docs/a.md')?.all.length, 6667);
    assert.equal(leadingAlerts(survey).get('docs/a.md')?.length, 6667);
    const [, second] = survey.alerts;
    assert.ok(second);
    const text = files['a.yaml'] ?? '';
    assert.equal(linkEdit({ ...second, text, target: 'docs/b.md', survey })?.length, 1);
    assert.ok(performance.now() - start < most);
  });

  it('never throw', async function () {
    this.timeout(60_000);
    const { linkEdit, createRunbook } = await loadAlerts();
    const piece = fc.constantFrom(
      '- alert: A\n',
      '  expr: up\n',
      '  annotations:\n',
      '  annotations: {',
      '}',
      '    runbook_url: docs/gone.md\n',
      '    runbook_url: "',
      "'",
      '{{ $x }}',
      '{{- if .a }}\n',
      '{{ end }}\n',
      '  labels: *a\n',
      '    description: |+\n      Runbook: docs/a.md\n\n\n',
      '\r\n',
      '\t',
      '# x\n',
      '---\n',
      '\ud800',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.string(), async (pieces, odd) => {
        const text = `- alert: Z\n  expr: up\n${pieces.join('')}`;
        const files: Repository = { 'docs/a.md': '# A\n', 'a.yaml': text };
        const survey = await surveyOf(files);
        for (const { path, alert } of survey.alerts) {
          linkEdit({ alert, path, text, survey, target: `docs/${odd}.md#${odd}` });
          const made = await createRunbook({
            alert,
            path,
            text,
            survey,
            usualPath: () => 'docs/a.md',
            textFor: () => odd,
            read: async (page) => Promise.resolve(files[page]),
          });
          assert.notEqual(made.path, '');
        }
      }),
      { numRuns: examples(1000) },
    );
  });
});
