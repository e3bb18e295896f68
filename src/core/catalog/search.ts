import MiniSearch from 'minisearch';
import { withoutEnding } from '../document/candidates.ts';
import { compareDocuments } from '../document/reading-order.ts';
import type { CatalogDocument } from '../document/document.ts';
import type { Section } from '../document/model.ts';

/** A search result: a document, and the section if a heading matches and not the title. */
export interface Hit {
  readonly document: CatalogDocument;
  readonly section?: Section;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly service: string;
  readonly heading: string;
}

/** Finds documents by title, alert name (which is the file's name), service and heading; spelling may be a little off. */
export class DocumentSearch {
  readonly #documents: readonly CatalogDocument[];
  readonly #index = new MiniSearch<Entry>({
    fields: ['title', 'name', 'service', 'heading'],
    tokenize: wordsOf,
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 4, name: 3, service: 2 } },
  });

  constructor(documents: readonly CatalogDocument[]) {
    this.#documents = documents.toSorted(compareDocuments);
    this.#index.addAll(
      this.#documents.map(({ title, path, metadata, sections }, position) => ({
        id: String(position),
        title: `${title} ${joined(title)}`,
        name: `${nameOf(path)} ${joined(withoutEnding(nameOf(path)))}`,
        service: (metadata.services ?? []).join(' '),
        heading: sections
          .filter(({ style }) => style === 'heading')
          .map((section) => section.title)
          .join('\n'),
      })),
    );
  }

  /** Returns the documents that match all words of a query, best first; all documents for an empty query. */
  find(query: string): Hit[] {
    if (query.trim() === '') {
      return this.#documents.map((document) => ({ document }));
    }
    const words = wordsOf(query).map((word) => word.toLowerCase());
    return this.#index.search(query).flatMap((result): Hit[] => {
      const document = this.#documents[Number(result.id)];
      if (document === undefined) {
        return [];
      }
      const { title, path, metadata } = document;
      const named = countWords(words, [title, path, ...(metadata.services ?? [])].join(' ')) === words.length;
      const section = named ? undefined : bestSection(document, words);
      return [{ document, ...(section && { section }) }];
    });
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** All words as one, in lower case, for those who type an alert's name so. */
function joined(text: string): string {
  return wordsOf(text).join('').toLowerCase();
}

/** The heading that has most of the words, the first of several; undefined when none has any. */
function bestSection({ sections }: CatalogDocument, words: readonly string[]): Section | undefined {
  const scored = sections
    .filter(({ style, level }) => style === 'heading' && level > 1)
    .map((section) => ({ section, count: countWords(words, section.title) }))
    .filter(({ count }) => count > 0);
  return scored.toSorted((a, b) => b.count - a.count)[0]?.section;
}

/** How many of the words a text has, each as the beginning of one of its own. */
function countWords(words: readonly string[], text: string): number {
  const own = wordsOf(text).map((word) => word.toLowerCase());
  return words.filter((word) => own.some((other) => other.startsWith(word))).length;
}

/** The words of a text; "DiskAlmostFull" has three. */
function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+|(?<=[a-z0-9])(?=[A-Z])/u).filter((word) => word !== '');
}
