import { isExists } from 'date-fns';
import { matchesOf } from '../text/matches.ts';
import { once } from '../util/memo.ts';
import { monthNamed, signs } from '../vocabulary/calendar.ts';
import { anywhere, written } from '../vocabulary/words.ts';

const word = '\\p{L}{3,12}';
const patterns = once(() => {
  const of = anywhere(written(({ time }) => time.of));
  const ordinal = anywhere(written(({ time }) => time.ordinal));
  const { year, month, day } = signs();
  return {
    named: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?<day>\\d{1,2})(?:${ordinal})?(?: ${of})? (?<month>${word})\\.?(?:,| ${of})? (?<year>\\d{4})|(?<first>${word})\\.? (?<second>\\d{1,2})(?:${ordinal})?(?:,| ${of})? (?<last>\\d{4}))(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    signed: new RegExp(
      `(?<!\\d)(?<year>(?:19|20)\\d{2})${year}\\s?(?<month>0?[1-9]|1[0-2])${month}(?:\\s?(?<day>\\d{1,2})${day})?`,
      'u',
    ),
  };
});

/** A date with a month's name in a text. Its parts are as written; whether there is such a day is another matter. */
export interface NamedDate {
  readonly index: number;
  readonly text: string;
  readonly year: string;
  /** Of two digits. */
  readonly month: string;
  /** Of two digits. */
  readonly day: string;
}

/** The dates with a month's name in a text, in any language: "13 October 2025", "October 13, 2025", "13 de outubro de 2025". */
export function namedDates(text: string): NamedDate[] {
  return matchesOf(patterns().named, text).flatMap(({ 0: found, index, groups = {} }) => {
    const number = monthLike(groups['month'] ?? groups['first'] ?? '');
    return number === undefined
      ? []
      : [
          {
            index,
            text: found,
            year: groups['year'] ?? groups['last'] ?? '',
            month: String(number).padStart(2, '0'),
            day: (groups['day'] ?? groups['second'] ?? '').padStart(2, '0'),
          },
        ];
  });
}

/** A month's name, or an English one that is misspelt behind its first letters. */
function monthLike(name: string): number | undefined {
  return monthNamed(name) ?? (/^[a-z]{4,9}$/i.test(name) ? monthNamed(name.slice(0, 3)) : undefined);
}

/**
 * The first date that a text states, as ISO 8601 and no more precise than stated (`2025`, `2025-10`, `2025-10-13`).
 * Understands ISO dates, also with slashes or dots, and names of months in all languages. Day-first and month-first numbers
 * ("03/04/2025") are ambiguous and not read. A year alone counts only where the whole text is one.
 */
export function findDate(text: string): string | undefined {
  const iso = /(?<!\d)((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?:[-/.](0[1-9]|[12]\d|3[01])(?!\d))?(?!\d)/.exec(text);
  if (iso !== null) {
    const [, year = '', month = '', day] = iso;
    return day === undefined ? `${year}-${month}` : valid(year, month, day);
  }
  const [named] = namedDates(text);
  if (named !== undefined) {
    return valid(named.year, named.month, named.day);
  }
  const signed = patterns().signed.exec(text)?.groups;
  if (signed !== undefined) {
    const { year = '', month = '', day } = signed;
    const number = month.padStart(2, '0');
    return day === undefined ? `${year}-${number}` : valid(year, number, day.padStart(2, '0'));
  }
  return /^\s*(?:19|20)\d{2}\s*$/.test(text) ? text.trim() : undefined;
}

/** The date that a file's path states: in its name, else its year and month folders, else the year in a record number such as PM2025-014. */
export function dateOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const compact = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  const folder = /(?:^|\/)(20\d{2})(?:[-/](0[1-9]|1[0-2]))?\//.exec(path);
  return (
    findDate(name.replace(/_/g, '-')) ??
    (compact === null ? undefined : valid(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '')) ??
    (folder === null ? undefined : folder[2] === undefined ? folder[1] : `${folder[1]}-${folder[2]}`) ??
    /^[A-Za-z]+-?_?(20\d{2})(?!\d)/.exec(name)?.[1]
  );
}

function valid(year: string, month: string, day: string): string | undefined {
  return isExists(Number(year), Number(month) - 1, Number(day)) ? `${year}-${month}-${day}` : undefined;
}
