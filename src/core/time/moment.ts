import { parseISO } from 'date-fns';
import { remembering } from '../util/memo.ts';
import { minutesOf, type Clock } from './clock.ts';
import { possibleInstants } from './instant.ts';
import { regionOf, zoneOffset } from './zone.ts';

/** A point in time, as far as it is stated. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly clock?: Clock | undefined;
  readonly zone?: string | undefined;
  /** Minutes east of Greenwich, if the name of the zone is ambiguous and the text around it decides. */
  readonly offset?: number | undefined;
}

/** In minutes. Teams write PST in summer, so zones with names may be off by one hour. */
const sloppiness = 60;
/** Greatest difference between two clocks on earth, in minutes. */
const furthest = 26 * 60;
/** Greatest change of a clock, in minutes. */
const changeHours = 180;
/** A time without seconds lasts until a second before the next minute. */
const lastSecond = 59 / 60;

/** Number of days in the cache: the entries of a timeline are compared with one another. */
const mostDays = 2000;

/** When a day begins in UTC, in minutes. */
const startOf = remembering(mostDays, (date) => parseISO(`${date}T00:00:00Z`).getTime() / 60_000);

/**
 * Returns by how many minutes `b` certainly comes before `a`; 0 if it does not, or if unknown zones leave it open. If one of them has no
 * time of day, only days count. A time without seconds means the whole minute. A time that a clock shows twice can be either.
 */
export function minutesBefore(a: Moment, b: Moment): number {
  const days = startOf(a.date) - startOf(b.date);
  if (a.clock === undefined || b.clock === undefined) {
    return Math.max(0, days);
  }
  if ((!a.clock.sure || !b.clock.sure) && days === 0) {
    return 0;
  }
  const lasting = a.clock.second !== undefined && b.clock.second === undefined ? lastSecond : 0;
  const clocks = days + minutesOf(a.clock) - minutesOf(b.clock);
  const clear = [a, b].every(({ zone, date }) => zone !== undefined && zoneOffset(zone, date) !== undefined);
  // Only around the change of the clocks a time of a region may be two.
  const changing = clear && clocks > 0 && clocks < changeHours && regionOf(a.zone ?? '') !== undefined;
  if (a.zone === b.zone && !changing) {
    return Math.max(0, clocks - lasting);
  }
  if (!clear) {
    return clocks > furthest ? clocks : 0;
  }
  const apart = (Math.min(...possibleInstants(a)) - Math.max(...possibleInstants(b))) / 60_000;
  const sloppy = a.zone === b.zone ? 0 : sloppiness;
  return apart - lasting - sloppy > 0 ? apart - lasting : 0;
}
