import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Range } from '../../../text/position.ts';

/** Returns an edit that makes a line read otherwise and touches only what differs; none if nothing does. */
export function rewriteLine(lines: Lines, line: number, newText: string): TextEdit[] {
  const old = lines.text(line);
  if (old === newText) {
    return [];
  }
  const shortest = Math.min(old.length, newText.length);
  let start = 0;
  while (start < shortest && old[start] === newText[start]) {
    start += 1;
  }
  start -= isHighSurrogate(old, start - 1) ? 1 : 0;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === newText.at(-1 - end)) {
    end += 1;
  }
  end -= isHighSurrogate(old, old.length - end - 1) ? 1 : 0;
  return [
    {
      range: { start: { line, character: start }, end: { line, character: old.length - Math.max(0, end) } },
      newText: newText.slice(start, newText.length - Math.max(0, end)),
    },
  ];
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd8_00 && code <= 0xdb_ff;
}

/** Returns a line with something else at a range of it. */
export function replaced(lines: Lines, { start, end }: Range, newText: string): string {
  const text = lines.text(start.line);
  return text.slice(0, start.character) + newText + text.slice(end.character);
}

/**
 * Returns a line of a table with something else in one cell. Columns that are in line stay so, as long as the text fits.
 * @param cell what is in it, without the white space around that.
 */
export function withCell(lines: Lines, cell: Range, value: string): string {
  const text = lines.text(cell.start.line);
  const from = text.slice(0, cell.start.character).trimEnd().length;
  const rest = text.slice(cell.end.character);
  const to = text.length - rest.trimStart().length;
  if (value === '') {
    return text.slice(0, from) + ' '.repeat(Math.max(1, to - from)) + text.slice(to);
  }
  const lead = cell.start.character === cell.end.character ? ' ' : text.slice(from, cell.start.character);
  const closed = to < text.length;
  const filled = `${lead}${value}`.padEnd(closed ? to - from - 1 : 0);
  return `${text.slice(0, from)}${filled}${closed ? ' ' : ''}${text.slice(to)}`;
}

/** Returns a text as the content of a cell of a table. */
export function escapedForCell(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*)\|/g, String.raw`$1\|`);
}
