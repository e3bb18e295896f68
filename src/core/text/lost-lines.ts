/**
 * Returns whether a change is missing from a third text, for example because somebody overwrote it: the longest line
 * that the change added is not in it. Line breaks and the width of spaces do not count. False if the change added no
 * line.
 */
export function lacksChange(before: string, after: string, now: string): boolean {
  const telling = tellingLine(before, after);
  return telling !== undefined && !linesOf(now).includes(telling);
}

/** Returns whether a third text has the longest line that a change added. False if the change added no line. */
export function hasChange(before: string, after: string, now: string): boolean {
  const telling = tellingLine(before, after);
  return telling !== undefined && linesOf(now).includes(telling);
}

function tellingLine(before: string, after: string): string | undefined {
  const old = new Set(linesOf(before));
  const [telling] = linesOf(after)
    .filter((line) => !old.has(line))
    .toSorted((a, b) => b.length - a.length);
  return telling === '' ? undefined : telling;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim());
}
