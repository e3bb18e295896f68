import assert from 'node:assert/strict';
import { linked, type Repository } from './edited.ts';

const page = '# Disk full\n\n## Mitigation\n';
const blob = 'https://github.com/acme/shop/blob/main';

function rule(annotations: string, name = 'DiskFull'): string {
  return `      - alert: ${name}\n        expr: up == 0\n        annotations:\n          ${annotations}\n`;
}

function group(...rules: readonly string[]): string {
  return `groups:\n  - name: disks\n    rules:\n${rules.join('')}`;
}

/** What a link becomes when it should lead to a target, and the files that are there. */
interface Case {
  readonly from: string;
  readonly target: string;
  readonly to: string | undefined;
  readonly files?: Repository;
}

const usual: Repository = {
  'docs/runbooks/disk-full.md': page,
  'docs/runbooks/other.md': page,
  'ops/db/vacuum.md': page,
};
const target = 'docs/runbooks/disk-full.md';

/** Of one rule in `alerts/disk.yaml`. */
const replaced: Readonly<Record<string, readonly Case[]>> = {
  'forge addresses with their ref': [
    { from: `runbook_url: ${blob}/docs/runbooks/gone.md`, target, to: `runbook_url: ${blob}/${target}` },
    { from: `runbook_url: "${blob}/docs/runbooks/gone.md" # c`, target, to: `runbook_url: "${blob}/${target}" # c` },
    { from: `runbook_url: ${blob}/gone.md?plain=1#x`, target, to: `runbook_url: ${blob}/${target}?plain=1` },
    {
      from: `runbook_url: ${blob}/gone.md?plain=1#x`,
      target: `${target}#mitigation`,
      to: `runbook_url: ${blob}/${target}?plain=1#mitigation`,
    },
    {
      from: `runbook_url: ${blob}/gone.md#x?c={{ $labels.c }}`,
      target: `${target}#mitigation`,
      to: `runbook_url: ${blob}/${target}#mitigation?c={{ $labels.c }}`,
    },
    {
      from: `runbook_url: ${blob}/${target}#gone`,
      target: `${target}#mitigation`,
      to: `runbook_url: ${blob}/${target}#mitigation`,
    },
    {
      from: 'runbook_url: https://github.com/acme/shop/tree/v1.2/gone.md',
      target,
      to: `runbook_url: https://github.com/acme/shop/tree/v1.2/${target}`,
    },
    {
      from: 'runbook_url: https://gitlab.acme.io/acme/shop/-/blob/main/gone.md',
      target,
      to: `runbook_url: https://gitlab.acme.io/acme/shop/-/blob/main/${target}`,
    },
    {
      from: 'runbook_url: https://raw.githubusercontent.com/acme/shop/main/gone.md',
      target,
      to: `runbook_url: https://raw.githubusercontent.com/acme/shop/main/${target}`,
    },
    {
      from: `runbook_url: ${blob}/gone.md`,
      target: 'docs/a b (c), "d".md',
      to: `runbook_url: ${blob}/docs/a%20b%20%28c%29%2C%20%22d%22.md`,
    },
    {
      from: 'runbook_url: https://dev.azure.com/acme/shop?path=/gone.md&version=main',
      target,
      to: `runbook_url: https://dev.azure.com/acme/shop?path=/${target}&version=main`,
    },
  ],
  'paths, from the top and from the rule file': [
    { from: 'runbook_url: docs/runbooks/gone.md', target, to: `runbook_url: ${target}` },
    { from: 'runbook_url: /docs/runbooks/gone.md', target, to: `runbook_url: /${target}` },
    { from: 'runbook_url: ../docs/gone.md', target, to: `runbook_url: ../${target}` },
    { from: 'runbook_url: ./gone.md', target: 'alerts/new.md', to: 'runbook_url: ./new.md' },
    { from: "runbook_url: 'docs/runbooks/gone.md'", target: 'ops/db/vacuum.md', to: "runbook_url: 'ops/db/vacuum.md'" },
    {
      from: 'runbook_url: docs/runbooks/gone',
      target: 'docs/runbooks/gone.md#a',
      to: 'runbook_url: docs/runbooks/gone#a',
    },
    {
      from: 'runbook_url: docs/runbooks/gone/',
      target: 'docs/runbooks/other.md',
      to: 'runbook_url: docs/runbooks/other/',
    },
    { from: 'runbook: "[[docs/gone]]"', target, to: 'runbook: "[[docs/runbooks/disk-full]]"' },
    { from: 'runbook: gone.md', target, to: `runbook: ${target}` },
    { from: 'runbook_url: docs/gone.md', target: '@ops/x.md', to: 'runbook_url: "@ops/x.md"' },
  ],
  'sites, with and without endings': [
    {
      from: 'runbook_url: https://docs.acme.io/runbooks/gone/#a',
      target,
      to: 'runbook_url: https://docs.acme.io/runbooks/disk-full/',
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n' },
    },
    {
      from: 'runbook_url: https://docs.acme.io/runbooks/gone.html',
      target,
      to: 'runbook_url: https://docs.acme.io/runbooks/disk-full.html',
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n' },
    },
    {
      from: 'runbook_url: https://docs.acme.io/runbooks/gone',
      target: 'docs/runbooks/net/index.md',
      to: 'runbook_url: https://docs.acme.io/runbooks/net',
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n' },
    },
    {
      from: 'runbook_url: https://acme.github.io/shop/node/gone/',
      target: 'content/runbooks/node/DiskFull.md',
      to: 'runbook_url: https://acme.github.io/shop/node/diskfull/',
      files: {
        'content/runbooks/node/NodeDown.md': page,
        'alerts/node.yaml': group(rule('runbook_url: https://acme.github.io/shop/node/nodedown/', 'NodeDown')),
      },
    },
    {
      from: 'runbook_url: https://docs.acme.io/runbooks/gone/',
      target: 'ops/db/vacuum.md',
      to: 'runbook_url: ops/db/vacuum.md',
      files: { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n' },
    },
  ],
  placeholders: [
    { from: 'runbook_url: TBD', target, to: `runbook_url: ${target}` },
    { from: 'runbook_url: "TBD" # later', target, to: `runbook_url: "${target}" # later` },
    { from: 'runbook_url: ""', target, to: `runbook_url: "${target}"` },
    { from: "runbook_url: ''", target, to: `runbook_url: '${target}'` },
    { from: 'runbook_url:', target, to: `runbook_url: ${target}` },
    {
      from: 'runbook_url: TODO',
      target,
      to: `runbook_url: ${blob}/${target}`,
      files: { 'alerts/b.yaml': group(rule(`runbook_url: ${blob}/docs/runbooks/other.md`, 'Other')) },
    },
  ],
  'texts that name a runbook': [
    {
      from: 'description: "Full. Runbook: docs/gone.md. Hurry."',
      target,
      to: `description: "Full. Runbook: ${target}. Hurry."`,
    },
    {
      from: `description: See [the runbook](${blob}/gone.md), then wait.`,
      target,
      to: `description: See [the runbook](${blob}/${target}), then wait.`,
    },
  ],
  'links that a template makes': [
    {
      from: "runbook_url: '{{`https://github.com/acme/shop/blob/main/gone.md?c={{ $labels.c }}`}}'",
      target,
      to: `runbook_url: '{{\`${blob}/${target}?c={{ $labels.c }}\`}}'`,
    },
    { from: 'runbook_url: {{ .Values.base }}/gone.md', target, to: undefined },
    { from: 'runbook_url: docs/{{ $labels.service }}/README.md', target, to: undefined },
  ],
};

describe('linkEdit changes a link', () => {
  for (const [title, cases] of Object.entries(replaced)) {
    it(title, async () => {
      for (const { from, target: wanted, to, files = {} } of cases) {
        for (const eol of ['\n', '\r\n']) {
          const written = (annotation: string): string =>
            group(
              rule(annotation),
              rule(`runbook_url: ${blob}/elsewhere.md`, 'Zzz').replace('shop', 'other'),
            ).replaceAll('\n', eol);
          const changed = await linked({ 'alerts/disk.yaml': written(from), ...usual, ...files }, 'DiskFull', wanted);
          assert.equal(changed, to === undefined ? undefined : written(to), from);
        }
      }
    });
  }

  it('in Helm, where only known text changes', async () => {
    const text = (path: string): string =>
      `{{- $base := "${blob}" -}}\n{{- $alert := "DiskFull" -}}\nalert: {{ $alert }}\nexpr: up\nannotations:\n  runbook_url: {{ $base }}/${path}\n`;
    const changed = await linked({ 'chart/a.yaml': text('docs/gone.md'), ...usual }, 'DiskFull', target);
    assert.equal(changed, text(target));
    const named = await linked({ 'chart/a.yaml': text('docs/{{ $alert }}.md'), ...usual }, 'DiskFull', target);
    assert.equal(named, undefined);
  });

  it('in Terraform and JSON', async () => {
    const monitor = (path: string): string =>
      `locals {\n  base = "${blob}"\n}\nresource "datadog_monitor" "a" {\n  name = "A"\n  message = "Slow.\\n\\nRunbook: \${local.base}/${path}\\n@x"\n}\n`;
    assert.equal(await linked({ 'a.tf': monitor('gone.md'), ...usual }, 'A', target), monitor(target));
    const json = (path: string): string =>
      `{"groups": [{"rules": [{"alert": "A", "expr": "up", "annotations": {"runbook_url": "${path}"}}]}]}`;
    assert.equal(
      await linked({ 'a.json': json('gone.md'), ...usual }, 'A', 'docs/runbooks/other.md'),
      json('docs/runbooks/other.md'),
    );
  });

  it('not where an alias gives it to others too', async () => {
    const text = `x: &usual\n  runbook_url: gone.md\ngroups:\n- rules:\n  - alert: A\n    expr: up\n    annotations: *usual\n  - alert: B\n    expr: up\n    annotations: *usual\n`;
    assert.equal(await linked({ 'a.yaml': text, ...usual }, 'A', target), undefined);
  });
});

describe('linkEdit adds a link', () => {
  /** Rules, by what they become; `+` begins a line that is added. */
  const added: Readonly<Record<string, string>> = {
    'to the annotations': `groups:\n- rules:\n  - alert: A\n    expr: up\n    annotations:\n      summary: a\n+     runbook_url: ${target}\n    labels: {a: b}\n`,
    'to annotations after a comment': `- alert: A\n  annotations: # told\n      # of it\n      summary: a\n+     runbook_url: ${target}\n\n  # up\n  expr: up\n`,
    'to annotations that end in a text': `- alert: A\n  expr: up\n  annotations:\n    description: |\n      a\n\n      b\n+   runbook_url: ${target}\n\n- alert: B\n  expr: up\n`,
    'to annotations with templates of Prometheus in them': `- alert: A\n  expr: up\n  annotations:\n    summary: It is {{ with query "up" }}{{ . }}{{ end }}\n+   runbook_url: ${target}\n`,
    'to annotations whose text counts blank lines': `- alert: A\n  expr: up\n  annotations:\n+   runbook_url: ${target}\n    description: |+\n      a\n\n\n- alert: B\n  expr: up\n`,
    'to a rule without annotations': `- alert: A\n  expr: up\n  labels:\n      severity: page\n+ annotations:\n+     runbook_url: ${target}\n- alert: B\n  expr: up\n`,
    'to a rule whose name is not first': `- expr: |\n    up\n  alert: A\n+ annotations:\n+   runbook_url: ${target}\n`,
    'to a resource': `kind: PrometheusRule\nspec:\n  groups:\n  - rules:\n    - alert: A\n      expr: up\n+     annotations:\n+       runbook_url: ${target}\n---\nkind: Service\n`,
    'to rules that a text holds': `kind: ConfigMap\ndata:\n  rules.yml: |\n    groups:\n    - rules:\n      - alert: A\n        expr: up\n        annotations:\n          summary: a\n+         runbook_url: ${target}\n`,
    'to a rule of Grafana': `apiVersion: 1\ngroups:\n- name: g\n  rules:\n  - uid: a\n    title: A\n    condition: C\n    data:\n    - refId: A\n      annotations:\n        no: no\n    for: 5m\n+   annotations:\n+     runbook_url: ${target}\n`,
    'to a template, whatever is left out': `{{- $alert := "A" -}}\n{{- if .on }}\nalert: {{ $alert }}\nannotations:\n+ runbook_url: ${target}\n  {{- if .x }}\n  summary: x\n  {{- end }}\nexpr: up\n{{- end }}\n`,
    'to a template without annotations': `spec:\n  groups:\n  - rules:\n    {{- if .on }}\n    - alert: A\n+     annotations:\n+       runbook_url: ${target}\n      expr: up\n      {{- with .labels }}\n      labels: {{ toYaml . }}\n      {{- end }}\n    {{- end }}\n`,
    'in the key of the file': `- alert: B\n  expr: up\n  annotations: {playbook: "docs/runbooks/other.md"}\n- alert: A\n  expr: up\n+ annotations:\n+   playbook: "${target}"\n`,
    'as a label, where the file does': `- alert: B\n  expr: up\n  labels:\n    runbook: /docs/runbooks/other\n- alert: A\n  expr: up\n  labels:\n    severity: page\n+   runbook: /docs/runbooks/disk-full\n`,
  };

  for (const [title, marked] of Object.entries(added)) {
    it(title, async () => {
      for (const eol of ['\n', '\r\n']) {
        const before = marked.replace(/^\+.*\n/gm, '').replaceAll('\n', eol);
        const after = marked.replace(/^\+/gm, ' ').replaceAll('\n', eol);
        assert.equal(await linked({ 'rules/a.yaml': before, ...usual }, 'A', target), after);
      }
    });
  }

  it('in brackets', async () => {
    for (const [before, after] of [
      ['- {alert: A, expr: up}', `- {alert: A, annotations: {runbook_url: ${target}}, expr: up}`],
      ['- {alert: A, expr: up, annotations: {}}', `- {alert: A, expr: up, annotations: {runbook_url: ${target}}}`],
      [
        '- { expr: \'a{b="annotations: {"}\', alert: A, annotations: { summary: x } }',
        `- { expr: 'a{b="annotations: {"}', alert: A, annotations: { runbook_url: ${target}, summary: x } }`,
      ],
      [
        '- alert: A\n  expr: up\n  annotations: {summary: x}',
        `- alert: A\n  expr: up\n  annotations: {runbook_url: ${target}, summary: x}`,
      ],
    ] as const) {
      assert.equal(await linked({ 'a.yaml': `${before}\n`, ...usual }, 'A', target), `${after}\n`);
    }
    const json =
      '{\n  "groups": [{"rules": [\n    {\n      "alert": "A",\n      "expr": "up",\n      "annotations": {\n        "summary": "x"\n      }\n    }]}]\n}\n';
    const changed = await linked({ 'a.json': json, ...usual }, 'A', target);
    assert.equal(changed, json.replace('"summary"', `"runbook_url": "${target}",\n        "summary"`));
    const bare = '{"groups": [{"rules": [{"alert": "A", "expr": "up"}]}]}';
    assert.deepEqual(JSON.parse((await linked({ 'a.json': bare, ...usual }, 'A', target)) ?? ''), {
      groups: [{ rules: [{ alert: 'A', annotations: { runbook_url: target }, expr: 'up' }] }],
    });
  });

  it('in the form of the group, then of the repository, then as on the forge', async () => {
    const bare = group('      - alert: A\n        expr: up\n');
    const own = group('      - alert: A\n        expr: up\n        annotations:\n          RUN: x\n');
    const site = { 'mkdocs.yml': 'site_url: https://docs.acme.io/\n' };
    const other = {
      'b.yaml': group(rule('runbook: https://docs.acme.io/runbooks/other/', 'B')),
      'c.yaml': group(
        rule(`runbook_url: ${blob}/docs/runbooks/other.md`, 'C'),
        rule(`runbook_url: ${blob}/docs/runbooks/other.md`, 'D'),
      ).replace('disks', 'more'),
    };
    const changed = await linked({ 'a.yaml': bare, ...usual, ...site, ...other }, 'A', target);
    assert.equal(changed, own.replace('RUN: x', 'runbook: https://docs.acme.io/runbooks/disk-full/'));
    const alone = await linked({ 'a.yaml': bare.replace('disks', 'z'), ...usual, ...site, ...other }, 'A', target);
    assert.equal(alone, own.replace('disks', 'z').replace('RUN: x', `runbook_url: ${blob}/${target}`));
    const forge = await linked({ 'a.yaml': bare, ...usual }, 'A', `${target}#mitigation`, {
      forge: 'https://github.com/acme/shop/blob/main',
    });
    assert.equal(forge, own.replace('RUN: x', `runbook_url: ${blob}/${target}#mitigation`));
  });

  it('not where that is not safe', async () => {
    for (const [path, text] of [
      ['a.tf', 'resource "datadog_monitor" "a" {\n  name = "A"\n  message = "x"\n}\n'],
      ['a.json', '{"name": "A", "type": "metric alert", "query": "q", "message": "m"}'],
      ['a.yaml', 'x: &u {summary: a}\nrules:\n- alert: A\n  expr: up\n  annotations: *u\n'],
      ['a.yaml', '- alert: A\n  expr: up\n  annotations: {{ toYaml .Values.annotations | nindent 4 }}\n'],
    ] as const) {
      assert.equal(await linked({ [path]: text, ...usual }, 'A', target), undefined, text);
    }
  });
});
