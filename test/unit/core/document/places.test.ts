import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../../src/core/document/parse.ts';
import { linesOfBlock, linesOfCode } from '../../../../src/core/document/places.ts';
import { ownTexts } from '../../../fuzz/documents/texts.ts';
import { examples } from '../../support/examples.ts';
import { wildMarkdown } from '../../support/markdown.ts';

/** Every line of every block, as it is read and as it stands at the place that is given for it. */
function linesOf(text: string): Array<{ read: string; found: string; line: number }> {
  const { lines, blocks } = parseDocument(text, 'a.md');
  return blocks.flatMap((block) => {
    const read = block.text.split('\n');
    return linesOfBlock(lines, block).map((span, index) => ({
      read: read[index] ?? '',
      found: lines.text(span.line).slice(span.from, span.from + span.text.length),
      line: span.line,
    }));
  });
}

/** Without what the parser may have turned into something else: white space, and the backslash that it puts before marks that are too deep. */
const bare = (text: string): string => text.replace(/[\s\\]+/g, '');

function assertInPlace(text: string): void {
  const firstLines = parseDocument(text, 'a.md').blocks.map(({ firstLine }) => firstLine);
  assert.deepEqual(
    firstLines,
    firstLines.toSorted((a, b) => a - b),
    text,
  );
  for (const { read, found, line } of linesOf(text)) {
    assert.ok(bare(found).endsWith(bare(read)), `line ${line}: ${JSON.stringify({ read, found, text })}`);
  }
}

describe('lines of blocks', () => {
  it('stand where they are said to stand, in the documents of the sample and the tests', () => {
    ownTexts().forEach(assertInPlace);
  });

  it('stand where they are said to stand, in any text', () => {
    fc.assert(fc.property(wildMarkdown, assertInPlace), { numRuns: examples(1000) });
  });

  it('stand where they are said to stand in quotations that go on without marks, and in lists in them', () => {
    const piece = fc.constantFrom(
      '- ',
      '> ',
      '>',
      '  ',
      '    ',
      '1. ',
      'a',
      'a',
      'a',
      '\n',
      '\n',
      '\n\n',
      '# ',
      '```\n',
      '| a | b |\n| - | - |\n',
      '===',
      '---',
      '[ ] ',
      '* ',
      '<b>',
      '***',
    );
    fc.assert(
      fc.property(
        // Each word is another one, so that no line is taken for another.
        fc
          .array(piece, { maxLength: 25 })
          .map((pieces) => pieces.map((text, index) => (text === 'a' ? `w${index}` : text)).join('')),
        assertInPlace,
      ),
      { numRuns: examples(3000) },
    );
  });

  it('stand where they are said to stand behind lines that are indented', () => {
    for (const text of ['> a\n    b\nc\n', '- a\n      b\n  c\n', '> > a\n      b\nc\n> d\n']) {
      assertInPlace(text);
    }
  });

  it('begin behind the marks of what they stand in', () => {
    const { lines, blocks } = parseDocument('# A\n\n> - [ ] **Impact**: shop\n>   more\n\n```sh\nls\n```\n', 'a.md');
    assert.deepEqual(
      blocks.map((block) => linesOfBlock(lines, block)),
      [
        [{ line: 0, from: 2, text: 'A' }],
        [
          { line: 2, from: 8, text: '**Impact**: shop' },
          { line: 3, from: 4, text: 'more' },
        ],
        [{ line: 6, from: 0, text: 'ls' }],
      ],
    );
  });

  it('of code are given only where they stand there letter by letter', () => {
    const { lines, blocks } = parseDocument('- a\n\n\t\t\tls\n', 'a.md');
    const code = blocks.at(-1);
    assert.equal(code?.type, 'code');
    assert.equal(linesOfCode(lines, code), undefined);
  });
});
