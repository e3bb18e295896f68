import assert from 'node:assert/strict';
import { loadAlerts } from '../../../../src/core/index.ts';

const rule = (name: string, link: string): string =>
  `- alert: ${name}\n  expr: up\n  annotations:\n    runbook_url: https://github.com/acme/${link}\n`;

const own = {
  'rules/a.yaml':
    rule('Here', 'shop/blob/main/docs/a.md') +
    rule('There', 'runbooks/blob/main/docs/b.md') +
    rule('Section', 'runbooks/blob/main/docs/b.md#steps') +
    rule('NoSection', 'runbooks/blob/main/docs/b.md#step') +
    rule('Gone', 'runbooks/tree/v1/docs/old/b.md') +
    rule('Pattern', 'runbooks/blob/main/docs/{{ $labels.x }}.md') +
    rule('Away', 'wiki/blob/main/docs/b.md'),
  'docs/a.md': '# A\n',
  'docs/b.md': '# B\n',
};
const other: Readonly<Record<string, string>> = { 'docs/b.md': '# B\n\n## Steps\n' };

describe('links to another repository that is known', () => {
  it('lead to its files and sections, and to none of the own repository', async () => {
    const { surveyAlerts, alertFindings, suggestionsFor, runbookRows } = await loadAlerts();
    const files: Readonly<Record<string, string>> = own;
    const survey = await surveyAlerts({
      paths: Object.keys(files),
      read: async (path) => Promise.resolve(files[path]),
      repositories: ['acme/shop'],
      others: new Map([
        [
          'file:///runbooks',
          {
            paths: Object.keys(other),
            read: async (path: string) => Promise.resolve(other[path]),
            repositories: ['acme/runbooks'],
          },
        ],
      ]),
    });
    assert.deepEqual(
      survey.alerts.map(({ alert, resolution: { state, path, elsewhere } }) => [
        alert.name,
        state,
        path,
        elsewhere?.path,
      ]),
      [
        ['Here', 'resolved', 'docs/a.md', undefined],
        ['There', 'resolved', undefined, 'docs/b.md'],
        ['Section', 'resolved', undefined, 'docs/b.md'],
        ['NoSection', 'anchor-missing', undefined, 'docs/b.md'],
        ['Gone', 'dead', undefined, 'docs/old/b.md'],
        ['Pattern', 'pattern', undefined, 'docs/b.md'],
        ['Away', 'outside', undefined, undefined],
      ],
    );
    assert.deepEqual(
      survey.alerts.flatMap(({ alert, resolution }) => suggestionsFor(resolution, alert.name, survey.world)),
      ['docs/b.md#steps', 'docs/b.md'],
    );
    assert.deepEqual(
      alertFindings(survey, 'rules/a.yaml', { text: '', settings: { levels: {}, alerts: {} } }).map(
        ({ message }) => message,
      ),
      [
        'The runbook of NoSection has no section #step: docs/b.md. Did you mean #steps?',
        'The runbook of Gone does not exist: docs/old/b.md. Did you mean docs/b.md?',
      ],
    );
    assert.deepEqual(runbookRows(survey, ['docs/b.md']), [
      { path: 'docs/a.md', usedBy: 1 },
      { path: 'docs/b.md', usedBy: 0 },
    ]);
  });
});
