import assert from 'node:assert/strict';
import { loadAlerts } from '../../../../src/core/index.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What stands at the places of each alert: key, name, first link. */
async function placesIn(text: string, path = 'rules.yaml'): Promise<string[][]> {
  const { readAlerts } = await loadAlerts();
  const lines = Lines.of(text);
  return (readAlerts(path, text)?.alerts ?? []).map(({ range, nameRange, links }) => [
    `${range.start.line + 1}`,
    lines.slice(range),
    lines.slice(nameRange),
    ...links.slice(0, 1).map((link) => lines.slice(link.range)),
  ]);
}

const link = 'docs/runbooks/a.md';

describe('places of alerts', () => {
  it('are exact beside comments, anchors and aliases', async () => {
    const text = `# alert: No\nx-usual: &usual\n  runbook_url: ${link} # a link\ngroups:\n- name: g # name\n  rules:\n  # alert: Neither\n  - &first\n    alert: &name A # the name\n    expr: up\n    annotations: *usual\n  - alert: B\n    expr: up\n    annotations:\n      <<: *usual\n      summary: b\n  - *first\n`;
    assert.deepEqual(await placesIn(text), [
      ['9', 'alert', 'A', link],
      ['12', 'alert', 'B', link],
    ]);
  });

  it('are exact in texts of several lines', async () => {
    for (const mark of ['|', '|-', '>', '>-', '|2']) {
      const text = `- alert: A\n  expr: up\n  annotations:\n    description: ${mark}\n      Full.\n\n      Runbook: ${link}\n      More.\n`;
      assert.deepEqual(await placesIn(text), [['1', 'alert', 'A', link]], mark);
    }
    const plain = `- alert: A\n  expr: up\n  annotations:\n    description: Full,\n      see the runbook: ${link}.\n`;
    assert.deepEqual(await placesIn(plain), []);
    const quoted = `- alert: A\n  expr: up\n  annotations:\n    description: "Full.\\n\n      Runbook: ${link}.\\n"\n`;
    assert.deepEqual(await placesIn(quoted), [['1', 'alert', 'A', link]]);
  });

  it('are exact in flow style, with quoted keys and as JSON', async () => {
    const flow = `groups: [{name: g, rules: [{"alert": 'A', expr: up, annotations: {runbook_url: "${link}"}}]}]\n`;
    assert.deepEqual(await placesIn(flow), [['1', '"alert"', "'A'", link]]);
    const json = `{"groups": [\n {"rules": [\n  {"expr": "up", "alert": "A", "annotations": {"runbook_url": "${link}"}}]}]}`;
    assert.deepEqual(await placesIn(json, 'rules.json'), [['3', '"alert"', '"A"', link]]);
  });

  it('are exact with CRLF, in several documents and in a text that holds rules', async () => {
    const text = `---\r\na: b\r\n---\r\ngroups:\r\n- rules:\r\n  - alert: A\r\n    expr: |\r\n      up\r\n    annotations:\r\n      runbook_url: ${link}\r\n`;
    assert.deepEqual(await placesIn(text), [['6', 'alert', 'A', link]]);
    const held = `kind: ConfigMap\ndata:\n  a.yml: |-\n    groups:\n    - rules:\n      - alert: A\n        expr: up\n        annotations: {runbook_url: ${link}}\n      - alert: B\n        expr: up\n`;
    assert.deepEqual(await placesIn(held), [
      ['6', 'alert', 'A', link],
      ['9', 'alert', 'B'],
    ]);
  });

  it('are exact in templates', async () => {
    const text = `{{- $alert := "A" -}}\n{{- if .on }}\nalert: {{ $alert }}\nexpr: up\nannotations:\n  summary: "{{ .a }} {{\`{{ $b }}\`}} c"\n  runbook_url: docs/{{ $alert }}.md # {{ no }}\n{{- end }}\n`;
    assert.deepEqual(await placesIn(text), [['3', 'alert', '{{ $alert }}', 'docs/{{ $alert }}.md']]);
  });

  it('are exact in Terraform', async () => {
    const text = `resource "datadog_monitor" "a" {\r\n  name = "A \${var.x["y"]}"\r\n  message = <<EOT\r\nRunbook: ${link}\r\nEOT\r\n}\r\n`;
    assert.deepEqual(await placesIn(text, 'a.tf'), [['2', 'name', 'A ${var.x["y"]}', link]]);
  });
});

