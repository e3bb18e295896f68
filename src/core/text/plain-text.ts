import { readInline, visibleText } from './inline.ts';

export { fold } from './inline.ts';

/**
 * Returns inline Markdown as visible text: the text of emphasis, links, code and HTML tags, the alternative text of images, the
 * characters of entities. White space is folded.
 */
export function plainText(markdown: string): string {
  return visibleText(readInline(markdown));
}
