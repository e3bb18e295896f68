import type { CatalogDocument } from './document.ts';

/** Runbooks by title; postmortems by date, the newest first, those without a date last. */
export function compareDocuments(a: CatalogDocument, b: CatalogDocument): number {
  if (a.kind === 'postmortem' && b.kind === 'postmortem') {
    const order = (b.metadata.date ?? '').localeCompare(a.metadata.date ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return collator.compare(a.title, b.title) || collator.compare(a.path, b.path);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
