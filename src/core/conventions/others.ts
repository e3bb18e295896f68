import type { CatalogDocument } from '../catalog/document.ts';
import type { Neighbourhood } from './neighbourhood.ts';

interface Around {
  readonly document: CatalogDocument;
  readonly neighbourhood: Neighbourhood;
}

/** The documents around one, itself left out: a document has no vote on what is expected of it. */
export function othersOf({ document, neighbourhood }: Around): CatalogDocument[] {
  return neighbourhood.documents.filter(({ uri }) => uri !== document.uri);
}

/** The other documents in words: "other runbooks in alerts/". */
export function othersInWords({ document, neighbourhood: { folder } }: Around): string {
  const place = folder === '' ? 'this repository' : `${folder}/`;
  return `other ${document.kind === 'runbook' ? 'runbooks' : 'postmortems'} in ${place}`;
}
