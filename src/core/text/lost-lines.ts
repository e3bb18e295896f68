/**
 * Whether a change of a text is missing from a third text, as when somebody who had not seen it wrote over it: the longest line that the
 * change brought is not there. Line breaks and the width of blanks do not count. False for a change that brought no line.
 */
export function lacksChange(before: string, after: string, now: string): boolean {
  const old = new Set(linesOf(before));
  const [telling] = linesOf(after)
    .filter((line) => !old.has(line))
    .toSorted((a, b) => b.length - a.length);
  return telling !== undefined && telling !== '' && !linesOf(now).includes(telling);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim());
}
