import { assess, decide, pageOf, type Assessment, type Classification } from './kind/classify.ts';
import type { Page } from './kind/neighbours.ts';
import type { ParsedDocument } from './model.ts';
import type { DocumentKind, Kind } from '../vocabulary/kind.ts';
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
  /** Probability of its kind, or of `possible`, from 0 to 1 in hundredths; absent if the kind was set. */
  readonly probability?: number;
  /** The kind that it may have. It is treated as `other` until somebody says so. */
  readonly possible?: DocumentKind;
  /** Whether it is a template for other pages; templates are `other`. */
  readonly isTemplate: boolean;
  /** The properties that count for the pages beside it. */
  readonly page: Page;
  /** The facts that its kind follows from; absent if the kind was set. */
  readonly assessment?: Assessment;
  /** The text of all ranges, without a byte order mark. */
  readonly text: string;
  /** Section key → indexes in `sections`; see `sectionKeys`. Each section is also there by its own name; see `nameKey`. */
  readonly keys: ReadonlyMap<SectionKey, readonly number[]>;
}

/**
 * Returns the document of a text, with the kind that it has by itself. Never throws.
 * @param classification if the kind is already known: from the configuration of the team, or in tests of rules.
 */
export function readDocument(place: DocumentPlace, text: string, classification?: Classification): CatalogDocument {
  const path = pathFromTop(place);
  const parsed = parseDocument(text, path);
  return { ...place, ...parsed, text, ...classified(path, parsed, classification) };
}

/** Returns the same document with another kind, or classified again by itself. Its text is not parsed again. */
export function reclassify(document: CatalogDocument, classification: Classification | undefined): CatalogDocument {
  const { probability: _, possible: __, assessment: ___, ...rest } = document;
  return { ...rest, ...classified(pathFromTop(document), document, classification) };
}

/**
 * Returns the document with the kind that it has among the pages beside it; the same object if nothing changes.
 * @param beside what those pages say; see `Shelf`.
 */
export function settled(document: CatalogDocument, beside: Parameters<typeof decide>[1]): CatalogDocument {
  if (document.assessment === undefined) {
    return document;
  }
  const { kind, why, probability, possible } = decide(document.assessment, beside);
  if (
    kind === document.kind &&
    why === document.why &&
    probability === document.probability &&
    possible === document.possible
  ) {
    return document;
  }
  const { possible: _, ...rest } = document;
  return {
    ...rest,
    kind,
    why,
    ...(probability !== undefined && { probability }),
    ...(possible !== undefined && { possible }),
    keys: kind === document.kind ? document.keys : keysOf(kind, document),
  };
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

function classified(
  path: string,
  document: ParsedDocument,
  given: Classification | undefined,
): Omit<CatalogDocument, keyof ParsedDocument | keyof DocumentPlace | 'text'> {
  const assessment = given === undefined ? assess(path, document) : undefined;
  const decided = assessment === undefined ? given : decide(assessment);
  const { kind = 'other', why = '', probability, possible, template = false } = decided ?? {};
  return {
    kind,
    why,
    ...(probability !== undefined && { probability }),
    ...(possible !== undefined && { possible }),
    isTemplate: template,
    page: assessment?.page ?? pageOf(path, document, kind),
    ...(assessment !== undefined && { assessment }),
    keys: keysOf(kind, document),
  };
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
