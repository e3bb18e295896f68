import type { CatalogDocument } from '../document/document.ts';

/** What belongs to the service that is asked for. */
export interface OfService {
  /** Returns whether it is among services, by their keys. */
  readonly has: (keys: readonly string[]) => boolean;
  /** Returns whether a document belongs to it. */
  readonly hasDocument: (document: CatalogDocument) => boolean;
}
