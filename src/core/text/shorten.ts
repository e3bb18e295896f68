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
