import { readDay, type Day } from '../../time/day.ts';
import { readStamp } from '../../time/stamp.ts';

const longest = 4000;

/**
 * The day that running text names for what follows it: the last one in it, or only one that leads the text in ("On March 6 we went on:").
 * Undefined where it names none. Fractions such as "3/4" are none.
 */
export function dayNamedIn(text: string, anywhere: boolean): Day | undefined {
  if (!anywhere) {
    const stamp = readStamp(text);
    return stamp?.led === true ? stamp.day : undefined;
  }
  const head = text.slice(0, longest);
  let last: Day | undefined;
  let end = 0;
  for (const { index } of head.matchAll(/(?<![\p{L}\p{N}/.-])(?=[\d\p{Lu}])/gu)) {
    const read = index < end ? undefined : readDay(head, index);
    if (read?.day !== undefined && (read.day.year !== undefined || /\p{L}/u.test(head.slice(index, read.end)))) {
      last = read.day;
      ({ end } = read);
    }
  }
  return last;
}
