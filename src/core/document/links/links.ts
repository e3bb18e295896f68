import { fold } from '../../text/plain-text.ts';
import type { CatalogDocument } from '../document.ts';
import { inlineOf } from '../inline.ts';
import type { Block } from '../model.ts';
import { perDocument } from '../per-document.ts';
import { targetsOf } from './destination.ts';

/** Returns the paths, relative to the root, of all link targets of a document, whether they exist or not. */
export const linkedPaths = perDocument(
  (document): ReadonlySet<string> =>
    new Set(destinationsOf(document).flatMap((destination) => targetsOf(document, destination))),
);

/** Returns the label of a reference in the form for comparison. */
export function labelOf(text: string): string {
  return fold(text).toLowerCase();
}

/** A link that may lead to another file, with its destination in place. */
const inPlace = /\]\((?!\s*<?(?:[a-z][a-z0-9+.-]*:|\/\/|#))/i;

/**
 * Returns the destinations of the links of a document, in order: those in place, and those of references by their
 * definitions.
 */
function destinationsOf(document: CatalogDocument): string[] {
  const mayLink = (text: string): boolean => (document.definitions.size > 0 ? text.includes('[') : inPlace.test(text));
  return document.blocks
    .filter(({ type, text }) => type !== 'code' && mayLink(text))
    .flatMap((block) =>
      passagesOf(block)
        .filter(mayLink)
        .map((passage) => inlineOf(block, document, passage)),
    )
    .flatMap(({ marks }) => marks.flatMap(({ type, href }) => (type === 'link' && href !== undefined ? [href] : [])));
}

/** The parts of a block with inline Markdown. */
function passagesOf({ text, header, rows }: Block): readonly string[] {
  return header === undefined ? [text] : [...header, ...(rows ?? []).flat()];
}
