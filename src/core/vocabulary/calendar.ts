import { once } from '../util/memo.ts';
import { anyOfNames, folded, groupsIn, languages, split, wordsIn, type Alternatives } from './words.ts';

function numbered(groups: () => readonly string[][]): () => ReadonlyMap<string, number> {
  return once(() => {
    const found = new Map<string, number>();
    for (const [index, names] of groups().entries()) {
      for (const name of names.map(folded)) {
        found.set(name, found.get(name) ?? index + 1);
      }
    }
    return found;
  });
}

const months = numbered(() => groupsIn(({ time }) => time.months));
const weekdays = numbered(() => groupsIn(({ time }) => time.weekdays));
/** Month names that are also everyday words, so a year must follow: "2 out of 3" is not a date, "2 out 2024" is. */
const monthsWithYear = '|||||||ago|set|out||';
const commonMonths = numbered(() => monthsWithYear.split('|').map((name) => (name === '' ? [] : [name])));
/** The first name of each weekday in each language is the full name. */
const fullWeekdays = once(
  () =>
    new Set(languages.flatMap(({ time }) => split(time.weekdays)).map((forms) => folded(forms.split(',', 1)[0] ?? ''))),
);
const numbers = once(
  () =>
    new Map(
      groupsIn(({ time }) => time.numbers).flatMap((names, index) =>
        names.map((name) => [folded(name), index + 1] as const),
      ),
    ),
);

/** Returns the number of the month with this name in any language, 1 to 12; undefined for other words. */
export function monthNamed(word: string): number | undefined {
  return months().get(folded(word));
}

/** Returns the number of a month before a year, 1 to 12: also everyday words and misspelt English names. */
export function monthBeforeYear(word: string): number | undefined {
  return (
    monthNamed(word) ??
    commonMonths().get(folded(word)) ??
    (/^[a-z]{4,9}$/i.test(word) ? monthNamed(word.slice(0, 3)) : undefined)
  );
}

/** Returns whether the name of a weekday is written in full. */
export function isFullWeekday(word: string): boolean {
  return fullWeekdays().has(folded(word));
}

/** Returns the number of the weekday with this name in any language, 1 for Monday to 7; undefined for other words. */
export function weekdayNamed(word: string): number | undefined {
  return weekdays().get(folded(word));
}

/** Returns the number that a word stands for in any language, 1 to 12; undefined for other words. */
export function numberNamed(word: string): number | undefined {
  return numbers().get(folded(word));
}

/** Returns the names of months in all languages. Parts of a pattern with the flags `iu`. */
export function monthNames(): Alternatives {
  return anyOfNames(groupsIn(({ time }) => time.months).flat());
}

/** The signs after the numbers of a date and time in languages that write them so: parts of a pattern with the flag `u`. */
export const signs = once(() => {
  const [year, month, day, hour, minute] = groupsIn(({ time }) => time.signs).map((forms) => `(?:${forms.join('|')})`);
  const none = '(?!)';
  return { year: year ?? none, month: month ?? none, day: day ?? none, hour: hour ?? none, minute: minute ?? none };
});

/** Names of zones in any language, in lower case, with their international names. */
export const zoneAliases = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      wordsIn(({ time }) => time.zones).map((entry) => {
        const [name = '', zone = ''] = entry.split('=');
        return [name.toLowerCase(), zone] as const;
      }),
    ),
);

/** Returns the names in `zoneAliases`, as parts of a pattern with the flag `u`; the case of an abbreviation counts. */
export function zoneNames(): Alternatives {
  return anyOfNames(
    wordsIn(({ time }) => time.zones).map((entry) => entry.slice(0, entry.indexOf('='))),
    ([first = '', ...rest]) =>
      first === first.toUpperCase() ? [first, ...rest].join('') : `[${first}${first.toUpperCase()}]${rest.join('')}`,
  );
}
