import { parseISO } from 'date-fns';
import { remembering } from '../util/memo.ts';
import { minutesOf, type Clock } from './clock.ts';
import { possibleInstants } from './instant.ts';
import { regionOf, zoneOffset } from './zone.ts';

/** A point in time as far as a text tells. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly clock?: Clock | undefined;
  readonly zone?: string | undefined;
  /** Minutes east of Greenwich, where the zone's name leaves it open and what stands around tells. */
  readonly offset?: number | undefined;
}

/** Teams write PST in summer: zones that differ by name may lie an hour further apart than their names say. */
const sloppiness = 60;
/** No two places on earth have clocks further apart. */
const furthest = 26 * 60;
/** No clocks are put back by more, in minutes. */
const changeHours = 180;
/** A time of minutes lasts until a second before the next, where others have seconds. */
const lastSecond = 59 / 60;

/** So many days are remembered: the entries of a timeline are compared with one another. */
const mostDays = 2000;

/** When a day begins in UTC, in minutes. */
const startOf = remembering(mostDays, (date) => parseISO(`${date}T00:00:00Z`).getTime() / 60_000);

/**
 * By how many minutes `b` certainly comes before `a`; 0 where it does not, or where clocks of unknown zones leave it open. Where one of
 * them states no time of day, only days count. A time of minutes is the whole minute, and one that a clock shows twice may be either.
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
