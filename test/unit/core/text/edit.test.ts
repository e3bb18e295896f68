import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edit.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { wildMarkdown } from '../../support/markdown.ts';

function insertion(line: number, character: number, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}

/** A text, and a place in each of some of its lines. */
const textWithPlaces = wildMarkdown.chain((text) => {
  const lines = Lines.of(text);
  const places = fc
    .uniqueArray(fc.nat(lines.count - 1), { maxLength: 6 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((line) => fc.record({ line: fc.constant(line), character: fc.nat(lines.text(line).length) })),
      ),
    );
  return fc.record({ text: fc.constant(text), places });
});

describe('applyEdits', () => {
  it('changes nothing without edits', () => {
    fc.assert(fc.property(wildMarkdown, (text) => assert.equal(applyEdits(text, []), text)));
  });

  it('leaves an inserted text in the result, and everything else as it was', () => {
    fc.assert(
      fc.property(textWithPlaces, fc.string(), ({ text, places }, newText) => {
        for (const { line, character } of places) {
          const result = applyEdits(text, [insertion(line, character, newText)]);
          const offset = Lines.of(text).offsetAt({ line, character });
          assert.equal(result, text.slice(0, offset) + newText + text.slice(offset));
        }
      }),
    );
  });

  it('does not care in which order edits at different places come', () => {
    fc.assert(
      fc.property(textWithPlaces, fc.string(), ({ text, places }, newText) => {
        const edits = places.map(({ line, character }, index) => insertion(line, character, `${newText}${index}`));
        assert.equal(applyEdits(text, edits.toReversed()), applyEdits(text, edits));
        assert.equal(
          applyEdits(text, edits).length,
          text.length + edits.reduce((sum, edit) => sum + edit.newText.length, 0),
        );
      }),
    );
  });

  it('keeps the order of several insertions at one place', () => {
    assert.equal(applyEdits('ab', [insertion(0, 1, '1'), insertion(0, 1, '2')]), 'a12b');
  });

  it('replaces and removes across line breaks of any kind', () => {
    const range = { start: { line: 0, character: 1 }, end: { line: 2, character: 1 } };
    assert.equal(applyEdits('ab\r\ncd\ref', [{ range, newText: '-' }]), 'a-f');
    assert.equal(applyEdits('ab\r\ncd\ref', [{ range, newText: '' }]), 'af');
  });

  it('leaves out an edit that overlaps one before it', () => {
    const first = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, newText: 'x' };
    const second = { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, newText: 'y' };
    assert.equal(applyEdits('abcdef', [second, first]), 'xdef');
    const within = { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } }, newText: 'z' };
    assert.equal(applyEdits('abcdef', [within, first]), 'xdef');
  });

  it('moves places outside the text to the nearest one inside', () => {
    assert.equal(applyEdits('ab\ncd', [insertion(9, 9, '!')]), 'ab\ncd!');
    assert.equal(applyEdits('ab\ncd', [insertion(0, 9, '!')]), 'ab!\ncd');
  });
});
