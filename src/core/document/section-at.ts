import { firstIndex } from '../text/first-index.ts';
import type { ParsedDocument, Section } from './model.ts';

/**
 * Returns the innermost section of a line: the last one that begins at or before it. Undefined above the first section.
 * @param line 0-based.
 */
export function sectionAt({ sections }: Pick<ParsedDocument, 'sections'>, line: number): Section | undefined {
  const next = firstIndex(sections.length, (index) => (sections[index]?.range.start.line ?? 0) > line);
  return sections[next - 1];
}
