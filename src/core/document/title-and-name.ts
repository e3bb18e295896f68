import type { CatalogDocument } from './document.ts';
import { pathWords, wordsOf } from './kind/words.ts';
import { isKnownName } from '../vocabulary/vocabulary.ts';

/** Returns the file name of a document without its extensions. */
export function stemOf({ path }: Pick<CatalogDocument, 'path'>): string {
  return pathWords(path).stem;
}

/** Returns the title in the first-level heading; undefined if there is none, or if it is a section. */
export function headingTitle({ sections }: Pick<CatalogDocument, 'sections'>): string | undefined {
  const first = sections.find(({ style }) => style === 'heading');
  return first?.level === 1 && first.title !== '' && !isKnownName(first.title) ? first.title : undefined;
}

/** Returns the titles that a document has: its first heading's and its front matter's. */
export function titlesOf(document: CatalogDocument): string[] {
  const stated = document.frontMatter?.values['title'];
  return [headingTitle(document), stated].filter((title) => typeof title === 'string');
}

/**
 * Returns whether one of the titles of a document has the same letters and digits as its file name, apart from leading dates and numbers.
 */
export function titleIsName(document: CatalogDocument): boolean {
  const names = forms(stemOf(document));
  return titlesOf(document).some((title) => forms(title).some((form) => names.includes(form)));
}

/** Returns whether a title resembles a name: one contains the other, or they share half of the words of the name. */
export function titleResembles(title: string, name: string): boolean {
  const [a, b] = [letters(title), letters(name)];
  const words = new Set(wordsOf(title).split(' '));
  const wanted = wordsOf(name)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  return (
    a === '' || a.includes(b) || b.includes(a) || wanted.filter((word) => words.has(word)).length * 2 >= wanted.length
  );
}

/** Words that say what a page is, whatever it is about. */
const general =
  /\b(?:alerts?|alarms?|runbooks?|playbooks?|sops?|postmortems?|incidents?|guide|procedure|how ?to|page)\b/g;

/**
 * Returns whether a title and a name are the same apart from spaces, general words ("alert", "runbook") and one word in front of either.
 * @param isShared whether documents around it have a word in front too, such as a product's name.
 */
export function titleIsAlmost(title: string, name: string, isShared: (word: string) => boolean): boolean {
  const [a, b] = [title, name].map((text) => wordsOf(text).replace(general, ' ').trim().split(/\s+/));
  const same = ([first = '', ...rest]: readonly string[] = [], other: readonly string[] = []): boolean =>
    first !== '' && rest.join('') === other.join('') && rest.length > 0 && isShared(first);
  return a?.join('') === b?.join('') || same(a, b) || same(b, a);
}

/** Letters and digits alone, accents and case put aside. */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A name as it is, and without a remark in brackets ("[Deprecated]") or a date or record number in front ("PM2025-001 - "). */
function forms(text: string): string[] {
  const bare = text
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(/^\W*(?:[A-Za-z]{1,4}-?)?\d[\d._-]*[\s:–—-]+(?=\S)/u, '');
  return [...new Set([letters(text), letters(bare)])].filter((form) => form !== '');
}
