import MiniSearch from 'minisearch';
import { compareDocuments } from '../catalog/groups.ts';
import type { CatalogDocument } from '../catalog/document.ts';
import type { Section } from '../model/document.ts';

/** A document that answers a query, and the section that does, where it is a heading rather than the title that matches. */
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
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+|(?<=[a-z0-9])(?=[A-Z])/u).filter((word) => word !== ''),
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 4, name: 3, service: 2 } },
  });

  constructor(documents: readonly CatalogDocument[]) {
    this.#documents = documents.toSorted(compareDocuments);
    this.#index.addAll(
      this.#documents.map(({ title, path, metadata, sections }, position) => ({
        id: String(position),
        title: `${title} ${title.replace(/\W+/g, '')}`,
        name: path.slice(path.lastIndexOf('/') + 1),
        service: (metadata.services ?? []).join(' '),
        heading: sections.filter(({ style }) => style === 'heading').map((section) => section.title).join('\n'),
      })),
    );
  }

  /** The documents that answer all words of a query, the best first; all documents for an empty one. */
  find(query: string): Hit[] {
    if (query.trim() === '') {
      return this.#documents.map((document) => ({ document }));
    }
    return this.#index.search(query).flatMap((result): Hit[] => {
      const document = this.#documents[Number(result.id)];
      if (document === undefined) {
        return [];
      }
      const byHeading = Object.values(result.match).every((fields) => fields.length === 1 && fields[0] === 'heading');
      const words = Object.keys(result.match);
      const section = byHeading ? document.sections.find(({ title }) => words.some((word) => title.toLowerCase().includes(word))) : undefined;
      return [{ document, ...(section && { section }) }];
    });
  }
}
