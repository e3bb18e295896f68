import { trimmedEnd } from './ends.ts';
import { fold } from './plain-text.ts';

/** Returns a text on one line, cut between words if it is longer than `most` characters. */
export function shortened(text: string, most: number): string {
  const line = fold(text);
  if (line.length <= most) {
    return line;
  }
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${trimmedEnd(kept, /[\s,;:.–—-]/)}…`;
}

/** Signs that are narrower or wider than most, in a font for reading. */
const narrow = /[\s.,:;'|!()[\]ijlIftr]/;
const large = /[mwMW%@…—]/;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
/** The beginning of a word, or of a part of one: "Locker|Gateway", "locker-|gateway". */
const beginnings = /(?<=[\s/_-])(?=[^\s/_-])|(?<=[\p{Ll}\d])(?=\p{Lu})/u;
/** The shortest end that is kept, in characters: one sign says nothing. */
const shortestEnd = 3;

/** The part of the room that whole words must fill. */
const enough = 0.6;

/** Returns about how wide a text is, in letters of usual width. */
export function textWidth(text: string): number {
  return [...text].reduce(
    (width, sign) =>
      width +
      (narrow.test(sign) ? 0.55 : large.test(sign) ? 1.4 : wide.test(sign) ? 2 : /\p{Lu}/u.test(sign) ? 1.15 : 1),
    0,
  );
}

/**
 * Returns a text on one line. If it is wider than so many letters, its middle is left out: "Slow allocation…dropped". As much is kept as
 * can be with whole words, or else the beginning of the text.
 */
export function withoutMiddle(text: string, most: number): string {
  const line = fold(text);
  if (textWidth(line) <= most) {
    return line;
  }
  const words = line.split(beginnings);
  const last = words.findLastIndex((_, index) => words.slice(index).join('').length >= shortestEnd);
  const ends = ['', words.slice(last).join('')];
  const kept = ends
    .map((end) => ({ head: begun(words.slice(0, end === '' ? -1 : last), most - textWidth(`…${end}`)), end }))
    .filter(({ head, end }) => head !== '' && textWidth(head + end) >= most * enough)
    .toSorted((a, b) => worth(b) - worth(a));
  const { head, end } = kept[0] ?? { head: begun([...line], most - textWidth('…')), end: '' };
  return `${trimmedEnd(head, /[\s,;:./–—_-]/)}…${end}`;
}

/** An end says more than as many letters at the beginning, beside a beginning that says something. */
function worth({ head, end }: { readonly head: string; readonly end: string }): number {
  return textWidth(head + end) + (end === '' ? 0 : head.trim().length > 3 ? 3 : -3);
}

/** The first parts of a text that fit in. */
function begun(parts: readonly string[], room: number): string {
  let text = '';
  for (const part of parts) {
    if (textWidth(text + part.trimEnd()) > room) {
      break;
    }
    text += part;
  }
  return text;
}
