import type { CatalogDocument } from '../document/document.ts';
import { labelNames } from '../document/section-labels.ts';
import { sectionsWith } from '../document/sections-with.ts';
import type { Convention, ExpectedSection } from '../team/templates/template.ts';
import { hasAnother } from './other-names.ts';

/**
 * Returns whether the document has an expected section, as a heading, a label or a row of the table at its top, under its name or another
 * one for it, or one at the top that answers for it.
 */
export function hasSection(document: CatalogDocument, expected: ExpectedSection): boolean {
  const { keys, standIns = [] } = expected;
  return (
    keys.some((key) => document.keys.has(key) || (key.startsWith('=') && labelNames(document).has(key.slice(1)))) ||
    standIns.some((key) => document.keys.get(key)?.some((index) => isAtTop(document, index)) === true) ||
    hasAnother(document, expected)
  );
}

/** Returns whether the document has an expected section with content. */
export function fillsSection(document: CatalogDocument, expected: ExpectedSection): boolean {
  const sections = sectionsWith(document, expected.keys);
  return hasSection(document, expected) && (sections.length === 0 || sections.some(({ state }) => state === 'written'));
}

function isAtTop({ sections }: CatalogDocument, index: number): boolean {
  const parent = sections[index]?.parent;
  return parent === undefined || sections[parent]?.level === 1;
}

/** Returns how many required sections of a convention the document has. */
export function countCovered(document: CatalogDocument, { sections }: Pick<Convention, 'sections'>): number {
  return sections.filter((section) => section.required && hasSection(document, section)).length;
}
