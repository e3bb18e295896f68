import { TZDate, tzOffset } from '@date-fns/tz';
import { remembering } from '../util/memo.ts';
import type { Moment } from './moment.ts';
import { possibleOffsets, regionOf, zoneOffset } from './zone.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Returns the instants that a date and time can mean, in milliseconds since 1970, most likely first. Without a time: midnight. Two if
 * daylight saving repeats or skips the time; several if the zone name has several meanings; none if the zone is not known.
 */
export function possibleInstants({ date, clock, zone, offset }: Moment): readonly number[] {
  const [year = 0, month = 1, number = 1] = date.split('-').map(Number);
  const { hour, minute: minutes, second = 0 } = clock ?? { hour: 0, minute: 0 };
  const wall = Date.UTC(year, month - 1, number, hour, minutes, second);
  const region = zone === undefined || offset !== undefined ? undefined : regionOf(zone);
  if (region === undefined) {
    const offsets = offset === undefined ? possibleOffsets(zone ?? '', date) : [offset];
    return offsets.map((each) => wall - each * minute);
  }
  return shownAt(`${wall} ${region}`);
}

/** Number of times in the cache: the entries of a timeline are compared with one another. */
const mostTimes = 2000;

/** The instants at which the clocks of a region show a time. @param key the time as if it were of UTC, in milliseconds; a space; the region. */
const shownAt = remembering(mostTimes, (key): readonly number[] => {
  const wall = Number(key.slice(0, key.indexOf(' ')));
  const region = key.slice(key.indexOf(' ') + 1);
  // With the offset of the day before and with that of the day after: they differ when the clocks change.
  const found = [...new Set([wall - day, wall + day].map((near) => wall - tzOffset(region, new Date(near)) * minute))];
  const shown = found.filter((instant) => instant + tzOffset(region, new Date(instant)) * minute === wall);
  return shown.length > 0 ? shown : found;
});

/**
 * Returns the instant of a date and time. Without a time: midnight. Undefined if the zone is not known or has several meanings. If
 * daylight saving repeats a time, the first is meant. If it skips a time, the result is one hour later.
 */
export function instantOf(moment: Moment): Date | undefined {
  const { date, zone, offset } = moment;
  const clear = offset !== undefined || (zone !== undefined && zoneOffset(zone, date) !== undefined);
  const [instant] = clear ? possibleInstants(moment) : [];
  return instant === undefined ? undefined : new Date(instant);
}

/** Returns the instant of an entry, as far as it is known. The time is taken as UTC if no zone is stated. */
export function instantOfEntry({ date, clock, zone, offset }: Partial<Moment>): Date | undefined {
  return date === undefined
    ? undefined
    : (instantOf({ date, clock, zone, offset }) ?? instantOf({ date, clock, zone: 'UTC' }));
}

/** Local date and time in a zone. */
export interface WallTime {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Returns the local date and time of an instant in a zone; undefined if the zone is not known or has several meanings. */
export function wallTimeAt(instant: Date, zone: string): WallTime | undefined {
  const region = regionOf(zone);
  if (region !== undefined) {
    const there = new TZDate(instant, region);
    return {
      year: there.getFullYear(),
      month: there.getMonth() + 1,
      day: there.getDate(),
      hour: there.getHours(),
      minute: there.getMinutes(),
      second: there.getSeconds(),
    };
  }
  const offset = zoneOffset(zone, instant.toISOString().slice(0, 10));
  if (offset === undefined) {
    return undefined;
  }
  const there = new Date(instant.getTime() + offset * minute);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
  };
}
