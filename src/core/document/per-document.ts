import type { CatalogDocument } from './document.ts';

/**
 * A reader of documents that reads each only once, for as long as the document is held somewhere: several rules ask for the same
 * things, and each for those of all neighbours. Documents never change, so the answer is that of `read`.
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
