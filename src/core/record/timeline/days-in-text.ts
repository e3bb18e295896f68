import { readDay, type Day } from '../../time/day.ts';
import { readStamp } from '../../time/stamp.ts';

const longest = 4000;

/**
 * Returns the day that running text states for the entries after it: the last one, or only one at the start of the text ("On March 6 we
 * went on:"). Undefined if there is none. Fractions such as "3/4" do not count.
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
