import { oneLine, replaceHidden } from '../text/one-line.ts';
import { secretsIn } from '../text/secrets/find.ts';

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

/** Every text of files that reaches an agent comes through here. Secrets are taken out, with as many lines as before. */
function visible(text: string): string {
  let open = text;
  for (const { start, end } of secretsIn(text).toReversed()) {
    const lines = text.slice(start, end).replace(/[^\n]+/g, '');
    open = `${open.slice(0, start)}[secret removed]${lines}${open.slice(end)}`;
  }
  return replaceHidden(open, (character) =>
    character === '\n' || character === '\t' ? character : oneLine(character),
  );
}

/** Returns a text without the half of a character at its end. */
export function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
