import type { CatalogDocument } from './document.ts';
import { tellsIncident } from '../vocabulary/kind.ts';

/** Compares documents for lists: records of incidents by date, newest first and those without a date last; others by title. */
export function compareDocuments(a: CatalogDocument, b: CatalogDocument): number {
  if (tellsIncident(a) && tellsIncident(b)) {
    const order = (b.metadata.date ?? '').localeCompare(a.metadata.date ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return collator.compare(a.title, b.title) || collator.compare(a.path, b.path);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
