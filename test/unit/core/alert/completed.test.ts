import assert from 'node:assert/strict';
import { surveyed } from './surveyed.ts';

const monitor = (message: string): string =>
  [
    'resource "datadog_monitor" "lat" {',
    '  name = "${local.team} latency"',
    `  message = "Runbook: ${message}"`,
    '}',
  ].join('\n');

describe('locals of Terraform', () => {
  it('come from the other files of the folder, and from each other', async () => {
    assert.deepEqual(
      await surveyed({
        'tf/monitors.tf': monitor('${local.runbooks}/lat.md'),
        'tf/locals.tf':
          'locals {\n  team = "Core"\n  repo = "https://github.com/acme/shop"\n  runbooks = "${local.repo}/blob/main/docs"\n}\n',
        'docs/lat.md': '# Latency\n',
      }),
      ['tf/monitors.tf:2 Core latency resolved docs/lat.md'],
    );
  });

  it('do not come from other folders', async () => {
    assert.deepEqual(
      await surveyed({
        'tf/monitors.tf': monitor('${local.runbooks}/lat.md'),
        'other/locals.tf': 'locals {\n  runbooks = "docs"\n  team = "Core"\n}\n',
        'docs/lat.md': '# Latency\n',
      }),
      ['tf/monitors.tf:2 ${local.team} latency pattern docs/lat.md'],
    );
  });

  it('that are no strings, or grow each other, stay', async () => {
    const [alert] = await surveyed({
      'tf/monitors.tf': monitor('${local.runbooks}/lat.md'),
      'tf/locals.tf':
        'locals {\n  team = "${local.team}${local.team}${local.team}"\n  runbooks = format("%s/x", var.base)\n}\n',
      'docs/other.md': '# Other\n',
    });
    assert.match(alert ?? '', / latency pattern/);
  });
});

describe('values of a Helm chart', () => {
  const rule = (link: string): string =>
    `groups:\n  - rules:\n      - alert: DbDown\n        expr: {{ .Values.expr }}\n        annotations:\n          runbook_url: ${link}\n`;
  const chart = (link: string, values: string): Readonly<Record<string, string>> => ({
    'charts/db/Chart.yaml': 'name: db\n',
    'charts/db/values.yaml': values,
    'charts/db/templates/alerts/db.yaml': rule(link),
    'docs/db.md': '# Database\n',
  });
  const base = 'https://github.com/acme/shop/blob/main/docs';

  for (const [form, link, values] of [
    ['the whole link', '{{ .Values.runbookUrls.db.DbDown }}', `runbookUrls:\n  db:\n    DbDown: ${base}/db.md\n`],
    ['a quoted one', '{{ .Values.runbook | quote }}', `runbook: "${base}/db.md"\n`],
    ['a base', '"{{ $.Values.base }}/db.md"', `base: ${base}\n`],
    ['an alias', '{{ .Values.runbook }}', `usual: &usual ${base}/db.md\nrunbook: *usual\n`],
    ['a printed one', '{{ printf "%s/db.md" .Values.base }}', `base: ${base}\n`],
  ] as const) {
    it(`come from values.yaml: ${form}`, async () => {
      assert.deepEqual(await surveyed(chart(link, values)), [
        'charts/db/templates/alerts/db.yaml:3 DbDown resolved docs/db.md',
      ]);
    });
  }

  it('tell a dead link, too', async () => {
    assert.deepEqual(await surveyed(chart('{{ .Values.base }}/gone.md', `base: ${base}\n`)), [
      'charts/db/templates/alerts/db.yaml:3 DbDown dead docs/gone.md',
    ]);
  });

  it('that are empty or missing are only known later', async () => {
    for (const values of ['base: ""\n', 'other: x\n', 'base: [a]\n', ': [']) {
      const [alert] = await surveyed(chart('{{ .Values.base }}/gone.md', values));
      assert.match(alert ?? '', / DbDown pattern/);
    }
  });
});
