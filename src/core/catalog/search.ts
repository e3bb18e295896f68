import type { DocumentIndex } from './search/document-index.ts';

export type { DocumentIndex, Found, SearchField, Why } from './search/document-index.ts';
export type { SimilarIncident } from './search/similar.ts';

/** Returns an empty index of texts. Its code and words load on first use: not every session searches. */
export async function newDocumentIndex(): Promise<DocumentIndex> {
  const search = await import('./search/document-index.ts');
  return new search.DocumentIndex();
}
