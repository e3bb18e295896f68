import { isoDay } from './calendar.ts';
import { readClock } from './clock.ts';
import { readDay, readDays, type Day, type DateOrder, type ReadDay } from './day.ts';
import { halfWidth } from './sticky.ts';
import { yearAndMonth } from '../vocabulary/time-signs.ts';
import { monthBeforeYear } from '../vocabulary/calendar.ts';

/** An error in a date. Offsets count in the text. */
export interface DateFault {
  readonly kind: 'impossible' | 'ambiguous';
  readonly from: number;
  readonly to: number;
  /** For an ambiguous date: both meanings in ISO 8601, day first, then month first. */
  readonly meanings?: readonly [string, string];
}

/**
 * Returns the first date in a text, as ISO 8601 and as precise as stated (`2025`, `2025-10`, `2025-10-13`). For a span of days, the first
 * day. Understands what `readDay` understands, with a year. "03/04/2025" is ambiguous and not read. A year alone counts only if it is the
 * whole text.
 */
export function findDate(text: string): string | undefined {
  const days = daysIn(text, readDays);
  for (const { day } of days) {
    if (day?.year !== undefined) {
      return isoDay({ ...day, year: day.year });
    }
  }
  const coarse = /^\s*((?:19|20)\d{2})\s*$/.exec(text)?.[1] ?? monthIn(text, days);
  return coarse;
}

/** A date in a text. Offsets count in the text. */
export interface DateInText {
  readonly from: number;
  readonly to: number;
  /** YYYY-MM-DD; for a span of days, the first. Undefined if it is ambiguous or does not exist. */
  readonly day: string | undefined;
  readonly isSpan: boolean;
  readonly isAmbiguous: boolean;
}

/** Returns the days with a year that a text states, from left to right, with weekdays beside them. Reads what `findDate` reads as days. */
export function datesIn(text: string): DateInText[] {
  return daysIn(text, readDays).flatMap(({ day, until, meanings, from, end }) => {
    const year = day?.year ?? meanings?.[0].year;
    const hasYear = year !== undefined || (day === undefined && /(?:19|20)\d{2}/.test(text.slice(from, end)));
    return hasYear
      ? [
          {
            from,
            to: end,
            day: day === undefined || year === undefined ? undefined : iso(day, year),
            isSpan: until !== undefined,
            isAmbiguous: meanings !== undefined,
          },
        ]
      : [];
  });
}

/** Returns the first date in a text that does not exist or is ambiguous; undefined if there is none. */
export function dateFault(text: string): DateFault | undefined {
  for (const { day, fault, meanings, from, end } of daysIn(text, readDay)) {
    const { year } = meanings?.[0] ?? {};
    const written = /(?:19|20)\d{2}/.test(text.slice(from, end));
    if (fault === 'impossible' && written) {
      return { kind: 'impossible', from, to: end };
    }
    if (meanings !== undefined && written && year !== undefined) {
      return { kind: 'ambiguous', from, to: end, meanings: [iso(meanings[0], year), iso(meanings[1], year)] };
    }
    const clock = day === undefined ? undefined : /^[T ](?=\d{1,2}:\d{2})/.exec(text.slice(end, end + 8))?.[0];
    const time = clock === undefined ? undefined : readClock(text, end + clock.length);
    if (time !== undefined && time.clock === undefined) {
      return { kind: 'impossible', from, to: time.end };
    }
  }
  return undefined;
}

/** Returns whether dates in a text begin with the day or the month, if the first such date shows it: "31/12/2025" does. */
export function dateOrder(text: string): DateOrder | undefined {
  const first = daysIn(text, readDay).find(({ order, meanings }) => order !== undefined || meanings !== undefined);
  return first?.order;
}

/**
 * Returns the date in the path of a file: in its name, else in year and month folders, else the year in a record number such as
 * PM2025-014.
 */
export function dateOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = /(?:^|\/)(20\d{2})(?:[-/](0[1-9]|1[0-2]))?\//.exec(path);
  return (
    findDate(name.replace(/_/g, '-')) ??
    (folder === null ? undefined : folder[2] === undefined ? folder[1] : `${folder[1]}-${folder[2]}`) ??
    /^[A-Za-z]+-?_?(20\d{2})(?!\d)/.exec(name)?.[1]
  );
}

interface Found extends ReadDay {
  readonly from: number;
}

/** The possible beginning of a date: a number, or a word that may be the name of a month. */
const begin = /(?<![\d.:])\d(?!\d{8})|(?<![\p{L}\p{N}])\p{L}{3,12}(?=\.?[\s-])/gu;

/** The days that a text states, one after the other. */
function daysIn(text: string, read: (text: string, at: number) => ReadDay | undefined): Found[] {
  const found: Found[] = [];
  const plain = halfWidth(text);
  if (!/\d/.test(plain)) {
    return found;
  }
  begin.lastIndex = 0;
  for (let match = begin.exec(plain); match !== null; match = begin.exec(plain)) {
    const from = match.index;
    const starts = /\d/.test(match[0]) ? !insideNumber(plain, from) : monthBeforeYear(match[0]) !== undefined;
    const day = starts ? read(plain, from) : undefined;
    if (day !== undefined) {
      found.push({ ...day, from });
    }
    begin.lastIndex = day?.end ?? (/\d/.test(match[0]) ? digitsEnd(plain, from) : from + match[0].length);
  }
  return found;
}

/** Whether a number is part of something other than a date: "-5", "v2024.3.1". A name may come right before a year. */
function insideNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return (
    /\d-$/.test(before) ||
    (/[\p{L}_]$/u.test(before) && !/^(?:19|20)\d{2}[-/]\d|^20\d{6}(?!\d)/.test(text.slice(at, at + 9)))
  );
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (/\d/.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}

const isoMonth = /(?<![\dv])((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?![\d])/;
const monthAndYear = /(?<![\p{L}\p{N}])(\p{L}{3,12})\.?(?:,|\s+de|\s+del)?[\s-]{1,3}((?:19|20)\d{2})(?![\d-])/gu;

/** A month without a day, after which no day was meant. */
function monthIn(text: string, days: readonly Found[]): string | undefined {
  const match = isoMonth.exec(text) ?? yearAndMonth.exec(text);
  if (match !== null) {
    return days.some(({ from, end }) => from <= match.index && match.index < end)
      ? undefined
      : `${match[1]}-${(match[2] ?? '').padStart(2, '0')}`;
  }
  for (const [, word = '', year = ''] of text.matchAll(monthAndYear)) {
    const month = monthBeforeYear(word);
    if (month !== undefined && !days.some(({ fault }) => fault !== undefined)) {
      return `${year}-${String(month).padStart(2, '0')}`;
    }
  }
  return undefined;
}

function iso(day: Day, year: number): string {
  return isoDay({ ...day, year: day.year ?? year });
}
