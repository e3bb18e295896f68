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

/** Signs as wide as two others. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
/** Where a word begins, or a part of one: "Locker|Gateway", "locker-|gateway". */
const beginnings = /(?<=[\s/_.:-])(?=[^\s/_.:-])|(?<=[\p{Ll}\d])(?=\p{Lu})/u;

/**
 * Returns a text on one line. If it is wider than `most` characters, its middle is left out: "Slow allocation…index". Words stay whole
 * where that leaves enough.
 */
export function withoutMiddle(text: string, most: number): string {
  const line = fold(text);
  if (widthOf(line) <= most) {
    return line;
  }
  const words = line.split(beginnings);
  const last = words.at(-1) ?? '';
  // An end of several words says more than one; of half a row at most.
  const tail = widthOf(last) <= most / 2 ? last : '';
  const room = most - 1 - widthOf(tail);
  const head = begun(words.slice(0, -1), room);
  const kept = widthOf(head) >= room / 2 ? head : begun([...line], room);
  return `${trimmedEnd(kept, /[\s,;:./–—_-]/)}…${tail}`;
}

/** The first parts of a text that fit in. */
function begun(parts: readonly string[], room: number): string {
  let text = '';
  for (const part of parts) {
    if (widthOf(text) + widthOf(part.trimEnd()) > room) {
      break;
    }
    text += part;
  }
  return text;
}

function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (wide.test(sign) ? 2 : 1), 0);
}
