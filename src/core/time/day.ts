import { isExists } from 'date-fns';
import { once } from '../util/memo.ts';
import { beforeDays, betweenDays, daySigns } from '../vocabulary/time-signs.ts';
import { anywhere, written } from '../vocabulary/words.ts';
import { matchAt, pieceAt, take } from './sticky.ts';
import { monthBeforeYear, monthNamed, weekdayNamed } from '../vocabulary/calendar.ts';

/** A day, as far as it is stated. */
export interface Day {
  readonly year?: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

/** The part that comes first in a date such as "3/5/2024". */
export type DateOrder = 'day' | 'month';

/** A day, or the reason why it could not be read, and the offset after it. */
export interface ReadDay {
  /** For a span ("5–6 March"), the first day. Undefined if it is ambiguous, does not exist or is not known. */
  readonly day: Day | undefined;
  /** For a span, the last day. */
  readonly until?: Day;
  readonly end: number;
  /** Why there is no day: "03/04", "30 February", "2024-03-??". */
  readonly fault?: 'ambiguous' | 'impossible' | 'unknown';
  /** For an ambiguous day: both meanings, day first, then month first. */
  readonly meanings?: readonly [Day, Day];
  /** The part that comes first, if the numbers show it: 31/12 begins with the day. */
  readonly order?: DateOrder;
}

const years = '(?:19|20)\\d{2}(?!\\d|:\\d)';
const word = '(\\p{L}{3,12})';
/** Between two days: "5–6 March", "5 and 6 March". Short, so that no stretch of spaces is walked twice. */
const dash = `[ \\t]{0,3}${betweenDays}[ \\t]{0,3}(?:the )?`;
const gap = '[\\s-]{1,4}';

/** With dots only as "2024.03.05" or "2024. 3. 5.": "2024.3.1" is a version. */
const iso = /((?:19|20)\d{2})(?:([-/])(\d{1,2})\2(\d{1,2})|\.(\d{2})\.(\d{2})|\. (\d{1,2})\. (\d{1,2})\.?)(?!\d|\.\d)/y;
const compact = /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[T_]\d|[^\w.,-]|[.,-](?!\d)|$)/y;
const isoUnknown = /(?=[\dXx?Yy]{4}[-/.])(?=.{0,9}[XxYyMD?])[\dXxYy?]{4}[-/.][\dXxM?]{2}[-/.][\dXxD?]{2}(?!\w)/y;
const dotted = new RegExp(
  `(?:(\\d{1,2})\\.?(?:(?<=\\.)(\\d{1,2})\\.(${years})?)?(?:[ \\t]?[-–—/][ \\t]?|[ \\t](?:bis|und)[ \\t]))?(\\d{1,2})\\.[ \\t]?(\\d{1,2})\\.[ \\t]?(${years})?(?=[^\\w.]|\\.(?!\\d)|$)`,
  'y',
);
const slashed = new RegExp(
  `(\\d{1,2})(?:([/])(\\d{1,2})(?:/(${years}|\\d{2}(?!\\d|:\\d)))?|(-)(\\d{1,2})-(${years}))(?![\\w/])`,
  'y',
);
const joined = new RegExp(`(\\d{2})([A-Za-z]{3})(${years}|\\d{2})(?!\\w)`, 'y');
const yearFirst = new RegExp(`(${years})${gap}${word}\\.?${gap}(\\d{1,2})(?!\\d|:\\d)`, 'iuy');
const inWords = once(() => {
  const between = `(?:${anywhere(written(({ time }) => time.of))}|di|van)`;
  const of = `(?:${gap}${between})?`;
  const ordinal = `(?:${anywhere(written(({ time }) => time.ordinal))}|\\.)?`;
  return {
    dayFirst: new RegExp(
      `(\\d{1,2})${ordinal}(?:${dash}(\\d{1,2})${ordinal})?${of}(?:${gap}|\\/|(?<=\\.))${word}(?!\\p{L})\\.?(?:(?:,?[\\s-]{1,4}|\\/)(?:${between}\\s+)?(${years}|(?<=\\/)(?:19|20)\\d{2}(?=:\\d{2}:\\d{2}))|(?<=\\d-\\p{L}{3,9}\\.?)-(\\d{2})(?![\\d:.-])|\\s['’](\\d{2})(?!\\d)|\\s(\\d{2})(?=,?\\s\\d{1,2}:\\d{2}))?`,
      'iuy',
    ),
    monthFirst: new RegExp(
      `${word}\\.?${gap}(\\d{1,2})${ordinal}(?!\\d|[:.]\\d)(?:${dash}(\\d{1,2})${ordinal}(?!\\d|[:.]\\d)(?=,?[\\s-]{1,4}${years}|\\s?(?:[,:;)\\]|*_]|[-–—]\\s|$)))?(?:,?[\\s-]{1,4}(${years}))?`,
      'iuy',
    ),
  };
});
const weekdayWord = /(\p{L}[\p{L}-]{0,12})\.?[,\s]{1,3}(?=[\d\p{L}])/uy;
const weekdayBehind = /[,\s]{0,2}[([]\s?(\p{L}[\p{L}-]{0,13})\.?\s?[)\]]/uy;
const between = new RegExp(`\\s?(?:${dash}|[ \\t]through[ \\t])(?:the\\s+)?`, 'iuy');

