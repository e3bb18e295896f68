import { classify, type Classification } from '../classify/classify.ts';
import type { Kind, ParsedDocument } from '../model/document.ts';
import { parseDocument } from '../parse/parse.ts';
import { sectionKeys } from '../templates/template.ts';

/** Who changed a document last, and when. */
export interface LastChange {
  /** ISO 8601 with zone. */
  readonly date: string;
  readonly author: string;
}

/** Where a document stands. */
export interface DocumentPlace {
  /** Identifies the document everywhere; a URI in the editor, a path on the command line. */
  readonly uri: string;
  /** Identifies the workspace folder or repository that it belongs to. */
  readonly root: string;
  /** Relative to the root, with `/` between folders. */
  readonly path: string;
  /**
   * The path from the repository's top to the root, ending in `/`; absent where the root is the top, or nothing is known
   * above it. Folders above the root speak for a document's kind as much as those below it.
   */
  readonly prefix?: string;
}

/** One document of the catalog. */
export interface CatalogDocument extends DocumentPlace, ParsedDocument {
  readonly kind: Kind;
  /** Why it is of this kind, in words for a user. */
  readonly why: string;
  /** The text that the ranges refer to, without a byte order mark. */
  readonly text: string;
  /** Section key → positions in `sections`; see `sectionKeys`. */
  readonly keys: ReadonlyMap<string, readonly number[]>;
}

/**
 * Understands one text as a document of the catalog. Never throws.
 * @param classification given where the kind is known already, such as in tests of rules.
 */
export function readDocument(place: DocumentPlace, text: string, classification?: Classification): CatalogDocument {
  const path = `${place.prefix ?? ''}${place.path}`;
  const parsed = parseDocument(text, path);
  const { kind, why } = classification ?? classify(path, parsed);
  return { ...place, ...parsed, kind, why, text, keys: keysOf(kind, parsed) };
}

function keysOf(kind: Kind, document: ParsedDocument): ReadonlyMap<string, readonly number[]> {
  const keys = new Map<string, number[]>();
  for (const [index, section] of document.sections.entries()) {
    for (const key of sectionKeys(kind, section.title)) {
      const found = keys.get(key) ?? [];
      found.push(index);
      keys.set(key, found);
    }
  }
  return keys;
}

/** The folder part of a path with `/` between folders; empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
