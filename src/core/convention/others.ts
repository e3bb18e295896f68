import { folderOf, type CatalogDocument } from '../document/document.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { pluralOf } from '../vocabulary/kind.ts';

interface Around {
  readonly document: CatalogDocument;
  readonly neighbourhood: Neighbourhood;
}

/** The documents around one, itself left out: a document has no vote on what is expected of it. */
export function othersOf({ document, neighbourhood }: Around): CatalogDocument[] {
  return neighbourhood.documents.filter(({ uri }) => uri !== document.uri);
}

/** The others in the very folder of a document that is compared with those of a wider one: they know better what is usual there. */
export function siblingsOf(around: Around): CatalogDocument[] {
  const folder = folderOf(around.document.path);
  return folder === around.neighbourhood.folder ? [] : othersOf(around).filter(({ path }) => folderOf(path) === folder);
}

/** The other documents in words: "other runbooks in alerts/". */
export function othersInWords({ document, neighbourhood: { folder } }: Around): string {
  const place = folder === '' ? 'this repository' : `${folder}/`;
  return `other ${pluralOf(document.kind)} in ${place}`;
}