/**
 * Returns the day that begins exactly at `at`, with a weekday before or after it; undefined if there is none. Understands ISO 8601
 * (20240305 too), months in words, slashes, dots, 年月日, and days of one month ("5–6 March", which gives the first).
 * @param order what comes first in a date such as "3/5/2024". Without it such a date is ambiguous.
 */
export function readDay(text: string, at: number, order?: DateOrder): ReadDay | undefined {
  const piece = pieceAt(text, at);
  const begin = afterWeekday(piece);
  const read = dayIn(piece, begin) ?? (begin > 0 ? dayIn(piece, 0) : undefined);
  if (read === undefined) {
    return undefined;
  }
  const end = at + behindWeekday(piece, read.end);
  return read.meanings === undefined || order === undefined
    ? { ...read, end }
    : { day: read.meanings[order === 'day' ? 0 : 1], end };
}

/** Returns the first and last day of a span that begins exactly at `at`, such as "28 February – 2 March 2024". A single day is read too. */
export function readDays(text: string, at: number): ReadDay | undefined {
  const start = readDay(text, take(beforeDays, text, at));
  const gapEnd = start === undefined ? 0 : take(between, text, start.end);
  if (start === undefined || start.until !== undefined || gapEnd === start.end) {
    return start;
  }
  const end = readDay(text, gapEnd) ?? restOfIso(text, start.end, start.day);
  if (end?.day === undefined) {
    return start;
  }
  const first = start.day ?? start.meanings?.[end.order === 'month' ? 1 : 0];
  if (first === undefined || (start.day === undefined && end.order === undefined)) {
    return start;
  }
  const last = end.until ?? end.day;
  const begun = withYear(first, last);
  return begun === undefined
    ? { day: undefined, fault: 'impossible', end: end.end }
    : { day: begun, until: last, end: end.end };
}

/** Returns whether a day exists. 29 February exists if there is no year. */
export function isDay({ year = 2024, month, day }: Day): boolean {
  return isExists(year, month - 1, day);
}

/** Adds the year of the last day. "30 Dec – 2 Jan 2024" begins in the year before. Undefined if the day does not exist in that year. */
function withYear(first: Day, last: Day): Day | undefined {
  if (first.year !== undefined || last.year === undefined) {
    return first;
  }
  const day = { ...first, year: first.month > last.month ? last.year - 1 : last.year };
  return isDay(day) ? day : undefined;
}

const shortEnd = /\s?(?:\/|--|–|~|\.{2})\s?(?:(\d{2})-)?(\d{2})(?![\d:\w-])/y;

/** The end of "2024-03-05/06", which states what differs alone. */
function restOfIso(text: string, at: number, start: Day | undefined): ReadDay | undefined {
  const match = matchAt(shortEnd, text, at);
  return match === undefined || start?.year === undefined
    ? undefined
    : madeOf(match[2], Number(match[1] ?? start.month), String(start.year), at + match[0].length);
}

function dayIn(text: string, at: number): ReadDay | undefined {
  return (
    exec(iso, text, at, (m, end) => madeOf(m[4] ?? m[6] ?? m[8], Number(m[3] ?? m[5] ?? m[7]), m[1], end)) ??
    exec(compact, text, at, (m, end) => madeOf(m[3], Number(m[2]), m[1], end)) ??
    exec(isoUnknown, text, at, (_, end) => ({ day: undefined, fault: 'unknown', end })) ??
    exec(daySigns, text, at, fromAsian) ??
    exec(dotted, text, at, fromDots) ??
    exec(inWords().dayFirst, text, at, (m, end) =>
      named(m[1], m[2], m[3], fullYear(m[4] ?? m[5] ?? m[6] ?? m[7]), end),
    ) ??
    exec(joined, text, at, (m, end) => named(m[1], undefined, m[2], fullYear(m[3]), end)) ??
    exec(inWords().monthFirst, text, at, (m, end) => named(m[2], m[3], m[1], m[4], end)) ??
    exec(yearFirst, text, at, (m, end) => named(m[3], undefined, m[2], m[1], end)) ??
    exec(slashed, text, at, (m, end) => fromSlashes(m[1] ?? '', m[3] ?? m[6] ?? '', m[4] ?? m[7], end))
  );
}

