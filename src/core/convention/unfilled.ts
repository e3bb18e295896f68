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

/** Number of other documents whose text is the template's, if they all say the same. */
const fewestCopies = 3;

/**
 * Number of sections of a document that are empty, and number of all its sections, without those that were just
 * inserted.
 */
export interface Unfilled {
  readonly empty: number;
  readonly total: number;
}

/**
 * Returns how many sections of a document are empty if it is an unfilled copy: nearly all of them are empty, hold only a placeholder, or say
 * only what a template page or several others say; undefined for others. Sections with nothing below count, without those that were just
 * inserted.
 * @param pages the template pages of the repository.
 * @param others the documents around it.
 * @param expected the sections that the document should have.
 */
export function unfilledCopy(
  document: CatalogDocument,
  pages: readonly CatalogDocument[],
  others: readonly CatalogDocument[],
  expected: readonly ExpectedSection[],
): Unfilled | undefined {
  const sections = innermost(document).filter((section) => !isUnwritten(section, expected));
  const empty = sections.filter(({ state }) => state !== 'written');
  if (empty.length < fewestEmpty || empty.length * 2 < sections.length) {
    return undefined;
  }
  const isCopied = (text: string): boolean =>
    pages.some((page) => saidBy(page).has(text)) ||
    others.filter((other) => saidBy(other).has(text)).length >= fewestCopies;
  const untouched = sections.filter(
    (section) => section.state === 'written' && saidIn(document, section).every(isCopied),
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

/** Returns the folded texts of the blocks of a document. */
const saidBy = perDocument(({ blocks }): ReadonlySet<string> => new Set(blocks.map(({ text }) => fold(text))));

/** Returns the folded texts of the blocks of a section, without its title. */
function saidIn({ blocks }: CatalogDocument, { titleRange, range }: Section): string[] {
  return blocks
    .filter(({ firstLine }) => firstLine > titleRange.end.line && firstLine <= range.end.line)
    .map(({ text }) => fold(text));
}
