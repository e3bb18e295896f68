import { readInline } from './inline.ts';

const struck = /~|<(?:s|del|strike)\b/i;
const tag = /<(\/?)(?:s|del|strike)\b[^<>]{0,200}>/gi;

/**
 * Returns markdown without what is struck out in it. Spaces stand in its place, so that everything else, and every line break, stays where it
 * was. One tilde on either side strikes out words, not times: "~10:20-~10:40" is about two times.
 */
export function withoutStruck(markdown: string): string {
  if (!struck.test(markdown)) {
    return markdown;
  }
  const { marks } = readInline(markdown);
  return marks
    .filter(
      ({ type, start, innerStart, innerEnd }) =>
        type === 'del' && (innerStart - start > 1 || /\p{L}{2}/u.test(markdown.slice(innerStart, innerEnd))),
    )
    .reduce(
      (text, { start, end }) => text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
      markdown,
    );
}

/** Returns how many tags that strike out a text opens and does not close; negative where it closes more. */
export function openStrikes(html: string): number {
  return [...html.matchAll(tag)].reduce((open, [, closes]) => open + (closes === '/' ? -1 : 1), 0);
}
