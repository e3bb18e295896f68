import type { CatalogDocument } from './document.ts';
import type { Section } from './model.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';

/** Returns the sections of a document with one of some keys, in order. */
export function sectionsWith(
  { sections, keys: all }: Pick<CatalogDocument, 'sections' | 'keys'>,
  keys: readonly SectionKey[],
): Section[] {
  const found = new Set(keys.flatMap((key) => all.get(key) ?? []));
  return sections.filter((_, index) => found.has(index));
}
