import type { CatalogDocument } from '../document/document.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';

/** Returns whether the document has an expected section, or one that answers for it. */
export function hasSection({ keys: own }: CatalogDocument, { keys, standIns = [] }: ExpectedSection): boolean {
  return keys.some((key) => own.has(key)) || standIns.some((key) => own.has(key));
}

/** Returns how many required sections of a convention the document has. */
export function countCovered(document: CatalogDocument, { sections }: Pick<Convention, 'sections'>): number {
  return sections.filter((section) => section.required && hasSection(document, section)).length;
}
