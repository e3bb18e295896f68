import { readDocument, type CatalogDocument } from '../../../document/document.ts';
import { applyEdits, type TextEdit } from '../../../text/edit.ts';
import { plainText } from '../../../text/plain-text.ts';
import { instantOfEntry } from '../../../time/instant.ts';
import type { TimelineEntry } from '../entry.ts';
import { readTimelines } from '../read.ts';
import type { NewEntry } from './new-entry.ts';
import { isExample } from './placeholders.ts';

/** Returns the record after the edits if the entry is there, at its time and with its text, and all others are as they were; else undefined. */
export function working(
  document: CatalogDocument,
  edits: readonly TextEdit[],
  entry: NewEntry,
): CatalogDocument | undefined {
  if (edits.length === 0) {
    return undefined;
  }
  const after = readDocument(document, applyEdits(document.text, edits), document);
  const left = new Map<string, number>();
  for (const known of entriesOf(document)) {
    const key = keyOf(known);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const added = entriesOf(after).filter((found) => {
    const key = keyOf(found);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const [only] = added;
  const kept = [...left.values()].every((count) => count <= 0);
  const instant = only && instantOfEntry(only);
  const precision = only?.clock?.second === undefined ? 60_000 : 1000;
  const works =
    kept &&
    added.length === 1 &&
    only?.clock !== undefined &&
    keepsSections(document, after) &&
    bare(only.text).includes(bare(plainText(entry.text))) &&
    // Without any date in the document the clock alone tells.
    (instant === undefined
      ? only.date === undefined
      : Math.floor(instant.getTime() / precision) === Math.floor(entry.at.getTime() / precision));
  return works ? after : undefined;
}

function entriesOf(document: CatalogDocument): TimelineEntry[] {
  return readTimelines(document).flatMap(({ entries }) => entries);
}

function keyOf({ date, clock, zone, text, shape }: TimelineEntry): string {
  // The second of two entries in one list item is a line, and its first may become one.
  const kind = shape === 'line' ? 'item' : shape;
  return JSON.stringify([date, clock?.hour, clock?.minute, clock?.second, zone, text, kind]);
}

/** All sections are there, in their order, but for examples of entries; at most one more is. */
function keepsSections(before: CatalogDocument, after: CatalogDocument): boolean {
  const titles = before.sections.map(({ title }) => title).filter((title) => !isExample(title));
  let next = 0;
  for (const { title } of after.sections) {
    next += title === titles[next] ? 1 : 0;
  }
  return next === titles.length && after.sections.length <= titles.length + 1;
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
