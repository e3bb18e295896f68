import { classify, type Classification } from './kind/classify.ts';
import type { ParsedDocument } from './model.ts';
import type { Kind } from '../vocabulary/kind.ts';
import { parseDocument } from './parse.ts';
import { readings } from '../vocabulary/normalise.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';
import { sectionKeys, nameKey } from '../vocabulary/section-keys.ts';

/** Location of a document. */
export interface DocumentPlace {
  /** Unique id: a URI in the editor, a path on the command line. */
  readonly uri: string;
  /** Id of the workspace folder or repository that it belongs to. */
  readonly root: string;
  /** Relative to the root, with `/` between folders. */
  readonly path: string;
  /**
   * Path from the top of the repository to the root, ending in `/`. Absent if the root is the top, or if nothing is known above it.
   * Folders above the root count for the kind of a document as much as those below.
   */
  readonly prefix?: string;
}

/** One document of the catalog. */
export interface CatalogDocument extends DocumentPlace, ParsedDocument {
  readonly kind: Kind;
  /** Why it has this kind, in words for a user. */
  readonly why: string;
  /** Whether it is a template for other pages; templates are `other`. */
  readonly isTemplate: boolean;
  /** The text of all ranges, without a byte order mark. */
  readonly text: string;
  /** Section key → indexes in `sections`; see `sectionKeys`. Each section is also there by its own name; see `nameKey`. */
  readonly keys: ReadonlyMap<SectionKey, readonly number[]>;
}

/**
 * Returns the document of a text. Never throws.
 * @param classification if the kind is already known: from the configuration of the team, or in tests of rules.
 */
export function readDocument(place: DocumentPlace, text: string, classification?: Classification): CatalogDocument {
  const path = pathFromTop(place);
  const parsed = parseDocument(text, path);
  return { ...place, ...parsed, text, ...kindOf(parsed, classification ?? classify(path, parsed)) };
}

/** Returns the same document with another kind, or classified again. Its text is not parsed again. */
export function reclassify(document: CatalogDocument, classification: Classification | undefined): CatalogDocument {
  return { ...document, ...kindOf(document, classification ?? classify(pathFromTop(document), document)) };
}

/** Returns the path of a document from the top of the repository. */
export function pathFromTop({ prefix, path }: DocumentPlace): string {
  return `${prefix ?? ''}${path}`;
}

/** Returns the folder part of a path with `/` between folders; empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function kindOf(
  document: ParsedDocument,
  { kind, why, template = false }: Classification,
): Pick<CatalogDocument, 'kind' | 'why' | 'isTemplate' | 'keys'> {
  return { kind, why, isTemplate: template, keys: keysOf(kind, document) };
}

function keysOf(kind: Kind, document: ParsedDocument): ReadonlyMap<SectionKey, readonly number[]> {
  const keys = new Map<SectionKey, number[]>();
  for (const [index, { title }] of document.sections.entries()) {
    for (const key of new Set([
      ...sectionKeys(kind, title),
      nameKey(title),
      ...readings(title).map((name): SectionKey => `=${name}`),
    ])) {
      const found = keys.get(key) ?? [];
      found.push(index);
      keys.set(key, found);
    }
  }
  return keys;
}
