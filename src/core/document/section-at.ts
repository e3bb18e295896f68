import type { ParsedDocument, Section } from './model.ts';

/**
 * Returns the innermost section of a line: the last one that begins at or before it. Undefined above the first section.
 * @param line 0-based.
 */
export function sectionAt({ sections }: Pick<ParsedDocument, 'sections'>, line: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sections[middle]?.range.start.line ?? 0) <= line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sections[low - 1];
}
