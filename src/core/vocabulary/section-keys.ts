import type { Kind } from './kind.ts';
import { normaliseName } from './normalise.ts';
import type { OwnName, SectionOf } from './section-ids.ts';
import { canonicalIds } from './vocabulary.ts';

/** The key of a section that is compared by its own name. */
export function nameKey(title: string): OwnName {
  return `=${normaliseName(title)}`;
}

/** The keys by which a section title is compared within a kind. Empty only for a title without letters or digits. */
export function sectionKeys<K extends Kind>(kind: K, title: string): ReadonlyArray<SectionOf<K> | OwnName> {
  const ids = canonicalIds(kind, title);
  return ids.length > 0 ? ids : normaliseName(title) === '' ? [] : [nameKey(title)];
}
