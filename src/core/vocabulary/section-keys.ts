import type { Kind } from './kind.ts';
import { normaliseName } from './normalise.ts';
import { canonicalIds } from './vocabulary.ts';

/** The key of a section that is compared by its own name. */
export function nameKey(title: string): string {
  return `=${normaliseName(title)}`;
}

/** The keys by which a section title is compared within a kind. Empty only for a title without letters or digits. */
export function sectionKeys(kind: Kind, title: string): readonly string[] {
  const ids = canonicalIds(kind, title);
  return ids.length > 0 ? ids : normaliseName(title) === '' ? [] : [nameKey(title)];
}
