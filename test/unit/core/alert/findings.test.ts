import assert from 'node:assert/strict';
import { loadAlerts, type RuleLevels, type TeamSettings } from '../../../../src/core/index.ts';

const nothing: Pick<TeamSettings, 'levels' | 'alerts'> = { levels: {}, alerts: {} };

interface Options {
  readonly path?: string;
  readonly levels?: RuleLevels;
  readonly settings?: Partial<typeof nothing>;
}

/** The findings in a file of a repository, `rules.yaml` by default: "line:character-character severity message [rule]", from 1. */
async function foundIn(files: Readonly<Record<string, string>>, options: Options = {}): Promise<string[]> {
  const { path = 'rules.yaml', levels = {}, settings = {} } = options;
  const { alertFindings, surveyAlerts } = await loadAlerts();
  const survey = await surveyAlerts({
    paths: Object.keys(files),
    read: async (file) => Promise.resolve(files[file]),
    repositories: ['acme/shop'],
  });
  return alertFindings(survey, path, {
    text: files[path] ?? '',
    levels,
    settings: { ...nothing, ...settings },
  }).map(({ range: { start, end }, severity, message, rule, of }) => {
    assert.ok(message.includes(of.alert.name));
    return `${start.line + 1}:${start.character + 1}-${end.character + 1} ${severity} ${message} [${rule}]`;
  });
}

const alert = (name: string, link?: string, severity = 'critical'): string =>
  [
    `- alert: ${name}`,
    '  expr: up == 0',
    `  labels: {severity: ${severity}}`,
    ...(link === undefined ? [] : ['  annotations:', `    runbook_url: ${link}`]),
    '',
  ].join('\n');

const page = '# Disk full\n\n## Mitigation\n\nDelete files.\n';
const linked = alert('DiskFull', 'docs/disk-full.md');

describe('alert-runbook-dead', () => {
  const dead = alert('DiskFull', 'docs/old/disk-full.md');
  const told =
    '5:18-39 warning The runbook of DiskFull does not exist: docs/old/disk-full.md. Did you mean docs/disk-full.md? [alert-runbook-dead]';

  it('is told at the link, with what is meant', async () => {
    assert.deepEqual(await foundIn({ 'rules.yaml': dead, 'docs/disk-full.md': page }), [told]);
  });

  it('is told without a hint where nothing is like it', async () => {
    assert.deepEqual(await foundIn({ 'rules.yaml': dead, 'docs/queue.md': page }), [
      '5:18-39 warning The runbook of DiskFull does not exist: docs/old/disk-full.md [alert-runbook-dead]',
    ]);
  });

  it('has the same place with CRLF', async () => {
    const text = dead.replaceAll('\n', '\r\n');
    assert.deepEqual(await foundIn({ 'rules.yaml': text, 'docs/disk-full.md': page }), [told]);
  });

  it('says why an address counts as one of the repository', async () => {
    const [message] = await foundIn({
      'rules.yaml': alert('DiskFull', 'https://docs.acme.io/gone/'),
      'mkdocs.yml': 'site_url: https://docs.acme.io/\n',
      'docs/queue.md': page,
    });
    assert.match(message ?? '', /docs\/gone\.md \(docs\.acme\.io is a site of this repository: mkdocs\.yml names it\)/);
  });

  it('is not told of files that are there, of addresses elsewhere, nor of labels in a link', async () => {
    const links = ['docs/disk-full.md', 'https://wiki.acme.io/x', '"docs/{{ $labels.service }}.md"'];
    const text = links.map((link, at) => alert(`A${at}`, link)).join('');
    assert.deepEqual(await foundIn({ 'rules.yaml': text, 'docs/disk-full.md': page }), []);
  });

  it('is not told of test data', async () => {
    assert.deepEqual(await foundIn({ 'tests/rules.yaml': dead }, { path: 'tests/rules.yaml' }), []);
  });
});

describe('alert-anchor-missing', () => {
  it('is told at the link, with the section that is meant', async () => {
    const text = alert('DiskFull', 'docs/disk-full.md#mitigations');
    assert.deepEqual(await foundIn({ 'rules.yaml': text, 'docs/disk-full.md': page }), [
      '5:18-47 information The runbook of DiskFull has no section #mitigations: docs/disk-full.md. Did you mean #mitigation? [alert-anchor-missing]',
    ]);
  });

  it('is not told of a section that is there', async () => {
    const text = alert('DiskFull', 'docs/disk-full.md#mitigation');
    assert.deepEqual(await foundIn({ 'rules.yaml': text, 'docs/disk-full.md': page }), []);
  });
});

