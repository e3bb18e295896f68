import assert from 'node:assert/strict';
import { dashboardName, dashboardsOf } from '../../../../src/core/service/dashboards.ts';
import { documentOf } from '../../support/context.ts';
import { surveyOf } from '../alert/surveyed.ts';

const board = 'https://grafana.acme.example/d/abc/checkout?orgId=1';

describe('dashboards', () => {
  it('are those that documents and alerts link to, each once, with the first title and place', async () => {
    const documents = [
      documentOf('runbook', `# A\n\nSee ${board}.\n`, 'a.md'),
      documentOf(
        'runbook',
        `# B\n\n[Checkout board](${board}) and [logs](https://app.datadoghq.eu/logs?query=x)\n`,
        'b.md',
      ),
    ];
    const { alerts } = await surveyOf({
      'rules.yaml': `groups:\n  - name: g\n    rules:\n      - alert: Down\n        expr: up == 0\n        annotations: {dashboard: "https://grafana.acme.example/d/xyz/{{ $labels.pod }}"}\n`,
    });
    assert.deepEqual(
      dashboardsOf(documents, alerts).map(({ tool, title, path, line, template }) => [
        tool,
        title,
        path,
        line,
        template,
      ]),
      [
        ['grafana', 'Checkout board', 'a.md', 2, false],
        ['datadog', 'logs', 'b.md', 2, false],
        ['grafana', undefined, 'rules.yaml', 3, true],
      ],
    );
  });

  it('are called after their address where no link says what they are', () => {
    assert.equal(dashboardName({ address: board }), 'checkout (grafana.acme.example)');
    assert.equal(dashboardName({ address: 'https://app.datadoghq.eu/a?b' }), 'app.datadoghq.eu');
    assert.equal(dashboardName({ address: board, title: 'Checkout' }), 'Checkout');
  });
});
