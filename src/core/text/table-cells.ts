import type { Lines } from './lines.ts';
import { trimmed, within, type Span } from './span.ts';

const prefix = /^[ \t>]*/;

/**
 * Returns the cells of a table row, without the white space around them. A header in the first line of a list item begins after the
 * marker, which is left out.
 */
export function cellsOf(lines: Lines, line: number): Span[] {
  const text = lines.text(line);
  const indent = prefix.exec(text)?.[0].length ?? 0;
  const item = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|)/.exec(text.slice(indent, indent + 40))?.[0].length ?? 0;
  const row: Span = { line, from: 0, text };
  const bounds = [indent + item - 1];
  for (let at = indent + item; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text[at] === '|') {
      bounds.push(at);
    }
  }
  if (bounds[1] === indent + item) {
    bounds.shift();
  }
  const closed = text.trimEnd().length - 1 === bounds.at(-1) && bounds.length > 1;
  const ends = closed ? bounds.slice(1) : [...bounds.slice(1), text.length];
  return ends.map((end, index) => trimmed(within(row, (bounds[index] ?? 0) + 1, end)));
}
