import { surveyed } from './surveyed.ts';

const page = '# Disk full\n\n## Mitigation\n';
const blob = 'https://github.com/acme/shop/blob/main';

/** A rule file with one alert. */
export interface Fixture {
  readonly rule: string;
  /** Line, name, state and target of the alert: `:4 DiskFull resolved docs/disk.md`. */
  readonly is: string;
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function group(annotations: string): string {
  return `groups:\n  - name: disks\n    rules:\n      - alert: DiskFull\n        expr: up == 0\n        annotations:\n          ${annotations}\n`;
}

const usual = { 'docs/runbooks/disk-full.md': page };

/** Rule files of each form that is found in repositories, and what is read of them. */
export const forms: Readonly<Record<string, readonly Fixture[]>> = {
  '1. rules of Prometheus': [
    { rule: group('runbook_url: docs/runbooks/disk-full.md'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    { rule: group("runbook_url: 'docs/runbooks/disk-full.md'"), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    { rule: group('runbook_url: /docs/runbooks/disk-full.md'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    {
      rule: group('runbook_url: ../docs/runbooks/disk-full.md'),
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md',
    },
    { rule: group('runbook_url: docs/runbooks/disc-full.md'), is: ':4 DiskFull dead docs/runbooks/disc-full.md' },
    { rule: group('summary: Disk is full'), is: ':4 DiskFull none' },
    {
      rule: group('runbook_url: runbooks/disk-full.md'),
      path: 'svc/db/rules/disk.yaml',
      files: { 'svc/db/runbooks/disk-full.md': page },
      is: ':4 DiskFull resolved svc/db/runbooks/disk-full.md',
    },
    {
      rule: '- alert: DiskFull\n  expr: up\n  annotations: {runbook_url: docs/runbooks/disk-full.md}\n- record: a:b\n  expr: c\n',
      is: ':1 DiskFull resolved docs/runbooks/disk-full.md',
    },
  ],
  '2. resources': [
    {
      rule: `kind: PrometheusRule\nspec: {groups: [{rules: [{alert: DiskFull, expr: up,\n  annotations: {runbook_url: '${blob}/docs/runbooks/disk-full.md'}}]}]}\n`,
      is: ':2 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `kind: List\nitems:\n- kind: PrometheusRule\n  spec:\n    groups:\n    - name: a\n      rules:\n      - alert: DiskFull\n        expr: up\n        annotations:\n          runbook_url: "${blob}/docs/runbooks/disk-full.md"\n`,
      is: ':8 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `kind: Service\n---\nkind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - expr: up\n      alert: DiskFull\n      annotations:\n        runbook_url: https://github.com/acme/shop/tree/main/docs/runbooks/disk-full.md\n`,
      is: ':8 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `kind: ConfigMap\ndata:\n  rules.yml: |\n    groups:\n    - name: a\n      rules:\n      - alert: DiskFull\n        expr: up\n        annotations:\n          runbook_url: ${blob}/docs/runbooks/gone.md\n`,
      is: ':7 DiskFull dead docs/runbooks/gone.md',
    },
    {
      rule: `kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: DiskFull\n      expr: up\n      annotations:\n        runbook_url: https://raw.githubusercontent.com/acme/shop/refs/heads/main/docs/runbooks/disk-full.md\n`,
      is: ':5 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: DiskFull\n      expr: up\n      annotations:\n        runbook_url: https://github.com/other/shop/blob/main/docs/runbooks/disk-full.md\n`,
      is: ':5 DiskFull outside',
    },
    {
      rule: `kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: DiskFull\n      expr: up\n      annotations:\n        runbook_url: https://github.com/Acme/Shop/blob/release/1.2/docs/runbooks/disk-full.md\n`,
      is: ':5 DiskFull resolved docs/runbooks/disk-full.md',
    },
  ],
  '3. templates with one rule each': [
    {
      rule: `{{- $alert := "DiskFull" -}}\n{{- if not (has $alert .exclude) -}}\nalert: {{ $alert }}\nannotations:\n  runbook_url: ${blob}/docs/runbooks/{{ $alert }}.md\nexpr: |\n  up{a="{{ .ns }}"} == 0\n{{- end -}}\n`,
      files: { 'docs/runbooks/DiskFull.md': page },
      is: ':3 DiskFull resolved docs/runbooks/DiskFull.md',
    },
    {
      rule: `{{- $alert := "DiskFull" -}}\nalert: "{{ $alert }}"\nexpr: up\nannotations:\n  runbook_url: "${blob}/docs/runbooks/{{ $alert | lower }}.md"\n`,
      files: { 'docs/runbooks/diskfull.md': page },
      is: ':2 DiskFull resolved docs/runbooks/diskfull.md',
    },
    {
      rule: `{{- $base := "${blob}/docs" -}}\nalert: DiskFull\nexpr: up\nannotations:\n  runbook_url: {{ printf "%s/runbooks/%s.md" $base "disk-full" }}\n`,
      is: ':2 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `{{- $alert := "Other" -}}\n{{- $alert = "DiskFull" -}}\nalert: {{ $alert }}\nexpr: up\nlabels:\n{{- range $k, $v := .labels }}\n  {{ $k }}: {{ $v | quote }}\n{{- end }}\n`,
      is: ':3 DiskFull none',
    },
    {
      rule: `{{/* of the disk\n  alert: NotThis */}}\nalert: DiskFull\nexpr: up > {{ .Values.least }}\nannotations:\n  runbook_url: ${blob}/docs/runbooks/gone.md\n`,
      is: ':3 DiskFull dead docs/runbooks/gone.md',
    },
  ],
  '4. templates of resources': [
    {
      rule: `{{- if .Values.on }}\nkind: PrometheusRule\nmetadata:\n  labels:\n    {{- include "x" . | nindent 4 }}\nspec:\n  groups:\n    - name: {{ .Release.Name }}-disks\n      rules:\n        - alert: DiskFull\n          expr: up\n          annotations:\n            summary: "{{\`{{ $labels.pod }}\`}} down"\n            runbook_url: https://docs.acme.io/operations/disk/#mitigation\n{{- end }}\n`,
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n', 'docs/operations/disk.md': page },
      is: ':10 DiskFull resolved docs/operations/disk.md#mitigation',
    },
    {
      rule: `spec:\n  groups:\n    - rules:\n        - alert: DiskFull\n          expr: up\n          annotations:\n            description: '{{ "{{" }} $labels.pod {{ "}}" }} is full'\n            runbook_url: ${blob}/docs/runbooks/disk-full.md\n          labels: {{ toYaml .Values.labels | nindent 12 }}\n`,
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `spec:\n  groups:\n    - rules:\n      {{- if .Values.a }}\n        - alert: DiskFull\n          expr: up\n          annotations:\n            runbook_url: "${blob}/docs/runbooks/disk-full.md#mitigation"\n      {{- else }}\n        - record: a\n          expr: b\n      {{- end }}\n`,
      is: ':5 DiskFull resolved docs/runbooks/disk-full.md#mitigation',
    },
    {
      rule: `groups:\n- rules:\n  - alert: DiskFull\n    expr: up\n    annotations:\n      summary: '{{- printf "%s }} %d" .a 1 -}}'\n      runbook_url: ${blob}/docs/runbooks/disk-full.md\n`,
      is: ':3 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: `groups:\n- rules:\n  - alert: {{ .Values.prefix }}DiskFull\n    expr: up\n    annotations:\n      runbook_url: ${blob}/docs/runbooks/disk-full.md?x={{ .Values.cluster }}\n`,
      is: ':3 {{ .Values.prefix }}DiskFull resolved docs/runbooks/disk-full.md',
    },
  ],
  '4. templates with parts alone on a line': [
    '{{ $rule.message }}',
    '{{- if .on }}',
    '{{ include "x" . | nindent 4 }}',
    '      {{ .deep }}',
    '{{- end }}\n{{ .x }}',
  ].map((part) => ({
    rule: `groups:\n- rules:\n  {{- range $name, $rule := .Values.more }}\n  - alert: DiskFull\n    expr: {{ $rule.expr | quote }}\n    annotations:\n      message: |\n        ${part}\n        Runbook: ${blob}/docs/runbooks/disk-full.md\n  {{- end }}\n`,
    is: ':4 DiskFull resolved docs/runbooks/disk-full.md',
  })),
  '5. values and raw parts': [
    { rule: group('runbook_url: {{ .Values.runbookUrls.disk }}'), is: ':4 DiskFull pattern' },
    {
      rule: group("runbook_url: '{{`https://intra.acme.io/runbooks/db/?CLUSTER={{ $labels.cluster }}`}}'"),
      is: ':4 DiskFull outside',
    },
    {
      rule: group(`runbook_url: '{{\`${blob}/docs/runbooks/disk-full.md?c={{ $labels.c }}#mitigation\`}}'`),
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md#mitigation',
    },
    {
      rule: group(`runbook_url: '{{\`${blob}/docs/runbooks/disk-full.md#mitigation?c={{ $labels.c }}\`}}'`),
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md#mitigation',
    },
    {
      rule: group('runbook_url: "{{ .Values.base }}/runbooks/disk-full.md"'),
      is: ':4 DiskFull pattern docs/runbooks/disk-full.md',
    },
    { rule: group('runbook_url: {{ .Values.url | default "x" | quote }}'), is: ':4 DiskFull pattern' },
  ],
  '6. rules of Grafana': [
    ['annotations: {description: "Full. Runbook: docs/runbooks/disk-full.md"}', 'resolved docs/runbooks/disk-full.md'],
    ['annotations: {runbook_url: docs/runbooks/disk-full.md}', 'resolved docs/runbooks/disk-full.md'],
    [
      'annotations:\n            description: |\n              Full.\n              Runbook: docs/runbooks/disk-full.md',
      'resolved docs/runbooks/disk-full.md',
    ],
    ['annotations:\n            summary: See [the runbook](docs/runbooks/gone.md).', 'dead docs/runbooks/gone.md'],
    ['labels: {team: db}', 'none'],
  ].map(([rest = '', is = '']) => ({
    rule: `apiVersion: 1\ngroups:\n  - orgId: 1\n    name: disks\n    rules:\n        - uid: a1\n          title: Disk full (24 h)\n          condition: C\n          data: []\n          ${rest}\n`,
    is: `:7 Disk full (24 h) ${is}`,
  })),
  '7. one file for all, with anchors': [
    {
      rule: group('runbook_url: https://github.com/acme/shop/tree/main/runbook.md#alert-name-diskfull'),
      files: { 'runbook.md': '# Alerts\n\n##### Alert Name: "DiskFull"\n' },
      is: ':4 DiskFull resolved runbook.md#alert-name-diskfull',
    },
    {
      rule: group('runbook_url: https://github.com/acme/shop/tree/main/runbook.md#alert-name-diskfull'),
      files: { 'runbook.md': '# Alerts\n\n|Name|\n|----|\n|DiskFull|\n' },
      is: ':4 DiskFull anchor-missing runbook.md#alert-name-diskfull',
    },
    {
      rule: group('runbook_url: runbook.md#disk--full'),
      files: { 'runbook.md': '## Disk — full\n' },
      is: ':4 DiskFull resolved runbook.md#disk--full',
    },
    {
      rule: group('runbook_url: runbook.md#disk-full'),
      files: { 'runbook.md': '## Disk — full\n' },
      is: ':4 DiskFull anchor-missing runbook.md#disk-full',
    },
    {
      rule: group('runbook_url: runbook.md#disk_full-1'),
      files: { 'runbook.md': '## disk_full\n\n## `disk_full`\n' },
      is: ':4 DiskFull resolved runbook.md#disk_full-1',
    },
    {
      rule: group('runbook_url: runbook.md#own'),
      files: { 'runbook.md': '<a name="own"></a>\n\n# Disk\n' },
      is: ':4 DiskFull resolved runbook.md#own',
    },
  ],
  '8. sites': [
    {
      rule: group('runbook: https://acme.github.io/shop/node/diskfull/'),
      files: { 'content/runbooks/node/DiskFull.md': page },
      is: ':4 DiskFull resolved content/runbooks/node/DiskFull.md',
    },
    {
      rule: group('runbook_url: https://docs.acme.io/ops/disk/#mitigation'),
      files: {
        'site/astro.config.mjs': "export default defineConfig({ site: 'https://docs.acme.io', base: '/' })",
        'site/src/content/docs/ops/disk.mdx': page,
      },
      is: ':4 DiskFull resolved site/src/content/docs/ops/disk.mdx#mitigation',
    },
    {
      rule: group('runbook_url: https://acme.io/docs/runbooks/diskfull/'),
      files: { 'hugo.toml': 'baseURL = "https://acme.io/docs/"\n', 'content/runbooks/DiskFull/_index.md': page },
      is: ':4 DiskFull resolved content/runbooks/DiskFull/_index.md',
    },
    {
      rule: group('runbook_url: https://acme.io/docs/disk-full'),
      files: {
        'website/docusaurus.config.js': "module.exports = { url: 'https://acme.io', baseUrl: '/' }",
        'website/docs/01-disk-full.md': page,
      },
      is: ':4 DiskFull resolved website/docs/01-disk-full.md',
    },
    {
      rule: group('runbook_url: https://docs.acme.io/shop/disk.html'),
      files: {
        'antora-playbook.yml': 'site:\n  title: Docs\n  url: https://docs.acme.io\n',
        'modules/ROOT/pages/shop/disk.adoc': '= Disk\n',
      },
      is: ':4 DiskFull resolved modules/ROOT/pages/shop/disk.adoc',
    },
    {
      rule: group('runbook_url: https://docs.acme.io/runbooks/gone/'),
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n', 'docs/runbooks/disk.md': page },
      is: ':4 DiskFull dead docs/runbooks/gone.md',
    },
    { rule: group('runbook_url: https://elsewhere.io/runbooks/disk-full'), is: ':4 DiskFull outside' },
  ],
  '9. labels in the path': [
    {
      rule: group('runbook: docs/{{ $labels.service }}/README.md'),
      files: { 'docs/a/README.md': page, 'docs/b/README.md': page },
      is: ':4 DiskFull pattern',
    },
    {
      rule: group('runbook: "docs/{{ $labels.service }}/README.md"'),
      files: { 'docs/a/README.md': page },
      is: ':4 DiskFull pattern docs/a/README.md',
    },
    {
      rule: group(`runbook_url: "${blob}/docs/runbooks/{{ $labels.kind }}-full.md"`),
      is: ':4 DiskFull pattern docs/runbooks/disk-full.md',
    },
    { rule: group(`runbook_url: "${blob}/docs/{{ $labels.kind }}.md"`), files: {}, is: ':4 DiskFull pattern' },
    {
      rule: group(`runbook_url: "${blob}/docs/runbooks/disk-full.md#{{ $labels.kind }}"`),
      is: ':4 DiskFull pattern docs/runbooks/disk-full.md',
    },
    { rule: group('runbook_url: "https://elsewhere.io/{{ $labels.kind }}"'), is: ':4 DiskFull outside' },
  ],
  '10. other keys, and labels': [
    {
      rule: '- alert: DiskFull\n  expr: up\n  labels: {playbook: docs/runbooks/disk-full, dashboard: abc}\n',
      is: ':1 DiskFull resolved docs/runbooks/disk-full.md',
    },
    {
      rule: group('runbook: "docs/runbooks/disk-full.md#mitigation"'),
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md#mitigation',
    },
    { rule: group('documentation: docs/runbooks/Disk-Full.md'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    { rule: group('runbookURL: docs/runbooks/disk-full.md'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    { rule: group('wiki_page: docs/runbooks/disk-full.md'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
    { rule: group('dashboard: docs/runbooks-of-disks.md'), is: ':4 DiskFull none' },
    { rule: group('runbook: "[[disk-full]]"'), is: ':4 DiskFull resolved docs/runbooks/disk-full.md' },
  ],
  '11. Datadog in Terraform, and as JSON': [
    ...[
      [
        'message = "Slow.\\n\\nRunbook: https://github.com/acme/shop/blob/main/docs/runbooks/disk-full.md\\n\\n@slack-x"',
        'resolved docs/runbooks/disk-full.md',
      ],
      [
        'message = <<-EOT\n    Slow. }\n    Runbook: docs/runbooks/disk-full.md\n  EOT',
        'resolved docs/runbooks/disk-full.md',
      ],
      ['message = "Slow. @slack-x" # Runbook: docs/runbooks/disk-full.md', 'none'],
      ['message = "See [runbook](docs/runbooks/gone.md)"', 'dead docs/runbooks/gone.md'],
      ['message = "Runbook: ${var.base}/runbooks/disk-full.md"', 'pattern docs/runbooks/disk-full.md'],
    ].map(([rest = '', is = '']) => ({
      path: 'monitors.tf',
      rule: `resource "datadog_monitor" "disk" {\n  type = "metric alert"\n  name = "[\${var.env}] Disk full"\n  ${rest}\n}\n`,
      is: `:3 [\${var.env}] Disk full ${is}`,
    })),
    {
      path: 'monitors/disk.json',
      rule: '{\n "name": "Disk full",\n "type": "query alert",\n "query": "avg:x > 1",\n "message": "Runbook: docs/runbooks/disk-full.md"\n}\n',
      is: ':2 Disk full resolved docs/runbooks/disk-full.md',
    },
  ],
  '12. CloudWatch, Google and Azure in Terraform': [
    {
      path: 'alarms.tf',
      rule: 'locals {\n  base = "https://github.com/acme/shop/blob/main/docs/runbooks"\n}\nresource "aws_cloudwatch_metric_alarm" "q" {\n  alarm_name = "q"\n  alarm_description = "Not empty. Runbook: ${local.base}/disk-full.md"\n}\n',
      is: ':5 q resolved docs/runbooks/disk-full.md',
    },
    {
      path: 'alarms.tf',
      rule: 'resource "aws_cloudwatch_metric_alarm" "q" {\n  alarm_name = "q"\n  alarm_description = "Not empty. Runbook: ${local.base}/disk-full.md"\n}\n',
      is: ':2 q pattern docs/runbooks/disk-full.md',
    },
    {
      path: 'policies.tf',
      rule: 'resource "google_monitoring_alert_policy" "p" {\n  conditions {\n    display_name = "not this"\n  }\n  display_name = "Disk"\n  documentation {\n    content = <<EOT\nDo it. Runbook: docs/runbooks/disk-full.md\nEOT\n  }\n}\n',
      is: ':5 Disk resolved docs/runbooks/disk-full.md',
    },
    {
      path: 'policies.tf',
      rule: 'resource "google_monitoring_alert_policy" "p" {\n  display_name = "Disk"\n  user_labels = { runbook = "docs/runbooks/gone.md" }\n}\n',
      is: ':2 Disk dead docs/runbooks/gone.md',
    },
    {
      path: 'azure.tf',
      rule: 'resource "azurerm_monitor_metric_alert" "a" {\n  name = "disk"\n  description = "Runbook: docs/runbooks/disk-full.md"\n}\nresource "azurerm_storage_account" "s" {\n  name = "x"\n}\n',
      is: ':2 disk resolved docs/runbooks/disk-full.md',
    },
  ],
  '14. placeholders, and addresses without a scheme': [
    ...['TBD', 'TODO', '""', 'n/a', '"https://TBD"', '"TODO: write it"'].map((text) => ({
      rule: group(`runbook_url: ${text}`),
      is: ':4 DiskFull none',
    })),
    { rule: group('runbook_url: "aka.ms/acme-x"'), is: ':4 DiskFull outside' },
    { rule: group('runbook_url: wiki.acme.io/disk'), is: ':4 DiskFull outside' },
    {
      rule: group('runbook_url: github.com/acme/shop/blob/main/docs/runbooks/disk-full.md'),
      is: ':4 DiskFull resolved docs/runbooks/disk-full.md',
    },
  ],
};

/** Texts in Jsonnet, which are counted and not read, with the number of their alerts. */
export const jsonnetTexts: ReadonlyArray<readonly [string, number]> = [
  ["{ alert: 'X', annotations: { runbook_url: $._config.pattern % 'x' } }", 1],
  ["[{ alert: 'X' }, { alert: 'Y' }]", 2],
  ['{\n  "alert": "X",\n  expr: |||\n  |||\n}', 1],
  ["local a = import 'b';\n{ alert:: 'X' }", 1],
  ["{ 'alert': 'A' } + { alert: 'B' } + { alert: 'C' }", 3],
];

/** Returns what is read of a fixture, and what should be. */
export async function readFixture({ rule, is, path = 'alerts/disk.yaml', files = usual }: Fixture): Promise<{
  readonly found: string[];
  readonly wanted: string[];
}> {
  return {
    found: await surveyed({ [path]: rule, ...files }, { keys: ['wiki_page'] }),
    wanted: [`${path}${is}`],
  };
}
