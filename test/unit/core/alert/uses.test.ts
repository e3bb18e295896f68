import assert from 'node:assert/strict';
import { loadAlerts } from '../../../../src/core/index.ts';
import { surveyOf } from './edit/edited.ts';

const blob = 'https://github.com/acme/shop/blob/main';

function rule(name: string, url: string): string {
  return `- alert: ${name}\n  expr: up\n  labels: {severity: page}\n  annotations:\n    runbook_url: ${url}\n`;
}

const files = {
  'mkdocs.yml': 'site_url: https://docs.acme.io\n',
  'docs/a.md': '# A\n\n## Fix — it\n',
  'docs/b.md': '# B\n',
  'docs/c.md': '# C\n',
  'docs/d.md': '# D\n',
  'rules.yaml': [
    rule('Whole', 'docs/a.md'),
    rule('Github', `${blob}/docs/a.md#fix--it`),
    rule('Site', 'https://docs.acme.io/a/#fix-it'),
    rule('Missing', `${blob}/docs/a.md#Gone`),
    rule('Pattern', '"docs/b{{ $labels.x }}.md"'),
    rule('Dead', 'docs/gone.md'),
    '- alert: None\n  expr: up\n',
  ].join(''),
  'tests/rules.yaml': rule('Test', 'docs/c.md'),
};

describe('usesOf', () => {
  it('gives the alerts of a page and of its headings', async () => {
    const { usesOf } = await loadAlerts();
    const uses = usesOf(await surveyOf(files));
    assert.deepEqual(
      [...uses].map(([path, { all, byAnchor }]) => [
        path,
        all.map(({ name }) => name),
        [...byAnchor].map(([anchor, own]) => `${anchor}: ${own.map(({ name }) => name).join()}`),
      ]),
      [
        ['docs/a.md', ['Whole', 'Github', 'Site', 'Missing'], ['fix--it: Github,Site', 'gone: Missing']],
        ['docs/b.md', ['Pattern'], []],
        ['docs/c.md', ['Test'], []],
      ],
    );
    const [, github] = uses.get('docs/a.md')?.all ?? [];
    assert.deepEqual(
      [github?.path, github?.severity, github?.anchor, github?.range.start, github?.linkRange.start.line],
      ['rules.yaml', 'page', 'fix--it', { line: 5, character: 2 }, 9],
    );
    assert.deepEqual(
      uses.get('docs/a.md')?.all.map(({ isAnchorMissing }) => isAnchorMissing),
      [false, false, false, true],
    );
    assert.equal(uses.get('docs/b.md')?.all[0]?.isPattern, true);
  });
});

describe('unusedRunbooks', () => {
  it('leaves out what alerts, or others, use', async () => {
    const { unusedRunbooks } = await loadAlerts();
    const survey = await surveyOf(files);
    const runbooks = ['docs/d.md', 'docs/c.md', 'docs/b.md', 'docs/a.md'];
    assert.deepEqual(unusedRunbooks(survey, runbooks), ['docs/d.md', 'docs/c.md']);
    assert.deepEqual(
      unusedRunbooks(survey, runbooks, (path) => path === 'docs/d.md'),
      ['docs/c.md'],
    );
  });
});
