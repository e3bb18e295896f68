import { matchesOf } from '../../text/matches.ts';

/** A part of a text through which a line is drawn: from the first mark to behind the last. */
export interface Struck {
  readonly from: number;
  readonly to: number;
  /** What stands between the marks. */
  readonly inner: { readonly from: number; readonly to: number };
}

/** No mark further on is looked at. */
const longest = 4000;
const opening = /(?<![\\~])~~?(?=[^\s~])|<(s|del|strike)(?:\s[^<>]{0,200})?>/gi;

/** The parts of a text that are struck out, in order: `~~…~~`, `~…~`, `<s>`, `<del>` and `<strike>`. None in code. */
export function struckIn(source: string): Struck[] {
  const text = source
    .slice(0, longest)
    .toLowerCase()
    .replace(/`[^`\n]{1,300}`/g, (code) => 'x'.repeat(code.length));
  const found: Struck[] = [];
  if (text.length !== Math.min(source.length, longest)) {
    return found;
  }
  let done = 0;
  for (const match of matchesOf(opening, text)) {
    const from = match.index;
    const begin = from + match[0].length;
    const close = match[1] === undefined ? match[0] : `</${match[1]}>`;
    const end = from < done ? -1 : closing(text, close, begin);
    if (end !== -1) {
      done = end + close.length;
      found.push({ from, to: done, inner: { from: begin, to: end } });
    }
  }
  return found;
}

/** Where what closes a struck part begins; -1 where nothing does. */
function closing(text: string, close: string, begin: number): number {
  let at = text.indexOf(close, begin);
  if (close.startsWith('~')) {
    while (at !== -1 && (/[\s~\\]/.test(text[at - 1] ?? '') || text[at + close.length] === '~')) {
      at = text.indexOf(close, at + 1);
    }
  }
  return at;
}

/** With what is struck out blanked, so that offsets stay. */
export function withoutStruck(text: string): string {
  return struckIn(text).reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

/** Without the marks alone: what they strike out holds again. */
export function unstruck(text: string): string {
  return struckIn(text).reduceRight(
    (left, { from, to, inner }) => left.slice(0, from) + left.slice(inner.from, inner.to) + left.slice(to),
    text,
  );
}
