import { folderOf, type CatalogDocument } from '../document/document.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { pluralOf } from '../vocabulary/kind.ts';

interface Around {
  readonly document: CatalogDocument;
  readonly neighbourhood: Neighbourhood;
}

/** Returns the neighbours of a document without the document itself: it must not influence its own expectation. */
export function othersOf({ document, neighbourhood }: Around): CatalogDocument[] {
  return neighbourhood.documents.filter(({ uri }) => uri !== document.uri);
}

/** Returns the other documents in the same folder, if the neighbourhood is a wider one. They count more. */
export function siblingsOf(around: Around): CatalogDocument[] {
  const folder = folderOf(around.document.path);
  return folder === around.neighbourhood.folder ? [] : othersOf(around).filter(({ path }) => folderOf(path) === folder);
}

/** Returns the other documents in words: "other runbooks in alerts/". */
export function othersInWords({ document, neighbourhood: { folder } }: Around): string {
  const place = folder === '' ? 'this repository' : `${folder}/`;
  return `other ${pluralOf(document.kind)} in ${place}`;
}
