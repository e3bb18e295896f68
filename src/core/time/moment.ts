import { parseISO } from 'date-fns';
import { remembering } from '../util/memo.ts';
import { minutesOf, type Clock } from './clock.ts';
import { zoneOffset } from './zone.ts';

/** A point in time as far as a text tells. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly clock?: Clock | undefined;
  readonly zone?: string | undefined;
}

/** Teams write PST in summer: zones that differ by name may lie an hour further apart than their names say. */
const sloppiness = 60;
/** No two places on earth have clocks further apart. */
const furthest = 26 * 60;

/** So many days are remembered: the entries of a timeline are compared with one another. */
const mostDays = 2000;

/** When a day begins in UTC, in minutes. */
const startOf = remembering(mostDays, (date) => parseISO(`${date}T00:00:00Z`).getTime() / 60_000);

/**
 * By how many minutes `b` certainly comes before `a`; 0 where it does not, or where clocks of unknown zones leave it open. Where one of
 * them states no time of day, only days count.
 */
export function minutesBefore(a: Moment, b: Moment): number {
  const days = startOf(a.date) - startOf(b.date);
  if (a.clock === undefined || b.clock === undefined) {
    return Math.max(0, days);
  }
  const clocks = minutesOf(a.clock) - minutesOf(b.clock);
  if ((!a.clock.sure || !b.clock.sure) && days === 0) {
    return 0;
  }
  if (a.zone === b.zone) {
    return Math.max(0, days + clocks);
  }
  const [first, second] = [a, b].map(({ zone, date }) => (zone === undefined ? undefined : zoneOffset(zone, date)));
  const shift = first === undefined || second === undefined ? undefined : second - first;
  const certain = days + clocks + (shift ?? 0) - (shift === undefined ? furthest : sloppiness);
  return certain > 0 ? days + clocks + (shift ?? 0) : 0;
}