describe('alert-without-runbook', () => {
  const files = { 'docs/disk-full.md': page };

  it('is told at the name of an alert that pages, where half of those have a link', async () => {
    assert.deepEqual(await foundIn({ ...files, 'rules.yaml': linked + alert('QueueStuck', undefined, 'page') }), [
      '6:10-20 hint QueueStuck pages, but has no runbook (1 of 2 alerts that page have one) [alert-without-runbook]',
    ]);
  });

  it('counts all rule files of the repository, but test data', async () => {
    const found = await foundIn({
      ...files,
      'rules.yaml': alert('QueueStuck'),
      'other.yaml': linked,
      'tests/a.yaml': alert('A') + alert('B'),
    });
    assert.equal(found.length, 1);
  });

  it('is not told where fewer than half have a link', async () => {
    assert.deepEqual(await foundIn({ ...files, 'rules.yaml': linked + alert('A') + alert('B') }), []);
  });

  it('is not told of alerts that only warn, or say no severity', async () => {
    const silent = alert('A', undefined, 'warning') + alert('B').replace('severity', 'level');
    assert.deepEqual(await foundIn({ ...files, 'rules.yaml': linked + silent }), []);
  });

  it('takes severities from the team', async () => {
    const text = alert('A', 'docs/disk-full.md', 'high') + alert('B', undefined, 'High') + alert('C');
    const found = await foundIn({ ...files, 'rules.yaml': text }, { settings: { alerts: { paging: ['high'] } } });
    assert.deepEqual(found, [
      '6:10-11 hint B pages, but has no runbook (1 of 2 alerts that page have one) [alert-without-runbook]',
    ]);
  });

  it('says that a link is only a placeholder', async () => {
    assert.deepEqual(await foundIn({ ...files, 'rules.yaml': linked + alert('QueueStuck', 'TBD') }), [
      '6:10-20 hint QueueStuck pages, but its runbook is only a placeholder, "TBD" (1 of 2 alerts that page have one) [alert-without-runbook]',
    ]);
  });

  it('counts placeholders as no link', async () => {
    assert.deepEqual(await foundIn({ ...files, 'rules.yaml': alert('A', 'TBD') + alert('B', 'TODO') }), []);
  });
});

describe('levels of rules for alerts', () => {
  const files = { 'rules.yaml': linked + alert('B') + alert('C', 'docs/gone.md'), 'docs/disk-full.md': page };
  const told = async (options: Options): Promise<string[]> =>
    (await foundIn(files, options)).map((line) => `${line.split(' ')[1]} ${line.slice(line.lastIndexOf('['))}`);

  it('are those of the team, and of the user before them', async () => {
    const settings = { levels: { 'alert-without-runbook': 'error', 'alert-runbook-dead': 'off' } } as const;
    assert.deepEqual(await told({ settings }), ['error [alert-without-runbook]']);
    assert.deepEqual(
      await told({ settings, levels: { 'alert-runbook-dead': 'hint', 'alert-without-runbook': 'off' } }),
      ['hint [alert-runbook-dead]'],
    );
  });
});

describe('comments in rule files that silence', () => {
  const broken = alert('Gone', 'docs/gone.md');
  const other = alert('Lost', 'docs/lost.md');
  const namesIn = async (text: string, path = 'rules.yaml'): Promise<string[]> =>
    (await foundIn({ [path]: text }, { path })).map((line) => /of (\w+)/.exec(line)?.[1] ?? line);

  for (const [form, text] of [
    ['on the line', broken.replace('gone.md', 'gone.md # runbook-lens-disable-line alert-runbook-dead') + other],
    [
      'before the line',
      broken.replace(
        '    runbook_url',
        '    # runbook-lens-disable-next-line alert-runbook-dead -- it moves\n    runbook_url',
      ) + other,
    ],
    ['before the alert', `# runbook-lens-disable-next-line alert-runbook-dead\n${broken}${other}`],
    ['around some', `# runbook-lens-disable\n${broken}# runbook-lens-enable\n${other}`],
  ] as const) {
    it(`silence ${form}`, async () => {
      assert.deepEqual(await namesIn(broken + other), ['Gone', 'Lost']);
      assert.deepEqual(await namesIn(text), ['Lost']);
      assert.deepEqual(await namesIn(text.replaceAll('\n', '\r\n')), ['Lost']);
    });
  }

  it('silence a file, and no other rule than theirs', async () => {
    assert.deepEqual(await namesIn(`${broken}${other}# runbook-lens-disable-file alert-runbook-dead\n`), []);
    assert.deepEqual(await namesIn(`${broken}${other}# runbook-lens-disable-file alert-anchor-missing\n`), [
      'Gone',
      'Lost',
    ]);
  });

  it('are no text with the same words', async () => {
    assert.deepEqual(await namesIn(`${broken}# see docs#runbook-lens-disable-file\n`), ['Gone']);
  });

  it('are those of templates too', async () => {
    const template = `{{- if .Values.alerts }}\n{{/* runbook-lens-disable-next-line alert-runbook-dead */}}\n${broken}${other}{{- end }}\n`;
    assert.deepEqual(await namesIn(template, 'charts/a/templates/a.yaml'), ['Lost']);
  });

  it('are those of Terraform', async () => {
    const monitor = (name: string, comment = ''): string =>
      `resource "datadog_monitor" "${name}" {\n  name = "${name}"\n  message = "Runbook: docs/${name}.md"${comment}\n}\n`;
    assert.deepEqual(await namesIn(monitor('Gone') + monitor('Lost'), 'a.tf'), ['Gone', 'Lost']);
    for (const sign of ['#', '//']) {
      const text = monitor('Gone', ` ${sign} runbook-lens-disable-line`) + monitor('Lost');
      assert.deepEqual(await namesIn(text, 'a.tf'), ['Lost']);
      assert.deepEqual(await namesIn(`${sign} runbook-lens-disable-next-line\n${monitor('Gone')}`, 'a.tf'), []);
    }
  });

  it('are not in JSON', async () => {
    const monitor =
      '{"name": "Gone", "type": "metric alert", "query": "x", "message": "Runbook: docs/gone.md # runbook-lens-disable-line"}';
    assert.deepEqual(await namesIn(monitor, 'a.json'), ['Gone']);
  });
});
