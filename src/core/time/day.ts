import { isExists } from 'date-fns';
import { once } from '../util/memo.ts';
import { monthNamed, signs } from '../vocabulary/calendar.ts';
import { anywhere, written } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';

/** A day as far as a text states it. */
export interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** A day, or undefined for one that is ambiguous ("03/04") or not known ("2024-03-??"), and where the text goes on. */
export interface ReadDay {
  readonly day: Day | undefined;
  readonly end: number;
}

const word = '\\p{L}{3,12}';
const year = '(?:19|20)\\d{2}(?!\\d|:\\d)';
const iso = /((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|-\w|\.\d)/y;
const isoUnknown = /(?=[\dXx?Yy]{4}[-/.])(?=.{0,9}[XxYyMD?])[\dXxYy?]{4}[-/.][\dXxM?]{2}[-/.][\dXxD?]{2}(?!\w)/y;
const dotted = new RegExp(`(\\d{1,2})\\.(\\d{1,2})\\.(${year})?(?=[\\s,:)*\\]]|$)`, 'y');
const slashed = new RegExp(`(\\d{1,2})/(\\d{1,2})(?:/(${year}|\\d{2}(?!\\d|:\\d)))?(?![\\w/])`, 'y');
const inWords = once(() => {
  const of = anywhere(written(({ time }) => time.of));
  const ordinal = anywhere(written(({ time }) => time.ordinal));
  const sign = signs();
  return {
    dayFirst: new RegExp(
      `(\\d{1,2})(?:${ordinal}|\\.)?(?:[\\s-]+${of})?[\\s-]+(${word})\\.?(?:,?[\\s-]+(?:${of}\\s+)?(${year}))?`,
      'iuy',
    ),
    monthFirst: new RegExp(
      `(${word})\\.?[\\s-]+(\\d{1,2})(?:${ordinal})?(?!\\d|[:.]\\d)(?:,?[\\s-]+(${year}))?`,
      'iuy',
    ),
    yearFirst: new RegExp(`(${year})[\\s-]+(${word})\\.?[\\s-]+(\\d{1,2})(?!\\d|:\\d)`, 'iuy'),
    signed: new RegExp(
      `(?:((?:19|20)\\d{2})\\s?${sign.year}\\s?)?(\\d{1,2})\\s?${sign.month}\\s?(\\d{1,2})\\s?${sign.day}`,
      'uy',
    ),
  };
});

/** The day that is written exactly at `at`; undefined where none is. */
export function readDay(text: string, at: number): ReadDay | undefined {
  return (
    exec(iso, text, at, (m) => valid(m[4], Number(m[3]), m[1])) ??
    exec(isoUnknown, text, at, () => undefined) ??
    exec(dotted, text, at, (m) => valid(m[1], Number(m[2]), m[3])) ??
    exec(slashed, text, at, (m) => fromSlashes(m[1] ?? '', m[2] ?? '', m[3])) ??
    exec(inWords().signed, text, at, (m) => valid(m[3], Number(m[2]), m[1])) ??
    named(inWords().dayFirst, text, at, [1, 2, 3]) ??
    named(inWords().monthFirst, text, at, [2, 1, 3]) ??
    named(inWords().yearFirst, text, at, [3, 2, 1])
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
  const number = monthNamed(match?.[month] ?? '');
  return match === undefined || number === undefined
    ? undefined
    : { day: valid(match[day], number, match[years]), end: at + match[0].length };
}

/** Two numbers are month and day in one order or the other; only one that is no month tells. */
function fromSlashes(first: string, second: string, years: string | undefined): Day | undefined {
  const full = years?.length === 2 ? `20${years}` : years;
  if (Number(first) > 12) {
    return valid(first, Number(second), full);
  }
  return Number(second) > 12 || first === second ? valid(second, Number(first), full) : undefined;
}

function valid(day = '', month: number, years?: string): Day | undefined {
  const number = Number(day);
  // A leap year, so that 29 February passes where no year is known.
  return isExists(years === undefined ? 2024 : Number(years), month - 1, number)
    ? { ...(years !== undefined && { year: Number(years) }), month, day: number }
    : undefined;
}
