import type { Change } from './encoded.ts';

/**
 * Returns the changes, in order, that give keys of a mapping in JSURL their values; keys that it does not have come last. Undefined if no
 * mapping opens there, or nothing closes it. Takes time in proportion to its length.
 *
 * JSURL (https://github.com/Sage/jsurl) is the notation of the console of AWS: `~(end~0~start~-3600~timeType~'RELATIVE)`. A text begins with
 * `'`, and a sign in it is `*` with two digits.
 * @param open the offset of the bracket.
 * @param wanted keys with values as the notation writes them.
 * @param ifMissing keys with values that they get only if they are not there.
 */
export function jsurlChanges(
  text: string,
  open: number,
  wanted: ReadonlyArray<readonly [key: string, value: string]>,
  ifMissing: ReadonlyArray<readonly [key: string, value: string]> = [],
): Change[] | undefined {
  const bounds = boundsIn(text, open);
  const close = bounds?.at(-1);
  if (bounds === undefined || close === undefined) {
    return undefined;
  }
  const isEmpty = close === open + 1;
  if (!isEmpty && bounds.length % 2 === 0) {
    // A key without a value.
    return undefined;
  }
  const values = new Map(wanted);
  const known = new Set<string>();
  const changes: Change[] = [];
  for (let at = 0; at + 2 < bounds.length; at += 2) {
    const [from = 0, colon = 0, end = 0] = bounds.slice(at, at + 3);
    const key = text.slice(from + 1, colon);
    known.add(key);
    const value = values.get(key);
    if (value !== undefined) {
      changes.push({ start: colon + 1, end, text: value });
    }
  }
  const missing = [...wanted, ...ifMissing].filter(([key]) => !known.has(key)).map((entry) => entry.join('~'));
  if (missing.length > 0) {
    changes.push({ start: close, end: close, text: `${isEmpty ? '' : '~'}${missing.join('~')}` });
  }
  return changes;
}

/** The offsets of a bracket, of each `~` directly in it, and of the bracket that closes it. */
function boundsIn(text: string, open: number): number[] | undefined {
  const bounds = [open];
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth === 0) {
        return [...bounds, at];
      }
    } else if (character === '~' && depth === 1) {
      bounds.push(at);
    }
  }
  return undefined;
}

/** Returns a time as JSURL writes it as a text. */
export function jsurlTime(iso: string): string {
  return `'${iso.replaceAll(':', '*3a')}`;
}
