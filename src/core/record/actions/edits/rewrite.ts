import type { CatalogDocument } from '../../../document/document.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Position, Range } from '../../../text/position.ts';
import type { ActionItem } from '../item.ts';
import { readActionItems } from '../read.ts';
import { replaced } from './write.ts';

/** A line and what it is to read. */
export interface Rewrite {
  readonly line: number;
  readonly text: string;
}

/** The other items, those of the same section first, then those that stand nearest. */
export function nearest(document: CatalogDocument, item: ActionItem): ActionItem[] {
  const far = ({ section, range }: ActionItem): number =>
    Math.abs(range.start.line - item.range.start.line) + (section === item.section ? 0 : 1_000_000);
  return readActionItems(document)
    .filter((other) => other !== item)
    .toSorted((a, b) => far(a) - far(b));
}

/** A line with something else at a range of it. */
export function at(lines: Lines, range: Range, newText: string): Rewrite {
  return { line: range.start.line, text: replaced(lines, range, newText) };
}

/** Behind an item's text, in front of what breaks the line. */
export function atEnd(lines: Lines, { textEnd }: ActionItem, newText: string): Rewrite {
  const broken = lines.text(textEnd.line).slice(0, textEnd.character).endsWith('\\') ? 1 : 0;
  return at(lines, emptyAt({ line: textEnd.line, character: textEnd.character - broken }), newText);
}

/** Where something is put in without taking anything out. */
export function emptyAt(position: Position): Range {
  return { start: position, end: position };
}

/** What stands at a range of one line; nothing where there is no range. */
export function cut(lines: Lines, range: Range | undefined): string {
  return range === undefined ? '' : lines.text(range.start.line).slice(range.start.character, range.end.character);
}

/** Whether two ranges are the same. */
export function sameRange(a: Range | undefined, b: Range | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.character === b.end.character
  );
}
