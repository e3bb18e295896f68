import { add, type Duration } from 'date-fns';
import { once } from '../util/memo.ts';
import { numberNamed } from '../vocabulary/calendar.ts';
import type { CalendarUnit, ClockUnit } from '../vocabulary/language.ts';
import * as words from '../vocabulary/spoken-time.ts';
import { ended, written } from '../vocabulary/words.ts';
import { daysAfter, daysBetween, fullDate, weekdayOf } from './calendar.ts';
import type { Clock } from './clock.ts';
import { instantOf, wallTimeAt } from './instant.ts';
import { readStamp, type Stamp } from './stamp.ts';
import { halfWidth, matchAt, take } from './sticky.ts';

/** The reference of a typed time. */
export interface SpokenContext {
  readonly now: Date;
  /** The zone of a time that states none. */
  readonly zone: string;
  /** Which one is meant where a time of day or a weekday could be before or after now. */
  readonly toward: 'past' | 'future';
}

/** A typed time. */
export interface SpokenTime {
  /** Without a time of day: midnight. */
  readonly at: Date;
  /** YYYY-MM-DD, in its zone. */
  readonly date: string;
  /** Whether it has a time of day. */
  readonly timed: boolean;
}

/** The same at the start of a text, and the offset after it. */
export interface SpokenStart extends SpokenTime {
  readonly end: number;
}

/** A clock may be ahead of ours by this much before its time is taken for one of yesterday. In milliseconds. */
const ahead = 5 * 60_000;

/**
 * Returns a time as people type it: "-2h", "2h ago", "in 2 weeks", "14:05 CET", "yesterday 23:10", "next Friday", "2026-11-28 22:10".
 * Undefined if the text is not one time, or the time does not exist.
 */
export function readSpoken(text: string, context: SpokenContext): SpokenTime | undefined {
  const typed = halfWidth(text).trim();
  const found = readRelative(typed, context.now) ?? dayAndTime(typed, context);
  return found?.end === typed.length ? withDate(found, context) : undefined;
}

/** Returns a length of time from now ("-10m", "2h ago", "in 2 weeks", "now") at the start of a text. Undefined if there is none. */
export function readRelative(text: string, now: Date): { readonly at: Date; readonly end: number } | undefined {
  const isNow = take(words.nowWords, text, 0);
  if (isNow > 0) {
    return { at: now, end: isNow };
  }
  const sign = /^[-–−+]\s?/.exec(text)?.[0];
  const earlier = sign === undefined ? take(words.agoBefore, text, 0) : 0;
  const later = sign === undefined && earlier === 0 ? take(words.laterBefore, text, 0) : 0;
  const span = spanAt(text, sign?.length ?? earlier + later);
  if (span === undefined) {
    return undefined;
  }
  if (sign !== undefined || earlier > 0 || later > 0) {
    return { at: shifted(now, span.parts, later > 0 || sign?.startsWith('+') === true ? 1 : -1), end: span.end };
  }
  const ago = take(words.agoBehind, text, span.end);
  const end = ago === span.end ? take(words.laterBehind, text, span.end) : ago;
  return end === span.end ? undefined : { at: shifted(now, span.parts, ago === span.end ? 1 : -1), end };
}

/** Returns a day by its name and a time of day at the start of a text: "yesterday 23:10". Undefined without either of them. */
export function readNamedDay(text: string, context: SpokenContext): SpokenStart | undefined {
  const found = namedDayAt(text, 0) === undefined ? undefined : dayAndTime(text, context);
  return found?.timed === true ? { ...withDate(found, context), end: found.end } : undefined;
}

type Unit = CalendarUnit | ClockUnit;
const unitNames: readonly Unit[] = ['minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years', 'seconds'];
const units = once(() =>
  unitNames.map((unit) => [unit, new RegExp(ended(written(({ time }) => time.units[unit])), 'iuy')] as const),
);

/** "2h 30m", "two weeks", "an hour" at an offset. */
function spanAt(text: string, from: number): { parts: Duration; end: number } | undefined {
  const parts: Partial<Record<Unit, number>> = {};
  let end = from;
  for (let at = from; ; at = take(/\s?(?:(?:,|and)\s)?(?=\d)/iy, text, end)) {
    const one = take(words.oneWords, text, at);
    const [number = ''] = matchAt(/\d{1,4}|\p{L}{2,12}/uy, text, at) ?? [];
    const count = one > at ? 1 : /^\d/.test(number) ? Number(number) : numberNamed(number);
    const gap = take(/\s/y, text, one > at ? one : at + number.length);
    const unit = units().find(([, name]) => take(name, text, gap) > gap);
    if (count === undefined || unit === undefined) {
      return end === from ? undefined : { parts: durationOf(parts), end };
    }
    parts[unit[0]] = (parts[unit[0]] ?? 0) + count;
    end = take(unit[1], text, gap);
  }
}

function durationOf({ quarters = 0, months = 0, ...others }: Partial<Record<Unit, number>>): Duration {
  return { ...others, months: months + 3 * quarters };
}

