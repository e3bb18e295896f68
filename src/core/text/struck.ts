import { readInline } from './inline.ts';

const strikes = /~|<(?:s|del|strike)\b/i;
const tag = /<(\/?)(?:s|del|strike)\b[^<>]{0,200}>/gi;

/** Returns Markdown with spaces in place of struck-out text, so all other text and every line break keep their positions. */
export function withoutStruck(markdown: string): string {
  return strikes.test(markdown)
    ? readInline(markdown).struck.reduce(
        (text, { start, end }) =>
          text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
        markdown,
      )
    : markdown;
}

/** Returns how many strike-out tags a text opens and does not close; negative if it closes more. */
export function openStrikes(html: string): number {
  return [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0);
}