describe('facts of alerts', () => {
  it('are read as they are written', async () => {
    const { readAlerts } = await loadAlerts();
    const text = `groups:\n- name: disks\n  rules:\n  - alert: A\n    expr: up == 0\n    for: 5m\n    labels: {severity: critical, team: db}\n    annotations: {summary: "It is {{ $value }}"}\n`;
    const [alert] = readAlerts('rules.yaml', text)?.alerts ?? [];
    assert.deepEqual(
      [alert?.severity, alert?.group, alert?.duration, alert?.expression, alert?.source, alert?.test],
      ['critical', 'disks', '5m', 'up == 0', 'prometheus', false],
    );
    assert.deepEqual(
      [...(alert?.labels ?? [])],
      [
        ['severity', 'critical'],
        ['team', 'db'],
      ],
    );
    assert.deepEqual([...(alert?.annotations ?? [])], [['summary', 'It is {{ $value }}']]);
  });

  it('have the query of a rule of Grafana', async () => {
    const { readAlerts } = await loadAlerts();
    const text = `groups:\n- name: g\n  rules:\n  - title: A\n    condition: C\n    data:\n    - refId: A\n      model: {expr: 'up == 0', refId: A}\n    - refId: B\n      model:\n        expression: A\n`;
    assert.equal(readAlerts('rules.yaml', text)?.alerts[0]?.expression, 'up == 0');
    assert.equal(readAlerts('rules.yaml', text.replace('model: {expr', 'm: {x'))?.alerts[0]?.expression, undefined);
  });

  it('say what is test data', async () => {
    const { readAlerts } = await loadAlerts();
    const text = '- alert: A\n  expr: up\n';
    assert.equal(readAlerts('cmd/testdata/a.yaml', text)?.alerts[0]?.test, true);
    assert.equal(readAlerts('rules/latest/a.yaml', text)?.alerts[0]?.test, false);
  });
});

describe('links in descriptions', () => {
  const described: ReadonlyArray<readonly [string, string | undefined]> = [
    ['Full. Runbook: docs/a.md.', 'docs/a.md'],
    ['Full. *Runbook*: <https://x.io/a|here>', 'https://x.io/a'],
    ['Full. See <https://x.io/a|Runbook>.', 'https://x.io/a'],
    ['Full. See [the runbook](docs/a.md#b), then wait.', 'docs/a.md#b'],
    ['Full. The playbook is at https://x.io/a', 'https://x.io/a'],
    ['Full. See https://x.io/runbooks/a for the runbook', 'https://x.io/runbooks/a'],
    ['Full. See docs/runbooks/a.md', 'docs/runbooks/a.md'],
    ['Runbook: restart the pods, then look at docs.', undefined],
    ['Full. Dashboard: https://x.io/a', undefined],
    ['The runbook says nothing of 1/2 of them.', undefined],
  ];
  for (const [text, address] of described) {
    it(text, async () => {
      const { readAlerts } = await loadAlerts();
      const rule = `- alert: A\n  expr: up\n  annotations:\n    description: ${JSON.stringify(text)}\n`;
      assert.equal(readAlerts('rules.yaml', rule)?.alerts[0]?.links[0]?.address, address);
    });
  }

  it('come after the values of keys, and before placeholders', async () => {
    const { readAlerts } = await loadAlerts();
    const rule = (url: string): string =>
      `- alert: A\n  expr: up\n  annotations: {description: "Runbook: docs/a.md", runbook_url: ${url}}\n`;
    const keys = (url: string) => readAlerts('rules.yaml', rule(url))?.alerts[0]?.links.map(({ key }) => key);
    assert.deepEqual(keys('docs/b.md'), ['runbook_url', 'description']);
    assert.deepEqual(keys('TBD'), ['description', 'runbook_url']);
  });
});

describe('what is no alert', () => {
  const none: Readonly<Record<string, string>> = {
    'a_test.yaml':
      'rule_files: [a.yaml]\nevaluation_interval: 1m\ntests:\n- alert_rule_test:\n  - alertname: A\n    alert: A\n    expr: up\n',
    'a.md': '```yaml\n- alert: A\n  expr: up\n```\n',
    'comments.yaml': '# - alert: A\n#   expr: up\nalerts: []\n',
    'records.yaml': 'groups:\n- rules:\n  - record: alert:a\n    expr: up\n',
    'alertmanager.yml':
      'route:\n  receiver: alert\nreceivers:\n- name: alert\n  slack_configs:\n  - title: "{{ .alert }}"\n    text: x\n',
    'dashboard.json':
      '{"panels": [{"title": "A", "type": "graph", "alert": {"name": "A", "message": "m"}}], "rules": [{"title": "x"}]}',
    'workflow.yaml': 'jobs:\n  alert:\n    steps:\n    - name: alert\n      with: {alert: yes}\n',
    'message.json': '{"name": "a", "message": "b", "query": "c", "type": "text"}',
    'main.tf': 'resource "aws_sns_topic" "alert" {\n  name = "alert"\n}\n',
  };

  for (const [path, text] of Object.entries(none)) {
    it(path, async () => {
      const { readAlerts } = await loadAlerts();
      assert.deepEqual(readAlerts(path, text)?.alerts ?? [], []);
    });
  }

  it('does not hide the alerts beside it', async () => {
    assert.deepEqual(await placesIn('groups:\n- rules:\n  - record: a\n    expr: up\n  - alert: A\n    expr: up\n'), [
      ['5', 'alert', 'A'],
    ]);
  });
});
