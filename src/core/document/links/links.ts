import { Lexer, type Links, type Token, type Tokens } from 'marked';
import type { CatalogDocument } from '../document.ts';
import { perDocument } from '../per-document.ts';
import { fold } from '../../text/plain-text.ts';
import { targetsOf } from './destination.ts';

/** Longer passages are read line by line: unbalanced marks take marked quadratic time. */
const longestPassage = 2000;

/** The paths, relative to the root, of what a document links to, whether or not it is there. */
export const linkedPaths = perDocument(
  (document): ReadonlySet<string> =>
    new Set(destinationsOf(document).flatMap((destination) => targetsOf(document, destination))),
);

/** A reference's label as it is compared. */
export function labelOf(text: string): string {
  return fold(text).toLowerCase();
}

/** A link that may lead to another file, with its destination in place. */
const inPlace = /\]\((?!\s*<?(?:[a-z][a-z0-9+.-]*:|\/\/|#))/i;

function destinationsOf(document: CatalogDocument): string[] {
  const { definitions } = document;
  // Labels may be words that every object knows.
  const links: Links = Object.assign(
    Object.create(null) as Links,
    Object.fromEntries([...definitions].map(([label, href]) => [label, { href, title: undefined }])),
  );
  return document.blocks
    .filter(({ type, text }) => type !== 'code' && (definitions.size > 0 ? text.includes('[') : inPlace.test(text)))
    .flatMap(({ type, text }) => (type === 'table' || text.length > longestPassage ? text.split('\n') : [text]))
    .filter((passage) => passage.length <= longestPassage)
    .flatMap((passage) => {
      const lexer = new Lexer();
      lexer.tokens.links = links;
      return hrefsOf(lexer.inlineTokens(passage));
    });
}

function hrefsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...(token.type === 'link' ? [(token as Tokens.Link).href] : []),
    ...('tokens' in token && token.tokens !== undefined ? hrefsOf(token.tokens) : []),
  ]);
}