function exec(
  pattern: RegExp,
  text: string,
  at: number,
  make: (match: RegExpExecArray, end: number) => ReadDay | undefined,
): ReadDay | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : make(match, at + match[0].length);
}

/** Days with the name of a month; undefined if the word is not a month: "5 minutes" is not a date. */
function named(
  day: string | undefined,
  last: string | undefined,
  word: string | undefined,
  year: string | undefined,
  end: number,
): ReadDay | undefined {
  const month = year === undefined ? monthNamed(word ?? '') : monthBeforeYear(word ?? '');
  if (month === undefined) {
    return undefined;
  }
  const read = madeOf(day, month, year, end);
  const until = last === undefined ? undefined : madeOf(last, month, year, end).day;
  return until === undefined || until.day <= Number(day) ? read : { ...read, until };
}

function fromAsian(match: RegExpExecArray, end: number): ReadDay {
  const [, year, month, day, lastMonth, lastDay] = match as readonly (string | undefined)[];
  const read = madeOf(day, Number(month), year, end);
  const until = lastDay === undefined ? undefined : madeOf(lastDay, Number(lastMonth ?? month), year, end).day;
  return until === undefined ? read : { ...read, until };
}

/** "5.3.2024", "5.–6.3.2024", "28.2. – 2.3.2024": with dots the day comes first. */
function fromDots(match: RegExpExecArray, end: number): ReadDay | undefined {
  const [, first, firstMonth, firstYear, day, month, year] = match as readonly (string | undefined)[];
  const last = madeOf(day, Number(month), year, end);
  if (first === undefined || last.day === undefined) {
    // "1.2." at the end of a sentence is not an impossible date.
    return last.day === undefined && year === undefined ? undefined : last;
  }
  const start = madeOf(first, Number(firstMonth ?? month), firstYear, end).day;
  const begun = start && withYear(start, last.day);
  return begun === undefined ? { day: undefined, fault: 'impossible', end } : { day: begun, until: last.day, end };
}

/** Two numbers are day and month in either order. Only a number above 12 shows which. */
function fromSlashes(first: string, second: string, years: string | undefined, end: number): ReadDay {
  const full = fullYear(years);
  const byDay = madeOf(first, Number(second), full, end);
  const byMonth = madeOf(second, Number(first), full, end);
  if (byDay.day !== undefined && byMonth.day !== undefined && first !== second) {
    return { day: undefined, fault: 'ambiguous', meanings: [byDay.day, byMonth.day], end };
  }
  return byDay.day !== undefined
    ? { ...byDay, ...(Number(first) > 12 && { order: 'day' }) }
    : { ...byMonth, ...(byMonth.day !== undefined && { order: 'month' }) };
}

function madeOf(day = '', month: number, years: string | undefined, end: number): ReadDay {
  const made = { ...(years !== undefined && { year: Number(years) }), month, day: Number(day) };
  return isDay(made) ? { day: made, end } : { day: undefined, fault: 'impossible', end };
}

/** A year of two digits as POSIX reads `%y`: 69 to 99 are in the 1900s. */
function fullYear(years: string | undefined): string | undefined {
  return years?.length === 2 ? `${years < '69' ? '20' : '19'}${years}` : years;
}

/** Returns the offset after a weekday at the beginning of a text; 0 if there is none. */
function afterWeekday(text: string): number {
  const match = matchAt(weekdayWord, text, 0);
  return match === undefined || weekdayNamed(match[1] ?? '') === undefined ? 0 : match[0].length;
}

/** Returns the offset after a weekday in brackets: "2024-03-05 (Tue)". Returns `at` if there is none. */
function behindWeekday(text: string, at: number): number {
  const match = matchAt(weekdayBehind, text, at);
  return match === undefined || weekdayNamed(match[1] ?? '') === undefined ? at : at + match[0].length;
}
