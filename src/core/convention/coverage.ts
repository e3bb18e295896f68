import type { CatalogDocument } from '../document/document.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';

/** Returns whether the document has an expected section. */
export function hasSection(document: CatalogDocument, expected: ExpectedSection): boolean {
  return expected.keys.some((key) => document.keys.has(key));
}

/** Returns how many required sections of a convention the document has. */
export function countCovered(document: CatalogDocument, { sections }: Convention): number {
  return sections.filter((section) => section.required && hasSection(document, section)).length;
}
