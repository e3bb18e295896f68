import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument as parseYaml } from 'yaml';
import { fillFrontMatter } from '../../../../../src/core/team/templates/fill-front-matter.ts';
import { examples } from '../../../support/examples.ts';

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return fillFrontMatter(text, (name) => values[name] ?? '');
}

/** Values as they come from people: on one line, without blanks around them. */
const values = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'"\'\\:#-?*&!%@`{}[],|>~= ab0$\t\u0007\u0085\u2028'), maxLength: 12 }),
    fc.constantFrom('yes', 'No', 'null', '~', '1.0', '0x1f', '12:30', '2026-01-01', '---', '...', '- a', '? a', ': a'),
    fc.constantFrom(
      'a: b',
      'a #b',
      '# a',
      'a]',
      '[a',
      '{a: b}',
      'a, b',
      '"',
      "'",
      "it's",
      'a\\',
      '$&',
      '${title}',
      '<<',
    ),
  )
  .map((value) =>
    value
      .replace(/\p{Cs}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

type Reading = (title: string, service: string) => unknown;

/** Lines of front matter, with what each is to be read back as. */
const lines: ReadonlyArray<readonly [text: string, read: Reading]> = [
  ['plain: ${title}', (title) => title || null],
  ['part: Incident ${title} of ${service}', (title, service) => `Incident ${title} of ${service}`.trim()],
  ['first: ${title} - x', (title) => `${title} - x`.trim()],
  ['double: "Incident: ${title}"', (title) => `Incident: ${title}`],
  ['double2: "\\"${title}\\" \\u00e9 ${service}"', (title, service) => `"${title}" é ${service}`],
  ["single: '${title}'", (title) => title],
  ["single2: 'it''s ${title}, ${service}'", (title, service) => `it's ${title}, ${service}`],
  ['flow: [${service}]', (_, service) => (service === '' ? [] : [service])],
  ['flow2: [a, "${title}", ${service} x]', (title, service) => ['a', title, `${service} x`.trim()]],
  ['map: {a: ${title}, "b": [\'${service}\']}', (title, service) => ({ a: title || null, b: [service] })],
  ['list:\n  - ${title}\n  - x ${service}', (title, service) => [title || null, `x ${service}`.trim()]],
  ['deep:\n  - name: ${title}\n    of: "${service}"', (title, service) => [{ name: title || null, of: service }]],
  ['long: one\n  ${title}\n  two', (title) => (title === '' ? undefined : `one ${title} two`)],
  ['literal: |\n  ${title}: x\n  # ${service}\n', (title, service) => `${title}: x\n# ${service}\n`],
  ['folded: >-\n  x ${title}\n  y', (title) => `x ${title} y`],
  ['kept: 2026-01-01 # about ${title}', () => '2026-01-01'],
  ['key:\n  "k ${title}": 1', (title) => ({ [`k ${title}`]: 1 })],
  ['anchor: &a ${title}\nalias: *a', (title) => title || null],
];

describe('fillFrontMatter', () => {
  it('writes any value so that it is read back, in every style, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: 1 }), values, values, (chosen, title, service) => {
        const text = chosen.map(([line]) => `${line}\n`).join('');
        const result = filled(text, { title, service });
        const yaml = parseYaml(result);
        assert.deepEqual(yaml.errors, [], result);
        const read = yaml.toJS() as Record<string, unknown>;
        for (const [line, expected] of chosen) {
          const key = line.slice(0, line.indexOf(':'));
          const wanted = expected(title, service);
          if (wanted !== undefined) {
            assert.deepEqual(read[key], wanted, `${line}\n---\n${result}`);
          }
        }
        assert.equal(Object.keys(read).length, chosen.length + (text.includes('alias:') ? 1 : 0));
      }),
      { numRuns: examples(300) },
    );
  });

  it('keeps the style of each scalar, where it can, and all else byte for byte', () => {
    const text = [
      'title:   "Incident: ${title}"   # the ${title}',
      "short: '${title}'",
      'plain: ${title}',
      'services: [ ${service},other ]',
      'date: ${date}',
      'x: |',
      '    ${title}',
      '',
    ].join('\n');
    assert.equal(
      filled(text, { title: 'Say "hi" \\ it\'s, ok', service: 'a, b', date: '2026-01-02' }),
      [
        'title:   "Incident: Say \\"hi\\" \\\\ it\'s, ok"   # the Say "hi" \\ it\'s, ok',
        "short: 'Say \"hi\" \\ it''s, ok'",
        'plain: Say "hi" \\ it\'s, ok',
        'services: [ "a, b",other ]',
        'date: 2026-01-02',
        'x: |',
        '    Say "hi" \\ it\'s, ok',
        '',
      ].join('\n'),
    );
  });

  it('quotes what a reader of older YAML would take for something else than a text', () => {
    for (const value of ['yes', 'No', 'on', '12:30', '2026-01-01', '1_000']) {
      assert.equal(filled('title: ${title}\n', { title: value }), `title: "${value}"\n`);
    }
  });

  it('stays valid where a value is too long for a key, or missing in a name', () => {
    for (const text of [
      '${title}: 1\n',
      '"x ${title}": 1\n',
      '&x ${title}: 1\n',
      'a: [${title}: 1]\n',
      '? ${title}\n: 1\n',
      '[${title}]: 1\n',
      '&${title} k: 1\n',
      'a: &${title} v\nb: *${title}\n',
    ]) {
      for (const title of ['', ' ', 'x', 'x'.repeat(5000), 'é "\\ '.repeat(900).trim(), '\u0007'.repeat(2000)]) {
        const result = filled(text, { title });
        assert.deepEqual(parseYaml(result).errors, [], `${text} ${title.slice(0, 20)}`);
      }
    }
    assert.equal(filled('title: ${title}\n', { title: 'x'.repeat(5000) }), `title: ${'x'.repeat(5000)}\n`);
    // What is broken itself is filled in whole.
    assert.ok(filled('a: [\nb: ${title}\n', { title: 'x'.repeat(5000) }).includes('x'.repeat(5000)));
  });

  it('keeps line breaks of CR alone', () => {
    assert.equal(
      filled('title: ${title}\rlist: [${service}]\rend: 1\r', { title: 'a: b', service: 'c, d' }),
      'title: "a: b"\rlist: ["c, d"]\rend: 1\r',
    );
  });

  it('leaves empty what is not known', () => {
    assert.equal(
      filled('a: ${x} \nb: [${x}]\nc: "${x}"\nd:\n  - ${x}\ne: {f: ${x}}\ng: ${x} # y\n', {}),
      'a:\nb: []\nc: ""\nd:\n  -\ne: {f: }\ng:  # y\n',
    );
  });

  it('puts only letters and digits into the names of anchors', () => {
    assert.equal(filled('a: &${x} 1\nb: *${x}\n', { x: 'one two: #' }), 'a: &one-two- 1\nb: *one-two-\n');
  });

  it('fills in broken YAML as it is', () => {
    assert.equal(filled('a: "${x}\n', { x: 'b' }), 'a: "b\n');
  });

  it('takes nothing in a value for one of its own marks', () => {
    const value = 'Qv0Q Qv1Q Qvv0Q: "${y}"';
    assert.deepEqual(parseYaml(filled("a: '${x}' # ${x}\nb: ${y}\n", { x: value, y: 'b: [' })).toJS(), {
      a: value,
      b: 'b: [',
    });
  });

  it('is soon done, however many variables there are', () => {
    const text =
      Array.from({ length: 4000 }, (_, index) => `k${index}: \${title}\n`).join('') + `#${'Qv'.repeat(20_000)}`;
    const start = process.cpuUsage();
    const yaml = parseYaml(filled(text, { title: 'a: "b"' }));
    assert.deepEqual(yaml.errors, []);
    assert.equal(yaml.get('k3999'), 'a: "b"');
    assert.ok(process.cpuUsage(start).user < 5_000_000);
  });
});
