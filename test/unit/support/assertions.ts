import assert from 'node:assert/strict';
import { Lines } from '../../../src/core/text/lines.ts';
import { comparePositions, type Position, type Range } from '../../../src/core/text/position.ts';
import type { ParsedDocument } from '../../../src/core/document/model.ts';

/** Fails unless the range lies inside the text and begins before it ends. */
export function assertInside(lines: Lines, range: Range, what: string): void {
  assertPosition(lines, range.start, `${what} start`);
  assertPosition(lines, range.end, `${what} end`);
  assert.ok(comparePositions(range.start, range.end) <= 0, `${what} ends before it starts: ${JSON.stringify(range)}`);
}

function assertPosition(lines: Lines, { line, character }: Position, what: string): void {
  assert.ok(Number.isInteger(line) && line >= 0 && line < lines.count, `${what}: no line ${line} of ${lines.count}`);
  assert.ok(
    Number.isInteger(character) && character >= 0 && character <= lines.text(line).length,
    `${what}: no character ${character} on line ${line}`,
  );
}

/** Fails unless every range of the document lies inside the text, and every section in the one it stands in. */
export function assertWellPlaced(text: string, document: ParsedDocument): void {
  const lines = Lines.of(text);
  assertInside(lines, document.titleRange, 'title');
  assert.deepEqual(document.end, lines.end);
  if (document.frontMatter !== undefined) {
    assertInside(lines, document.frontMatter.range, 'front matter');
  }
  for (const problem of document.problems) {
    assertInside(lines, problem.range, problem.message);
  }
  for (const [index, section] of document.sections.entries()) {
    const what = `section ${index} "${section.title}"`;
    assertInside(lines, section.range, what);
    assertInside(lines, section.titleRange, `${what} title`);
    assert.ok(comparePositions(section.range.start, section.titleRange.start) <= 0, `${what} begins after its title`);
    assert.ok(comparePositions(section.titleRange.end, section.range.end) <= 0, `${what} ends before its title does`);
    if (section.parent !== undefined) {
      const parent = document.sections[section.parent];
      assert.ok(parent !== undefined && section.parent < index, `${what} has the parent ${section.parent}`);
      // Labels in a nested list stand in the label of the outer item.
      const ranks = parent.level < section.level || (parent.style === 'label' && section.style === 'label');
      assert.ok(ranks, `${what} does not rank below its parent`);
      assert.ok(comparePositions(parent.range.start, section.range.start) <= 0, `${what} begins before its parent`);
      assert.ok(comparePositions(section.range.end, parent.range.end) <= 0, `${what} ends after its parent`);
    }
  }
}
