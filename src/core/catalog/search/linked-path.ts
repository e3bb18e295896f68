import { withoutEnding } from '../../document/candidates.ts';
import type { CatalogDocument } from '../../document/document.ts';

/** A name of one word with more letters is hardly that of a page of some other site. */
const longestPlainName = 12;

/**
 * Returns the document that an address leads to: the one whose path has most of the last parts of the address, whatever
 * site shows it. Undefined if none has its last two parts, or a last one that tells, and if several fit equally well.
 */
export function linkedPath(address: string, documents: readonly CatalogDocument[]): CatalogDocument | undefined {
  const wanted = partsOf(
    address
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .split(/[?#]/, 1)
      .join(''),
  );
  const shared = documents
    .map((document) => ({ document, count: commonEnd(wanted, partsOf(document.path)) }))
    .filter(({ count }) => count > 1 || (count === 1 && isTelling(wanted.at(-1) ?? '')))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = shared;
  return first === undefined || first.count === second?.count ? undefined : first.document;
}

/** Whether a last part alone tells the page: `disk-almost-full`, but not `alerts`. */
function isTelling(part: string): boolean {
  return /[^\p{L}\p{N}]/u.test(part) || part.length > longestPlainName;
}

/** The parts of a path in lower case, without ending and without the name of an index page. */
function partsOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  const names = parts.map((part) => withoutEnding(decoded(part).replace(/\.html?$/i, '')).toLowerCase());
  return /^(?:_?index|readme)$/.test(names.at(-1) ?? '') ? names.slice(0, -1) : names;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) {
    count += 1;
  }
  return count;
}
