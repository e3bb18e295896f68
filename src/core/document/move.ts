import { readDocument, type CatalogDocument } from './document.ts';
import type { Section } from './model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Lines } from '../text/lines.ts';
import type { Position } from '../text/position.ts';

/** A section, and the section that it goes after or before. */
export interface Move {
  readonly section: Section;
  readonly anchor: Section;
  readonly side: 'behind' | 'before';
}

/**
 * Returns edits that move sections with their content and the blank lines before them. Every line stays as it was. Only for headings
 * under the same parent. Undefined if the result would not have the same sections.
 */
export function moveSections(document: CatalogDocument, moves: readonly Move[]): readonly TextEdit[] | undefined {
  const { lines } = document;
  const edits: TextEdit[] = [];
  for (const move of moves) {
    const made = editsOf(document.text, lines, move);
    if (made === undefined) {
      return undefined;
    }
    edits.push(...made);
  }
  return moves.length > 0 && saysTheSame(document, edits) ? edits : undefined;
}

function editsOf(text: string, lines: Lines, { section, anchor, side }: Move): readonly TextEdit[] | undefined {
  const clean = [section, anchor].every(
    ({ style, titleRange }) => style === 'heading' && /^ {0,3}#{1,6}\s/.test(lines.text(titleRange.start.line)),
  );
  const start = textEndBefore(lines, section.titleRange.start.line);
  const end = endOf(lines, section);
  const at = side === 'behind' ? endOf(lines, anchor) : textEndBefore(lines, anchor.titleRange.start.line);
  if (!clean || section.level !== anchor.level || section.parent !== anchor.parent) {
    return undefined;
  }
  if (start === undefined || at === undefined) {
    return undefined;
  }
  const newText = text.slice(lines.offsetAt(start), lines.offsetAt(end));
  return [
    { range: { start: at, end: at }, newText },
    { range: { start, end }, newText: '' },
  ];
}

/** The end of a section's last line with text. */
function endOf(lines: Lines, { range, titleRange }: Section): Position {
  let { line } = range.end;
  while (line > titleRange.start.line && lines.text(line).trim() === '') {
    line -= 1;
  }
  return lines.range(line, line).end;
}

/** The end of the last line with text above a line; undefined if there is none. */
function textEndBefore(lines: Lines, line: number): Position | undefined {
  for (let above = line - 1; above >= 0; above -= 1) {
    if (lines.text(above).trim() !== '') {
      return lines.range(above, above).end;
    }
  }
  return undefined;
}

/** Whether the sections are the same after the edits, in another order. */
function saysTheSame(document: CatalogDocument, edits: readonly TextEdit[]): boolean {
  const after = readDocument(document, applyEdits(document.text, edits), document);
  return shapeOf(after) === shapeOf(document);
}

function shapeOf({ sections, blocks, problems }: CatalogDocument): string {
  const titles = sections.map(({ title, level, style, state, parent, comments }) =>
    JSON.stringify([title, level, style, state, sections[parent ?? -1]?.title, comments]),
  );
  const texts = blocks.map(({ type, text, quoted, depth }) => JSON.stringify([type, text, quoted, depth]));
  return JSON.stringify([titles.toSorted(), texts.toSorted(), problems.length]);
}
