import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blanked, restored } from '../../../../src/core/alert/read/go-template.ts';
import { loadAlerts } from '../../../../src/core/index.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** Pieces that rule files and templates are made of, in any order. */
const pieces = fc.constantFrom(
  '{{',
  '}}',
  '{{-',
  '-}}',
  '{{/*',
  '*/}}',
  '{%',
  '%}',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',

  '- alert: A',
  'expr: up',
  'annotations:',
  'runbook_url: docs/a.md',
  '$x := "y"',
  '$x',
  '&a',
  '*a',
  '<<: *a',
  '|',
  '>',
  '[',
  ']',
  '{',
  '}',
  ',',

  'groups:',
  'rules:',
  'title: T',
  'condition: C',
  '---',
  '#',
  ':',
  'resource "datadog_monitor" "x" {',
  'name = "',
  '<<EOT',
  'EOT',
  '${',
  '\ue000',
  '\ue001',
);
const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 60 }).map((all) => all.join(''));

describe('blanking of template parts', () => {
  it('keeps the length and all line breaks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = blanked(text).text;
        assert.equal(result.length, text.length);
        const breaks = (of: string): number[] => [...of.matchAll(/[\r\n]/g)].map(({ index }) => index);
        assert.deepEqual(breaks(result), breaks(text));
      }),
    );
  });

  it('is taken back where a part stands in a value', () => {
    const text = 'a: x {{ .b }}{{ .c }} y\n';
    const parts = blanked(text);
    assert.equal(restored(parts.text.slice(3, -1), text, parts, [3, text.length]), 'x {{ .b }}{{ .c }} y');
  });

  it('leaves a part that is never closed', () => {
    assert.equal(blanked('a: {{ .b\nc: d\n').text, 'a: {{ .b\nc: d\n');
  });
});

describe('reading of hostile rule files', () => {
  it('never throws, and gives places inside the text', async () => {
    const { readAlerts } = await loadAlerts();
    fc.assert(
      fc.property(texts, fc.constantFrom('a.yaml', 'a.json', 'a.tf', 'a.libsonnet', 'a.tpl'), (text, path) => {
        const lines = Lines.of(text);
        for (const { range, nameRange, extent, links } of readAlerts(path, text)?.alerts ?? []) {
          for (const { start, end } of [range, nameRange, extent, ...links.map((link) => link.range)]) {
            assert.deepEqual(lines.clamp(start.line, start.character), start);
            assert.ok(lines.offsetAt(start) <= lines.offsetAt(end));
          }
        }
      }),
    );
  });

  const rule = (index: number): string => `  - alert: A${index}\n    expr: up\n`;
  const hostile: Readonly<Record<string, { text: string; reason?: RegExp; alerts?: number; path?: string }>> = {
    'a bomb of aliases': {
      text: `a0: &a0 {runbook_url: x}\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}, *a${at}]}`).join('\n')}\nrules:\n- alert: A\n  expr: up\n  annotations: *a40\n`,
      alerts: 1,
    },
    'an alias of itself': { text: '- &a\n  alert: A\n  expr: up\n  annotations: &b {<<: *b, c: *a}\n', alerts: 1 },
    'a hundred thousand rules': {
      text: `groups:\n- rules:\n${Array.from({ length: 100_000 }, (_, at) => rule(at)).join('')}`,
      reason: /more than 1000000 characters/,
      alerts: 0,
    },
    'more rules than are read': {
      text: `groups:\n- rules:\n${Array.from({ length: 20_010 }, (_, at) => rule(at)).join('')}`,
      reason: /more than 20000 alerts/,
      alerts: 20_000,
    },
    'tags of all kinds': { text: '- !!js/function\n  alert: !<tag:a> A\n  expr: !!binary up\n', alerts: 1 },
    'a template that never closes': {
      text: `- alert: A\n  expr: up\n  labels: {{ .a\n${'{{ "'.repeat(20_000)}\n`,
      reason: /more than 20000 brackets/,
    },
    'deep nesting': {
      text: `- alert: A\n  expr: up\nb: ${'['.repeat(20_000)}\n`,
      reason: /more than 1000 brackets in one another/,
    },
    'items in items': { text: `${'- '.repeat(50_000)}alert: A\n`, reason: /not valid YAML/ },
    'mappings on one line': {
      text: '- {alert: A, expr: up}\n'.repeat(40_000),
      reason: /more than 20000 brackets/,
      alerts: 0,
    },
    'quotation marks in parts of templates': {
      text: `- alert: A\n  expr: up\nb: ${'{{ " }} '.repeat(50_000)}\n`,
      alerts: 1,
    },
    'more items than a call takes arguments': { text: `alert: &a b\nx:\n${'- a\n'.repeat(130_000)}`, alerts: 0 },
    'brackets on many lines': {
      text: `- alert: A\n  expr: up\n${'a: [\n'.repeat(190_000)}`,
      reason: /more than 20000 brackets/,
    },
    'an error behind alerts': {
      text: '- alert: A\n  expr: up\n- alert: B\n expr: up\n',
      reason: /from line/,
      alerts: 1,
    },
    'a string of Terraform without end': {
      path: 'a.tf',
      text: `resource "datadog_monitor" "a" {\n  name = "A\n  message = "${'${'.repeat(10_000)}`,
      alerts: 1,
    },
    'many heads of Terraform': { path: 'a.tf', text: 'resource "datadog_monitor" "a" {\n'.repeat(10_000), alerts: 0 },
  };
  for (const [name, { text, reason, alerts, path = 'rules.yaml' }] of Object.entries(hostile)) {
    it(`is bounded: ${name}`, async () => {
      const { readAlerts } = await loadAlerts();
      const file = readAlerts(path, text);
      if (alerts !== undefined) {
        assert.equal(file?.alerts.length, alerts);
      }
      if (reason !== undefined) {
        assert.match(file?.unreadable?.reason ?? '', reason);
      }
    }).timeout(10_000);
  }

  it('are read until there are too many alerts in a repository, and the others are named', async () => {
    const { alertReport, surveyAlerts } = await loadAlerts();
    const text = `groups:\n- rules:\n${Array.from({ length: 8000 }, (_, at) => rule(at)).join('')}`;
    const paths = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'values.yaml'];
    const survey = await surveyAlerts({
      paths,
      read: async (path) => Promise.resolve(path === 'values.yaml' ? 'a: b\n' : text),
      repositories: [],
    });
    assert.equal(survey.alerts.length, 24_000);
    assert.deepEqual(alertReport(survey, {}).notes, [
      'Not read: d.yaml: more than 20000 alerts are in other files.',
      '24000 alerts, 0 % with a link that is not dead.',
    ]);
  }).timeout(20_000);
});
