import { isExists } from 'date-fns';
import { findDate, namedDates } from './dates.ts';

/** What is wrong with a date in a text. Offsets count in the text. */
export interface DateFault {
  readonly kind: 'impossible' | 'ambiguous';
  readonly from: number;
  readonly to: number;
  /** Ambiguous ones only: what it may mean, ISO 8601, day first and month first. */
  readonly meanings?: readonly [string, string];
}

const yearFirst = /(?<![\d.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:[T ](\d{1,2}):(\d{2})(?!\d))?/g;
const yearLast = /(?<![\d.-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g;
/** The first date in a text that does not exist or can be read in two ways; undefined where there is none. */
export function dateFault(text: string): DateFault | undefined {
  const faults = [
    ...[...text.matchAll(yearFirst)].flatMap((match) => (possible(match) ? [] : [fault('impossible', match)])),
    ...[...text.matchAll(yearLast)].flatMap(yearLastFault),
    ...namedDates(text)
      .filter(({ text: found, year }) => /^(?:19|20)/.test(year) && findDate(found) === undefined)
      .map(({ index, text: { length } }): DateFault => ({ kind: 'impossible', from: index, to: index + length })),
  ];
  return faults.toSorted((a, b) => a.from - b.from)[0];
}

/** A day as text whose numbers are in no doubt: ISO 8601. Like `findDate`, and understands "13/04/2025" and "13.4.2025" too. */
export function findDay(text: string): string | undefined {
  const found = findDate(text);
  if (found !== undefined) {
    return found;
  }
  const match = text.matchAll(yearLast).next().value;
  const readings = match === undefined ? [] : readingsOf(match);
  return readings.length === 1 ? readings[0] : undefined;
}

/** Whether a text writes the day or the month first, where its first such date shows it: "31/12/2025" does. */
export function dateOrder(text: string): 'day' | 'month' | undefined {
  const [, a = '', separator, b = ''] = text.matchAll(yearLast).next().value ?? [];
  if (separator === undefined || separator === '.' || Number(a) > 12 === Number(b) > 12) {
    return undefined;
  }
  return Number(a) > 12 ? 'day' : 'month';
}

function possible([, year, , monthNumber, day, hour = '0', minute = '0']: RegExpMatchArray): boolean {
  return isExists(Number(year), Number(monthNumber) - 1, Number(day)) && Number(hour) <= 24 && Number(minute) <= 59;
}

function yearLastFault(match: RegExpExecArray): DateFault[] {
  const [dayFirst, monthFirst] = readingsOf(match);
  if (dayFirst === undefined) {
    return [fault('impossible', match)];
  }
  return monthFirst === undefined ? [] : [{ ...fault('ambiguous', match), meanings: [dayFirst, monthFirst] }];
}

/** The existing days that "03/04/2025" may mean, day first; with dots the day always comes first. */
function readingsOf([, a = '', separator, b = '', year = '']: RegExpMatchArray): string[] {
  const pairs =
    separator === '.'
      ? [[a, b]]
      : [
          [a, b],
          [b, a],
        ];
  const days = pairs
    .filter(([day, monthNumber]) => isExists(Number(year), Number(monthNumber) - 1, Number(day)))
    .map(([day = '', monthNumber = '']) => `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return [...new Set(days)];
}

function fault(kind: DateFault['kind'], { index = 0, 0: text }: RegExpMatchArray): DateFault {
  return { kind, from: index, to: index + text.length };
}