function shifted(now: Date, parts: Duration, sign: 1 | -1): Date {
  return add(now, Object.fromEntries(Object.entries(parts).map(([unit, count]) => [unit, sign * Number(count)])));
}

interface Found {
  readonly at: Date;
  readonly date?: string;
  readonly timed?: boolean;
  readonly end: number;
}

function withDate({ at, date, timed = true }: Found, { zone }: SpokenContext): SpokenTime {
  return { at, date: date ?? dayOf(at, zone), timed };
}

function namedDayAt(text: string, at: number): { days: number; end: number } | undefined {
  for (const [days, names] of words.namedDays) {
    const end = take(names, text, at);
    if (end > at) {
      return { days, end };
    }
  }
  return undefined;
}

/** A day and a time of day in either order, or one of them. */
function dayAndTime(text: string, context: SpokenContext): Found | undefined {
  const named = namedDayAt(text, 0);
  const isNext = take(words.nextWords, text, 0);
  const isLast = take(words.lastWords, text, 0);
  const from = named === undefined ? Math.max(isNext, isLast) : take(/[\s,@]{1,3}/y, text, named.end);
  const piece = text.slice(from);
  const stamp = piece === '' ? undefined : readStamp(piece);
  if (stamp === undefined) {
    return named && fixed(undefined, named.days, named.end, context);
  }
  const { day, dayWord, clock, unreadable, approximate, until } = stamp;
  if (unreadable || approximate || until !== undefined || clock?.hour === 24) {
    return undefined;
  }
  const end = from + stamp.to;
  if (named !== undefined) {
    return day === undefined && dayWord === undefined ? fixed(stamp, named.days, end, context) : undefined;
  }
  if (isNext > 0 || isLast > 0) {
    return dayWord?.kind === 'weekday'
      ? onWeekday(stamp, dayWord.weekday, isNext > 0 ? 1 : -1, end, context)
      : undefined;
  }
  if (dayWord !== undefined) {
    return dayWord.kind === 'weekday' && day === undefined
      ? onWeekday(stamp, dayWord.weekday, 0, end, context)
      : undefined;
  }
  if (day !== undefined) {
    const date = fullDate(day, dayOf(context.now, zoneOf(stamp, context)));
    return date === undefined ? undefined : made(date, stamp, end, context);
  }
  const behind = take(/[\s,]{1,2}/y, text, end);
  const later = behind === end ? undefined : namedDayAt(text, behind);
  return later === undefined ? nearest(stamp, end, context) : fixed(stamp, later.days, later.end, context);
}

function zoneOf(stamp: Stamp | undefined, { zone }: SpokenContext): string {
  return stamp?.zone?.text ?? zone;
}

function made(date: string, stamp: Stamp | undefined, end: number, context: SpokenContext): Found | undefined {
  const clock: Clock | undefined = stamp?.clock;
  const at = instantOf({ date, clock, zone: zoneOf(stamp, context) });
  return at && { at, date, timed: clock !== undefined, end };
}

function fixed(stamp: Stamp | undefined, days: number, end: number, context: SpokenContext): Found | undefined {
  return made(daysAfter(dayOf(context.now, zoneOf(stamp, context)), days), stamp, end, context);
}

/** A time of day alone: the last one, or the next one. */
function nearest(stamp: Stamp, end: number, context: SpokenContext): Found | undefined {
  const today = fixed(stamp, 0, end, context);
  const { now, toward } = context;
  return today !== undefined && toward === 'past' && today.at.getTime() > now.getTime() + ahead
    ? fixed(stamp, -1, end, context)
    : today !== undefined && toward === 'future' && today.at < now
      ? fixed(stamp, 1, end, context)
      : today;
}

/** @param side 1 for the next such day after today, -1 for the last one before it, 0 for what the context asks for. */
function onWeekday(
  stamp: Stamp,
  weekday: number,
  side: -1 | 0 | 1,
  end: number,
  context: SpokenContext,
): Found | undefined {
  const today = dayOf(context.now, zoneOf(stamp, context));
  const forward = (((weekday + 7 - weekdayOf(today)) % 7) + 7) % 7;
  const back = forward === 0 ? 0 : forward - 7;
  if (side !== 0) {
    return fixed(stamp, side === 1 ? forward || 7 : back || -7, end, context);
  }
  const toFuture = context.toward === 'future';
  const found = fixed(stamp, toFuture ? forward : back, end, context);
  const isOff =
    found !== undefined &&
    stamp.clock !== undefined &&
    (toFuture ? found.at < context.now : found.at.getTime() > context.now.getTime() + ahead);
  return isOff && daysBetween(today, found.date ?? today) === 0 ? fixed(stamp, toFuture ? 7 : -7, end, context) : found;
}

function dayOf(at: Date, zone: string): string {
  const wall = wallTimeAt(at, zone);
  return wall === undefined
    ? at.toISOString().slice(0, 10)
    : `${wall.year}-${String(wall.month).padStart(2, '0')}-${String(wall.day).padStart(2, '0')}`;
}
