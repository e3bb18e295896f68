import { oneLine, replaceHidden } from '../text/one-line.ts';

/** Characters of a title, a name or another short text. */
const mostShort = 200;

/**
 * Returns a text of a document or name as agents see it, on one line: hidden characters are shown as `\u….`, and the end is cut after
 * `most` characters.
 */
export function shown(text: string, most = mostShort): string {
  const line = visible(text.replace(/[\t\r\n]+/g, ' ').trim());
  return line.length <= most ? line : `${withoutHalf(line.slice(0, most - 1))}…`;
}

/** Returns a text of several lines as agents see it. It has as many lines as before. */
export function shownLines(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n'));
}

/** Every text of files that reaches an agent comes through here. */
function visible(text: string): string {
  return replaceHidden(text, (character) =>
    character === '\n' || character === '\t' ? character : oneLine(character),
  );
}

/** Returns a text without the half of a character at its end. */
export function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
