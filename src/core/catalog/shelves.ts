import { pathFromTop, settled, type CatalogDocument } from '../document/document.ts';
import { Shelf, shelfOf } from '../document/kind/neighbours.ts';

/**
 * The documents of each shelf, for kinds that depend on the pages beside a document. A shelf is a folder of one root; see `shelfOf`.
 */
export class Shelves {
  readonly #members = new Map<string, Set<string>>();

  /** The shelves on which something changed since the kinds were last settled. */
  readonly #changed = new Set<string>();

  /** Adds a document, or notes that it has changed. */
  put(document: CatalogDocument, before: CatalogDocument | undefined): void {
    if (before !== undefined) {
      this.remove(before);
    }
    const key = keyOf(document);
    const members = this.#members.get(key) ?? new Set();
    this.#members.set(key, members.add(document.uri));
    this.#changed.add(key);
  }

  /** Removes a document. */
  remove(document: CatalogDocument): void {
    const key = keyOf(document);
    this.#members.get(key)?.delete(document.uri);
    this.#changed.add(key);
  }

  /** Returns the documents on changed shelves that have another kind now, or other reasons for it, as they are now. */
  settle(get: (uri: string) => CatalogDocument | undefined): CatalogDocument[] {
    const keys = [...this.#changed];
    this.#changed.clear();
    return keys.flatMap((key) => {
      const documents = [...(this.#members.get(key) ?? [])].flatMap((uri) => get(uri) ?? []);
      const shelf = new Shelf(documents.map(({ page }) => page));
      return documents.flatMap((document) => {
        const now = settled(document, shelf.featuresOf(document.page));
        return now === document ? [] : [now];
      });
    });
  }
}

function keyOf(document: CatalogDocument): string {
  return `${document.root}\n${shelfOf(pathFromTop(document))}`;
}
