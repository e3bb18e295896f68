import { readInline, visibleText } from './inline.ts';

export { fold } from './inline.ts';

/**
 * Returns inline markdown as a reader sees it: emphasis, links, code and HTML tags give their text, images their alternative
 * text, entities their character. White space is folded.
 */
export function plainText(markdown: string): string {
  return visibleText(readInline(markdown));
}
