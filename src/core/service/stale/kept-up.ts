import { isArchived } from '../../check/archived.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { plainText } from '../../text/plain-text.ts';
import { retiredNote } from '../../vocabulary/retired-words.ts';
import { reviewStatusOf } from '../../workflow/review/status.ts';

/** A note at the top says so at once, in characters. */
const soon = 80;

/**
 * Returns whether somebody means a page to be true today. A page in an archive, one whose status or whose first note says that it is retired,
 * and instructions for tools in hidden folders are as old as they should be.
 */
export function isKeptUp(document: CatalogDocument): boolean {
  return (
    !isArchived(document) &&
    !/(?:^|\/)\.[^/.]/.test(document.path) &&
    reviewStatusOf(document) !== 'closed' &&
    !startsRetired(document)
  );
}

/** A note is a quotation, or a paragraph that begins in bold or with a sign. */
function startsRetired({ blocks }: CatalogDocument): boolean {
  const second = blocks.findIndex(({ type }, index) => type === 'heading' && index > 0);
  return blocks
    .slice(0, second === -1 ? blocks.length : second)
    .filter(
      ({ type, quoted, text }) => type === 'text' && (quoted || /^\s*(?:\*\*|__|[^\p{L}\p{N}\s`[(<-])/u.test(text)),
    )
    .some(({ text }) => retiredNote.test(plainText(text.slice(0, 4 * soon)).slice(0, soon)));
}
