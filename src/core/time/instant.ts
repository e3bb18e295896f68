import { TZDate } from '@date-fns/tz';
import { firstWithSameClock } from './zoned.ts';
import type { Moment } from './moment.ts';
import { regionOf, zoneOffset } from './zone.ts';

/**
 * The instant that a date and a clock time mean; midnight where there is no clock time. Undefined in a zone that is not known, or means several.
 * Of a clock time that daylight saving repeats the first is meant.
 */
export function instantOf({ date, clock, zone }: Moment): Date | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const { hour, minute, second = 0 } = clock ?? { hour: 0, minute: 0 };
  const region = zone === undefined ? undefined : regionOf(zone);
  if (region !== undefined) {
    return new Date(
      firstWithSameClock(new TZDate(year, month - 1, day, hour, minute, second, region), region).getTime(),
    );
  }
  const offset = zone === undefined ? undefined : zoneOffset(zone, date);
  return offset === undefined
    ? undefined
    : new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000);
}

/** When something happened, as far as that can be told; its clock is taken to be UTC where nothing says otherwise. */
export function instantOfEntry({ date, clock, zone }: Partial<Moment>): Date | undefined {
  return date === undefined ? undefined : (instantOf({ date, clock, zone }) ?? instantOf({ date, clock, zone: 'UTC' }));
}

/** What a clock in a zone shows. */
export interface WallTime {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a clock in a zone shows at an instant; undefined for a zone that is not known, or means several. */
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
  const there = new Date(instant.getTime() + offset * 60_000);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
  };
}
