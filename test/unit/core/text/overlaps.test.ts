import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, withoutOverlaps, type TextEdit } from '../../../../src/core/text/edit.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { comparePositions } from '../../../../src/core/text/position.ts';
import { wildMarkdown } from '../../support/markdown.ts';

/** A text and edits of it that may overlap in any way. */
const textWithEdits = wildMarkdown.chain((text) => {
  const lines = Lines.of(text);
  const edit = fc
    .tuple(fc.nat(text.length), fc.nat(12), fc.string({ maxLength: 3 }))
    .map(([from, length, newText]): TextEdit => ({
      range: { start: lines.positionAt(from), end: lines.positionAt(from + length) },
      newText,
    }));
  return fc.record({ text: fc.constant(text), edits: fc.array(edit, { maxLength: 8 }) });
});

describe('withoutOverlaps', () => {
  it('gives edits in the order of their places, none beginning before the one before it ends', () => {
    fc.assert(
      fc.property(textWithEdits, ({ text, edits }) => {
        const kept = withoutOverlaps(text, edits);
        for (const [index, { range }] of kept.entries()) {
          const before = kept[index - 1];
          assert.ok(before === undefined || comparePositions(before.range.end, range.start) <= 0);
        }
      }),
    );
  });

  it('gives edits that it was given, leaves out only such as overlap one it keeps, and changes nothing more', () => {
    fc.assert(
      fc.property(textWithEdits, ({ text, edits }) => {
        const kept = withoutOverlaps(text, edits);
        assert.ok(kept.every((edit) => edits.includes(edit)));
        for (const { range } of edits.filter((edit) => !kept.includes(edit))) {
          assert.ok(
            kept.some(
              (other) =>
                comparePositions(other.range.start, range.start) <= 0 &&
                comparePositions(range.start, other.range.end) < 0,
            ),
          );
        }
        assert.deepEqual(withoutOverlaps(text, kept), kept);
      }),
    );
  });

  it('leaves edits which make the same text as all of them', () => {
    fc.assert(
      fc.property(textWithEdits, ({ text, edits }) =>
        assert.equal(applyEdits(text, withoutOverlaps(text, edits)), applyEdits(text, edits)),
      ),
    );
  });

  it('keeps the order of several insertions at one place, before what is replaced there', () => {
    const at = { line: 0, character: 1 };
    const insert = (newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
    const replace = { range: { start: at, end: { line: 0, character: 2 } }, newText: 'x' };
    assert.deepEqual(withoutOverlaps('abc', [replace, insert('1'), insert('2')]), [insert('1'), insert('2'), replace]);
  });

  it('keeps edits that touch', () => {
    const edit = (from: number, to: number): TextEdit => ({
      range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
      newText: '',
    });
    assert.deepEqual(withoutOverlaps('abcdef', [edit(2, 4), edit(0, 2)]), [edit(0, 2), edit(2, 4)]);
    assert.deepEqual(withoutOverlaps('abcdef', [edit(1, 4), edit(0, 2)]), [edit(0, 2)]);
  });
});
