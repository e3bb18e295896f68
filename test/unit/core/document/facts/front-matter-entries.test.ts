import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterEntries, frontMatterFault } from '../../../../../src/core/document/facts/front-matter-entries.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import type { Range } from '../../../../../src/core/text/position.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';
import { assertInside } from '../../../support/assertions.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, wildMarkdown } from '../../../support/markdown.ts';

function entriesOf(text: string): ReturnType<typeof frontMatterEntries> {
  return frontMatterEntries(parseDocument(text, 'a.md'));
}

function textAt(text: string, { start, end }: Range): string {
  const lines = Lines.of(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

describe('front matter entries', () => {
  it('give each key and value with its place', () => {
    const text = '---\ntitle: "A page"\nSeverity:   SEV-2 # high\nservices:\n  - a\n  - \'b c\'\ncount: 3\n---\n';
    assert.deepEqual(
      entriesOf(text).map(({ key, keyRange, value, valueRange, parts }) => [
        key,
        textAt(text, keyRange),
        value,
        textAt(text, valueRange),
        parts.map((part) => [part.text, textAt(text, part.range)]),
      ]),
      [
        ['title', 'title', 'A page', '"A page"', [['A page', 'A page']]],
        ['Severity', 'Severity', 'SEV-2', 'SEV-2', [['SEV-2', 'SEV-2']]],
        [
          'services',
          'services',
          ['a', 'b c'],
          "- a\n  - 'b c'",
          [
            ['a', 'a'],
            ['b c', 'b c'],
          ],
        ],
        ['count', 'count', 3, '3', [['3', '3']]],
      ],
    );
  });

  it('place an empty value behind its colon', () => {
    const [entry] = entriesOf('---\nowner:\n---\n');
    assert.equal(entry?.value, null);
    assert.deepEqual(entry.parts, []);
    assert.deepEqual(entry.valueRange, { start: { line: 1, character: 6 }, end: { line: 1, character: 6 } });
  });

  it('end a block of text where its last line ends', () => {
    const text = '---\r\nsummary: |\r\n  one\r\n  two\r\nowner: me\r\n---\r\n';
    assert.equal(entriesOf(text)[0]?.valueRange.end.line, 3);
    assert.equal(textAt(text, entriesOf(text)[1]?.valueRange ?? entriesOf(text)[0]!.keyRange), 'me');
  });

  it('are none without front matter, in TOML, in a list and in broken YAML', () => {
    for (const text of ['# a', '+++\na = 1\n+++\n', '---\n- a\n---\n', '---\na: [b\n---\n', '---\n---\n']) {
      assert.deepEqual(entriesOf(text), [], text);
    }
  });

  it('lie inside any text, and each key is where it is said to be', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          wildMarkdown,
          anyText.map((text) => `---\na: 1\n${text}\n---\n`),
        ),
        (text) => {
          const lines = Lines.of(text);
          for (const { key, keyRange, valueRange, parts } of entriesOf(text)) {
            assertInside(lines, keyRange, key);
            assertInside(lines, valueRange, key);
            parts.forEach((part) => assertInside(lines, part.range, part.text));
          }
          const fault = frontMatterFault(parseDocument(text, 'a.md'));
          if (fault !== undefined) {
            assertInside(lines, fault, 'fault');
          }
        },
      ),
      { numRuns: examples(1000) },
    );
  });

  it('give back what was written, whatever the values', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9 ]{0,12}[a-z0-9]$/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{1,8}$/), word, { maxKeys: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (values, eol) => {
          const all = Object.entries(values);
          const text = ['---', ...all.map(([key, value]) => `${key}: '${value}'`), '---', ''].join(eol);
          assert.deepEqual(
            entriesOf(text).map(({ keyRange, parts }) => [
              textAt(text, keyRange),
              ...parts.map(({ range }) => textAt(text, range)),
            ]),
            all,
          );
        },
      ),
    );
  });
});
