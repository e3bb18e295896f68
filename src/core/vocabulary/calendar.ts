import { once } from '../util/memo.ts';
import type { Calendar, Language } from './language.ts';
import { anyOfNames, folded, groupsIn, wordsIn, type Alternatives } from './words.ts';

function numbered(pick: (language: Language) => Calendar): () => ReadonlyMap<string, number> {
  return once(() => {
    const found = new Map<string, number>();
    for (const [index, names] of groupsIn(pick).entries()) {
      for (const name of names.map(folded)) {
        found.set(name, found.get(name) ?? index + 1);
      }
    }
    return found;
  });
}

const months = numbered(({ time }) => time.months);
const weekdays = numbered(({ time }) => time.weekdays);
const numbers = once(
  () =>
    new Map(
      groupsIn(({ time }) => time.numbers).flatMap((names, index) =>
        names.map((name) => [folded(name), index + 1] as const),
      ),
    ),
);

/** The number of the month that a word names in some language, 1 to 12; undefined for other words. */
export function monthNamed(word: string): number | undefined {
  return months().get(folded(word));
}

/** The number of the day of the week that a word names in some language, 1 for Monday to 7; undefined for other words. */
export function weekdayNamed(word: string): number | undefined {
  return weekdays().get(folded(word));
}

/** The number from one to twelve that a word says in some language; undefined for other words. */
export function numberNamed(word: string): number | undefined {
  return numbers().get(folded(word));
}

/** The names of months, or of the days of the week, in all languages. Parts of a pattern with the flags `iu`. */
export function monthNames(): Alternatives {
  return anyOfNames(groupsIn(({ time }) => time.months).flat());
}

/** The names of the days of the week, short ones of two letters apart: they are also other words. */
export function weekdayNames(): { readonly long: Alternatives; readonly short: Alternatives } {
  const names = groupsIn(({ time }) => time.weekdays).flat();
  return {
    long: anyOfNames(names.filter(({ length }) => length > 2)),
    short: anyOfNames(names.filter(({ length }) => length <= 2)),
  };
}

/** The signs behind the numbers of a date and time in languages that write them so: parts of a pattern with the flag `u`. */
export const signs = once(() => {
  const [year, month, day, hour, minute] = groupsIn(({ time }) => time.signs).map((forms) => `(?:${forms.join('|')})`);
  const none = '(?!)';
  return { year: year ?? none, month: month ?? none, day: day ?? none, hour: hour ?? none, minute: minute ?? none };
});

/** Names of zones in some language, in lower case, each with the international one that it stands for. */
export const zoneAliases = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      wordsIn(({ time }) => time.zones).map((entry) => {
        const [name = '', zone = ''] = entry.split('=');
        return [name.toLowerCase(), zone] as const;
      }),
    ),
);

/** The names in `zoneAliases`, as parts of a pattern with the flag `u`; the case of an abbreviation counts. */
export function zoneNames(): Alternatives {
  return anyOfNames(
    wordsIn(({ time }) => time.zones).map((entry) => entry.slice(0, entry.indexOf('='))),
    ([first = '', ...rest]) =>
      first === first.toUpperCase() ? [first, ...rest].join('') : `[${first}${first.toUpperCase()}]${rest.join('')}`,
  );
}
