import type { Kind } from './kind.ts';
import { normaliseName } from './normalise.ts';
import type { OwnName, SectionOf } from './section-ids.ts';
import { canonicalIds } from './vocabulary.ts';

/** Returns the key of a section with its own name. */
export function nameKey(title: string): OwnName {
  return `=${normaliseName(title)}`;
}

/** Returns the keys of a section title within a kind. Empty only if the title has no letters or digits. */
export function sectionKeys<K extends Kind>(kind: K, title: string): ReadonlyArray<SectionOf<K> | OwnName> {
  const ids = canonicalIds(kind, title);
  return ids.length > 0 ? ids : normaliseName(title) === '' ? [] : [nameKey(title)];
}
