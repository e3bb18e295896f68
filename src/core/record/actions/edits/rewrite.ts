import type { CatalogDocument } from '../../../document/document.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Position, Range } from '../../../text/position.ts';
import type { ActionItem } from '../item.ts';
import { readActionItems } from '../read.ts';
import { replaced } from './write.ts';

/** A line and its new text. */
export interface Rewrite {
  readonly line: number;
  readonly text: string;
}

/** Returns the other items, those of the same section first, then those that stand nearest. */
export function nearest(document: CatalogDocument, item: ActionItem): ActionItem[] {
  const far = ({ section, range }: ActionItem): number =>
    Math.abs(range.start.line - item.range.start.line) + (section === item.section ? 0 : 1_000_000);
  return readActionItems(document)
    .filter((other) => other !== item)
    .toSorted((a, b) => far(a) - far(b));
}

/** Returns a line with something else at a range of it. */
export function at(lines: Lines, range: Range, newText: string): Rewrite {
  return { line: range.start.line, text: replaced(lines, range, newText) };
}

/** The end of the text of an item, before its line break. */
export function atEnd(lines: Lines, { textEnd }: ActionItem, newText: string): Rewrite {
  const broken = lines.text(textEnd.line).slice(0, textEnd.character).endsWith('\\') ? 1 : 0;
  return at(lines, emptyAt({ line: textEnd.line, character: textEnd.character - broken }), newText);
}

/** Returns where something is put in without taking anything out. */
export function emptyAt(position: Position): Range {
  return { start: position, end: position };
}

/** Returns what is at a range of one line; nothing if there is no range. */
export function cut(lines: Lines, range: Range | undefined): string {
  return range === undefined ? '' : lines.text(range.start.line).slice(range.start.character, range.end.character);
}

/** Returns whether two ranges are the same. */
export function sameRange(a: Range | undefined, b: Range | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.character === b.end.character
  );
}
