import type { Inline } from './inline.ts';

const strikes = /~|<(?:s|del|strike)\b/i;
const tag = /<(\/?)(?:s|del|strike)\b[^<>]{0,200}>/gi;

/** Returns whether a text has marks that may strike something out. */
export function mayStrike(markdown: string): boolean {
  return strikes.test(markdown);
}

/** Returns the Markdown of an inline text with spaces in place of struck-out text, so all other text and every line break keep their positions. */
export function withoutStruck({ markdown, struck }: Inline): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of struck) {
    pieces.push(markdown.slice(at, start), markdown.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return [...pieces, markdown.slice(at)].join('');
}

/** Returns how many strike-out tags a text opens and does not close; negative if it closes more. */
export function openStrikes(html: string): number {
  return [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0);
}
