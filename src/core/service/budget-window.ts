import { TZDate } from '@date-fns/tz';
import { add, type Duration } from 'date-fns';
import type { ObjectiveWindow, WindowUnit } from '../objective/objective.ts';
import { instantOf } from '../time/instant.ts';
import { regionOf, zoneOffset } from '../time/zone.ts';

/** The time that an error budget is for. */
export interface BudgetWindow {
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
  /** The zone of its days: an IANA name, or an offset such as +01:00. */
  readonly zone: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** On average, in milliseconds. */
const lengths: Readonly<Record<WindowUnit, number>> = {
  minute,
  hour: 60 * minute,
  day,
  week: 7 * day,
  month: (365.2425 / 12) * day,
  quarter: (365.2425 / 4) * day,
  year: 365.2425 * day,
};

/** A Monday on which a year began: what the periods of a calendar without a start are counted from. */
const epoch = '2001-01-01';

/**
 * Returns the window of an objective at a moment. One that rolls is the last days up to the moment. One of the calendar is the period in which the moment
 * lies: periods follow one another from the stated start, in the stated zone (UTC if none is), by the lengths of that calendar; without a start they
 * begin with the day, week (Monday), month, quarter or year. If start or zone cannot be understood: what is missing, as a clause.
 */
export function windowAt(window: ObjectiveWindow, now: Date): BudgetWindow | { readonly missing: string } {
  const { days, calendar, period = { count: days, unit: 'day' as const }, start, zone = 'UTC' } = window;
  if (!calendar) {
    return { from: new Date(now.getTime() - days * day), to: now, zone: 'UTC' };
  }
  const region = regionOf(zone) ?? offsetOf(zone, now);
  if (region === undefined) {
    return { missing: `the time zone "${zone}" of the objective is not known` };
  }
  const first = startOf(start ?? epoch, zone, region);
  if (first === undefined) {
    return { missing: `the start of the objective's calendar ("${start}") is not a date and time` };
  }
  const begin = (index: number): number => add(first, durationOf(period, index)).getTime();
  // The average is off by a few periods at most, as months and years differ.
  let index = Math.floor((now.getTime() - first.getTime()) / (period.count * lengths[period.unit]));
  for (let step = 0; step < mostSteps && begin(index) > now.getTime(); step += 1) {
    index -= 1;
  }
  for (let step = 0; step < mostSteps && begin(index + 1) <= now.getTime(); step += 1) {
    index += 1;
  }
  const [from, to] = [begin(index), begin(index + 1)];
  return from <= now.getTime() && now.getTime() < to
    ? { from: new Date(from), to: new Date(to), zone: region }
    : { missing: "the objective's window is longer than a calendar goes" };
}

const mostSteps = 10;

function durationOf({ count, unit }: NonNullable<ObjectiveWindow['period']>, times: number): Duration {
  const total = count * times;
  return unit === 'quarter' ? { months: 3 * total } : { [`${unit}s`]: total };
}

/** The offset of a zone without daylight saving, as the library takes it: "+01:00". */
function offsetOf(zone: string, now: Date): string | undefined {
  const offset = zoneOffset(zone, now.toISOString().slice(0, 10));
  if (offset === undefined) {
    return undefined;
  }
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function startOf(text: string, zone: string, region: string): TZDate | undefined {
  const [, date, hour = '0', minutes = '0', second = '0'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:Z|\+00:00)?)?$/.exec(text.trim()) ?? [];
  if (date === undefined) {
    return undefined;
  }
  const clock = { hour: Number(hour), minute: Number(minutes), second: Number(second) };
  const instant = instantOf({ date, clock: { ...clock, sure: true, twentyFour: true, twelve: false }, zone });
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : new TZDate(instant, region);
}
