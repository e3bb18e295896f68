import { classify, type Classification } from './kind/classify.ts';
import type { ParsedDocument } from './model.ts';
import type { Kind } from '../vocabulary/kind.ts';
import { parseDocument } from './parse.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';
import { sectionKeys, nameKey } from '../vocabulary/section-keys.ts';

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
  /** Whether it is a page that others are made from; such are `other`. */
  readonly isTemplate: boolean;
  /** The text that the ranges refer to, without a byte order mark. */
  readonly text: string;
  /** Section key → positions in `sections`; see `sectionKeys`. Each section is there by its own name too; see `nameKey`. */
  readonly keys: ReadonlyMap<SectionKey, readonly number[]>;
}

/**
 * Understands one text as a document of the catalog. Never throws.
 * @param classification given where the kind is known already: from a team's configuration, or in tests of rules.
 */
export function readDocument(place: DocumentPlace, text: string, classification?: Classification): CatalogDocument {
  const path = pathFromTop(place);
  const parsed = parseDocument(text, path);
  return { ...place, ...parsed, text, ...kindOf(parsed, classification ?? classify(path, parsed)) };
}

/** The same document looked at anew, as another kind or by the classifier; its text is not parsed again. */
export function reclassify(document: CatalogDocument, classification: Classification | undefined): CatalogDocument {
  return { ...document, ...kindOf(document, classification ?? classify(pathFromTop(document), document)) };
}

/** A document's path from the repository's top. */
export function pathFromTop({ prefix, path }: DocumentPlace): string {
  return `${prefix ?? ''}${path}`;
}

/** The folder part of a path with `/` between folders; empty at the root. */
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
    for (const key of new Set([...sectionKeys(kind, title), nameKey(title)])) {
      const found = keys.get(key) ?? [];
      found.push(index);
      keys.set(key, found);
    }
  }
  return keys;
}
