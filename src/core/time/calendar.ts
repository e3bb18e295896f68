import { addDays, differenceInCalendarDays, formatISO, getISODay, isExists, parseISO } from 'date-fns';
import type { Day } from './day.ts';

/** Returns a day with a year as ISO 8601 (YYYY-MM-DD). */
export function isoDay({ year, month, day }: Required<Day>): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Returns the date (YYYY-MM-DD) of a day: with its own year, else with the year that is nearest to the reference. Undefined without
 * either.
 */
export function fullDate({ month, day, year }: Day, reference: string | undefined): string | undefined {
  const near = Number(reference?.slice(0, 4));
  const years = year === undefined ? (reference === undefined ? [] : [near, near - 1, near + 1]) : [year];
  const dates = years
    .filter((each) => isExists(each, month - 1, day))
    .map((each) => isoDay({ year: each, month, day }));
  return reference === undefined
    ? dates[0]
    : dates.toSorted((a, b) => Math.abs(daysBetween(reference, a)) - Math.abs(daysBetween(reference, b)))[0];
}

/** Returns the date `days` days after another; both YYYY-MM-DD. */
export function daysAfter(date: string, days: number): string {
  return formatISO(addDays(parseISO(date), days), { representation: 'date' });
}

/** Returns the number of days from `from` to `to`; both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/**
 * Returns 1 for Monday to 7 for Sunday.
 * @param date YYYY-MM-DD.
 */
export function weekdayOf(date: string): number {
  return getISODay(parseISO(date));
}
