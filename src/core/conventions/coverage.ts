import type { CatalogDocument } from '../catalog/document.ts';
import type { Convention, ExpectedSection } from '../templates/template.ts';

/** Whether the document has a section that answers an expected one. */
export function hasSection(document: CatalogDocument, expected: ExpectedSection): boolean {
  return expected.keys.some((key) => document.keys.has(key));
}

/** The share, 0 to 1, of a convention's required sections that the document has. */
export function coverage(document: CatalogDocument, convention: Convention): number {
  const required = convention.sections.filter((section) => section.required);
  return required.filter((section) => hasSection(document, section)).length / Math.max(1, required.length);
}
