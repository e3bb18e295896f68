import type { CatalogDocument } from '../document/document.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';

/** Whether the document has a section that answers an expected one. */
export function hasSection(document: CatalogDocument, expected: ExpectedSection): boolean {
  return expected.keys.some((key) => document.keys.has(key));
}

/** How many of a convention's required sections the document has. */
export function countCovered(document: CatalogDocument, { sections }: Convention): number {
  return sections.filter((section) => section.required && hasSection(document, section)).length;
}
