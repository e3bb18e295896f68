import type { CatalogDocument } from './document.ts';

/**
 * Returns a function that reads each document once and keeps the result as long as the document exists. Several rules ask for the same
 * facts of a document and of all its neighbours.
 */
export function perDocument<T extends object, Document extends object = CatalogDocument>(
  read: (document: Document) => T,
): (document: Document) => T {
  const known = new WeakMap<Document, T>();
  return (document) => {
    const answer = known.get(document) ?? read(document);
    known.set(document, answer);
    return answer;
  };
}
