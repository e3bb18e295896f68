import type { CatalogDocument } from '../document/document.ts';

/**
 * Returns whether a document matches a filter: each word occurs, in any case, in the title, path, services, owners, severity or status.
 * An empty filter matches every document.
 */
export function matchesFilter({ title, path, metadata }: CatalogDocument, filter: string): boolean {
  const { services = [], owners = [], severity = '', status = '' } = metadata;
  const text = [title, path, ...services, ...owners, severity, status].join('\n').toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
