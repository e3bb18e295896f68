import type { Inline } from './inline.ts';

const strikes = /~|<(?:s|del|strike)\b/i;
const tag = /<(\/?)(?:s|del|strike)\b[^<>]{0,200}>/gi;

/** Returns whether a text has marks that may strike something out. */
export function mayStrike(markdown: string): boolean {
  return strikes.test(markdown);
}

/**
 * Returns the markdown of an inline text without what is struck out in it. Spaces stand in its place, so that everything else, and every line
 * break, stays where it was.
 */
export function withoutStruck({ markdown, struck }: Inline): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of struck) {
    pieces.push(markdown.slice(at, start), markdown.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return [...pieces, markdown.slice(at)].join('');
}

/** Returns how many tags that strike out a text opens and does not close; negative where it closes more. */
export function openStrikes(html: string): number {
  return [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0);
}
