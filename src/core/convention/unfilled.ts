import type { CatalogDocument } from '../document/document.ts';
import type { Section } from '../document/model.ts';
import { perDocument } from '../document/per-document.ts';
import { fold } from '../text/plain-text.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import { isUnwritten } from './unwritten.ts';

/** Fewer empty sections are told one by one. */
const fewestEmpty = 4;
/** Share of the sections of an unfilled copy to which nobody added anything. */
const unfilledShare = 0.8;

/** How much of a document nobody has filled in. */
export interface Unfilled {
  readonly empty: number;
  readonly total: number;
}

/**
 * Returns how many sections of a document are empty if it is an unfilled copy: nearly all of them are empty, hold only a placeholder, or say
 * what a template page says; undefined for others. Sections with nothing below count, without those that were just inserted.
 * @param pages the template pages of the repository.
 * @param expected the sections that the document should have.
 */
export function unfilledCopy(
  document: CatalogDocument,
  pages: readonly CatalogDocument[],
  expected: readonly ExpectedSection[],
): Unfilled | undefined {
  const sections = innermost(document).filter((section) => !isUnwritten(section, expected));
  const empty = sections.filter(({ state }) => state !== 'written');
  if (empty.length < fewestEmpty) {
    return undefined;
  }
  const untouched = sections.filter(
    (section) => section.state === 'written' && pages.some((page) => saidBy(page).has(saidIn(document, section))),
  );
  return empty.length + untouched.length >= unfilledShare * sections.length
    ? { empty: empty.length, total: sections.length }
    : undefined;
}

/** The headings without headings below them. */
function innermost({ sections }: CatalogDocument): Section[] {
  const parents = new Set(sections.map(({ style, parent }) => (style === 'heading' ? parent : undefined)));
  return sections.filter(({ style }, index) => style === 'heading' && !parents.has(index));
}

/** The texts of the sections of a page. */
const saidBy = perDocument(
  (page): ReadonlySet<string> => new Set(innermost(page).map((section) => saidIn(page, section))),
);

function saidIn({ lines }: CatalogDocument, { range }: Section): string {
  return fold(lines.slice(range));
}
