import { isExists } from 'date-fns';
import { matchAt } from './sticky.ts';

/** A day as far as a text states it. */
export interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** What comes first in dates of numbers with the year last: "3/5/2024". */
export type DateOrder = 'day' | 'month';

/** A day, or undefined for one that is ambiguous ("03/04") or not known ("2024-03-??"), and where the text goes on. */
export interface ReadDay {
  readonly day: Day | undefined;
  readonly end: number;
}

/** Month names in English, Portuguese, Spanish, French and German, without accents, by number. */
const monthNames: ReadonlyArray<readonly string[]> = [
  ['january', 'jan', 'janeiro', 'enero', 'janvier', 'januar'],
  ['february', 'feb', 'fevereiro', 'febrero', 'fevrier', 'februar'],
  ['march', 'mar', 'marco', 'marzo', 'mars', 'marz'],
  ['april', 'apr', 'abril', 'avril'],
  ['may', 'maio', 'mayo', 'mai'],
  ['june', 'jun', 'junho', 'junio', 'juin', 'juni'],
  ['july', 'jul', 'julho', 'julio', 'juillet', 'juli'],
  ['august', 'aug', 'agosto', 'aout'],
  ['september', 'sept', 'sep', 'setembro', 'septiembre', 'septembre'],
  ['october', 'oct', 'outubro', 'octubre', 'octobre', 'oktober', 'okt'],
  ['november', 'nov', 'novembro', 'noviembre', 'novembre'],
  ['december', 'dec', 'dezembro', 'diciembre', 'decembre', 'dezember', 'dez'],
];
const monthOf: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const word = '[A-Za-zçéûä]{3,10}';
const year = '(?:19|20)\\d{2}(?!\\d|:\\d)';
const iso = /((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|-\w|\.\d)/y;
const isoUnknown = /(?=[\dXx?Yy]{4}[-/.])(?=.{0,9}[XxYyMD?])[\dXxYy?]{4}[-/.][\dXxM?]{2}[-/.][\dXxD?]{2}(?!\w)/y;
const dotted = new RegExp(`(\\d{1,2})\\.(\\d{1,2})\\.(${year})?(?=[\\s,:)*\\]]|$)`, 'y');
const slashed = new RegExp(`(\\d{1,2})/(\\d{1,2})(?:/(${year}|\\d{2}(?!\\d|:\\d)))?(?![\\w/])`, 'y');
const dashed = new RegExp(`(\\d{1,2})-(\\d{1,2})-(${year})(?!-?\\w)`, 'y');
const compact = /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T\d{4}|[\s,:)\]*_`]|$)/y;
const signs = /(?:((?:19|20)\d{2})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/y;
/** "05-Mar-24" and "05/Mar/2024" as machines write them. */
const shortYear = new RegExp(`(\\d{1,2})([-/])(${word})\\2((?:19|20)?\\d{2})(?!\\d)`, 'iy');
const spacedShortYear = new RegExp(`(\\d{1,2}) (${word}) (\\d{2})(?=,? \\d{1,2}:\\d{2})`, 'iy');
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th|º|°|\\.)?(?:[\\s-]+(?:of|de))?[\\s-]+(${word})\\.?(?:,?[\\s-]+(?:de\\s+|del\\s+)?(${year}))?`,
  'iy',
);
const monthFirst = new RegExp(
  `(${word})\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.]\\d)(?:,?[\\s-]+(${year}))?`,
  'iy',
);
const yearFirst = new RegExp(`(${year})[\\s-]+(${word})\\.?[\\s-]+(\\d{1,2})(?!\\d|:\\d)`, 'iy');

/**
 * The day that is written exactly at `at`; undefined where none is.
 * @param order what comes first in a date such as "3/5/2024", which otherwise is not understood.
 */
export function readDay(text: string, at: number, order?: DateOrder): ReadDay | undefined {
  return (
    exec(iso, text, at, (m) => valid(m[4], Number(m[3]), m[1])) ??
    exec(isoUnknown, text, at, () => undefined) ??
    exec(dotted, text, at, (m) => valid(m[1], Number(m[2]), m[3])) ??
    exec(compact, text, at, (m) => valid(m[3], Number(m[2]), m[1])) ??
    exec(signs, text, at, (m) => valid(m[3], Number(m[2]), m[1])) ??
    exec(slashed, text, at, (m) => fromNumbers(m[1] ?? '', m[2] ?? '', m[3], order)) ??
    exec(dashed, text, at, (m) => fromNumbers(m[1] ?? '', m[2] ?? '', m[3], order)) ??
    named(shortYear, text, at, [1, 3, 4]) ??
    named(spacedShortYear, text, at, [1, 2, 3]) ??
    named(dayFirst, text, at, [1, 2, 3]) ??
    named(monthFirst, text, at, [2, 1, 3]) ??
    named(yearFirst, text, at, [3, 2, 1])
  );
}

function exec(
  pattern: RegExp,
  text: string,
  at: number,
  make: (match: RegExpExecArray) => Day | undefined,
): ReadDay | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : { day: make(match), end: at + match[0].length };
}

/** A day with a month's name; undefined where the word is none, so that "5 minutes" is no date. */
function named(
  pattern: RegExp,
  text: string,
  at: number,
  [day, month, years]: readonly [number, number, number],
): ReadDay | undefined {
  const match = matchAt(pattern, text, at);
  const number = monthOf.get(
    (match?.[month] ?? '')
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  );
  return match === undefined || number === undefined
    ? undefined
    : { day: valid(match[day], number, fullYear(match[years])), end: at + match[0].length };
}

/** Two numbers are month and day in one order or the other; one that is no month tells, or other dates do. */
function fromNumbers(
  first: string,
  second: string,
  years: string | undefined,
  order: DateOrder | undefined,
): Day | undefined {
  const full = fullYear(years);
  if (Number(first) > 12 || (order === 'day' && Number(second) <= 12)) {
    return valid(first, Number(second), full);
  }
  return Number(second) > 12 || order === 'month' || first === second ? valid(second, Number(first), full) : undefined;
}

function fullYear(years: string | undefined): string | undefined {
  return years?.length === 2 ? `20${years}` : years;
}

function valid(day = '', month: number, years?: string): Day | undefined {
  const number = Number(day);
  // A leap year, so that 29 February passes where no year is known.
  return isExists(years === undefined ? 2024 : Number(years), month - 1, number)
    ? { ...(years !== undefined && { year: Number(years) }), month, day: number }
    : undefined;
}
