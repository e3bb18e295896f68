import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, isSeq } from 'yaml';
import { plainYaml } from '../../../../../src/core/text/yaml/plain-yaml.ts';
import { libraryTree } from '../../../../../src/core/text/yaml/tree.ts';

/** A node with the values and places that readers of alerts use. */
function shape(node: unknown): unknown {
  if (isMap(node)) {
    return {
      start: node.range?.[0],
      pairs: node.items.map(({ key, value }) => [shape(key), shape(value)]),
    };
  }
  if (isSeq(node)) {
    return { start: node.range?.[0], items: node.items.map(shape) };
  }
  if (!isScalar(node)) {
    return node;
  }
  if ((node.value ?? '') === '') {
    return { value: '' };
  }
  const isBlock = node.type?.startsWith('BLOCK') === true;
  return {
    value: node.value ?? '',
    start: node.range?.[0],
    ...(isBlock ? { type: node.type } : { end: node.range?.[1] }),
  };
}

/** What the library reads, without documents that have nothing. */
function read(text: string): unknown[] {
  return libraryTree(text)
    .roots.filter((root) => !isScalar(root) || (root.value ?? '') !== '')
    .map(shape);
}

/** Whether the text is read without the library. Fails if it is, and differently. */
function isPlain(text: string): boolean {
  const nodes = plainYaml(text);
  if (nodes === undefined) {
    return false;
  }
  assert.equal(libraryTree(text).errorAt, undefined, text);
  assert.deepEqual(nodes.map(shape), read(text), text);
  return true;
}

describe('YAML of usual rule files, read without the library', () => {
  const usual = [
    'groups:\n- name: a\n  rules:\n  - alert: A # c\n    expr: up == 0\n\n    for: 5m\n',
    "---\n# c\na: b\n---\nc: \"d \\\" e\"\nf: 'g ''h'''\n",
    'a: |\n  b\n   c\n\n  d\n\ne: >-\n  f\n  g\n\n  h\ni: |+\n  j\n\nk: l\n',
    'a:\r\n  - b: |-\r\n      c\r\n      d\r\n    e: f\r\n',
    '-   a: b\n    c:\n    d: e\n- f\n-\n  g: h\n- - i\n  - j\n',
    'a: {}\nb: []\nc: [0, 5] # d\ne: http://x.y/z#w?q=1\n',
  ];
  for (const text of usual) {
    it(JSON.stringify(text), () => assert.ok(isPlain(text)));
  }

  const unusual = [
    'a: &b c\nd: *b\n',
    'a: {b: c}\n',
    'a: b\n  c\n',
    'a: b: c\n',
    'a:\n\tb: c\n',
    'a: "b\n  c"\n',
    '? a\n: b\n',
    'a: |2\n    b\n',
    'a: !!str b\n',
    '"a": b\n',
    'a: b\n c: d\n',
    'a: b\n- c\n',
    '%YAML 1.2\n---\na: b\n',
    'a: >\n  b\n    c\n',
    'a: "\\x41"\n',
  ];
  for (const text of unusual) {
    it(`leaves to it ${JSON.stringify(text)}`, () => assert.ok(!isPlain(text)));
  }

  it('is the same as the library reads, for all texts', () => {
    const pieces = fc.constantFrom(
      ...'a: b|a:|- |-|a: |- a: b|c|# d|"e"|f: "g\\n"|\'h\'|i: \'j\'|  |    | |\n|\n|\n|\n  |\n  |\n    |\r\n|: |:|#| #|---|a: >\n|a: >-\n|- |+|[]|[a, b]|{}|&|*|!|?|\t|@|%|"|,|...|a : b'.split(
        '|',
      ),
      'a: |\n',
      'a: |-\n',
      '|',
      '\n  - ',
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        plain += isPlain(all.join('')) ? 1 : 0;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(plain > 200, `${plain}`);
  }).timeout(60_000);
});
