import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellsOf } from '../../../../src/core/text/table-cells.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { anyText } from '../../support/markdown.ts';

describe('cellsOf', () => {
  const cells = (line: string): string[] => cellsOf(Lines.of(line), 0).map(({ text }) => text);

  it('reads rows with and without outer bars, in quotations and list items', () => {
    assert.deepEqual(cells('| a | b |'), ['a', 'b']);
    assert.deepEqual(cells('a | b'), ['a', 'b']);
    assert.deepEqual(cells('> | a | | c'), ['a', '', 'c']);
    assert.deepEqual(cells('- | a | b |'), ['a', 'b']);
  });

  it('leaves bars that are escaped', () => {
    assert.deepEqual(cells('| a \\| b | c |'), ['a \\| b', 'c']);
  });

  it('gives what stands at its place in any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom('|', ' ', 'a', '\\', '>', '-', '\t') })),
        (text) => {
          const lines = Lines.of(text);
          for (let line = 0; line < lines.count; line += 1) {
            for (const cell of cellsOf(lines, line)) {
              assert.equal(lines.text(line).slice(cell.from, cell.from + cell.text.length), cell.text);
            }
          }
        },
      ),
    );
  });
});
