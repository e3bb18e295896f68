import { TZDate } from '@date-fns/tz';
import { instantOf, wallTimeAt, type WallTime } from '../../../time/instant.ts';
import { isoDay } from '../../../time/calendar.ts';
import { regionOf } from '../../../time/zone.ts';
import { once } from '../../../util/memo.ts';
import { whole, written as writtenIn } from '../../../vocabulary/words.ts';
import { clockLike, dayLike, partsOfTime } from './written-time.ts';

/** The time format of a timeline. */
export interface TimeStyle {
  /** The zone of the clocks, as the document names it. UTC where it names none that is known. */
  readonly zone: string;
  /** Whether each time bears its zone: not where a heading or the document states it for all. */
  readonly zoneShown: boolean;
  /** A clock as it is written there; absent if none is known, so that "14:05" is written. */
  readonly clock?: string;
  /** A day as it is written there, and the date (YYYY-MM-DD) that it means; absent if none is known, so that ISO 8601 is written. */
  readonly day?: { readonly written: string; readonly date: string };
  /** With am and pm. */
  readonly twelve: boolean;
  /** The text between day and time: a space, or "T". */
  readonly joint: string;
  /** The text before an offset such as "+0100". */
  readonly offsetGap: string;
  /** Whether the day comes after the clock. */
  readonly dayLast: boolean;
}

const joints = once(
  () => new RegExp(`^(?:[T:]|,? {1,2}(?:(?:${whole(writtenIn(({ time }) => time.at))}|on) )?)$`, 'iu'),
);

/**
 * Returns the style of a time as it is written in a timeline whose zone is `zone`, known or not.
 * @param date what the day in the time means, if it bears one.
 */
export function styleOf(
  written: string | undefined,
  zone: string | undefined,
  zoneShown: boolean,
  date?: string,
): TimeStyle {
  const text = written ?? '';
  const known = zone !== undefined && wallTimeAt(new Date(0), zone) !== undefined;
  const { clock, day, joint, dayLast } = partsOfTime(text);
  return {
    // "Z" is how a single time says UTC; a sentence that names the zone spells it.
    zone: known && !(zone === 'Z' && !/\dZ\b/.test(text)) ? zone : 'UTC',
    zoneShown: zoneShown || !known,
    twelve: /\d\s?[ap]\.?m\b/i.test(text),
    ...(clock !== undefined && { clock }),
    ...(day !== undefined && date !== undefined && { day: { written: day, date } }),
    joint: joint !== undefined && joints().test(joint) ? joint : ' ',
    dayLast,
    offsetGap: /\d( ?)[+-]\d{2}:?\d{2}$/.exec(text)?.[1] ?? '',
  };
}

/** Returns an instant in a style; the clock alone, or with its day in front. */
export function timeText(instant: Date, style: TimeStyle, withDay: boolean): string {
  const wall = wallTimeAt(instant, style.zone) ?? wallTimeAt(instant, 'UTC');
  if (wall === undefined) {
    return instant.toISOString();
  }
  const day = dayText(instant, style);
  const clock = clockText(wall, style);
  const zone = zoneText(instant, wall, style);
  return withDay && style.dayLast
    ? `${clock}${zone}${style.joint === 'T' ? ' ' : style.joint}${day}`
    : `${withDay ? `${day}${style.joint}` : ''}${clock}${zone}`;
}

function clockText(wall: WallTime, { clock, twelve }: TimeStyle): string {
  const { hour, minute } = wall;
  const shown = twelve ? String(hour % 12 === 0 ? 12 : hour % 12) : two(hour);
  const half = twelve ? (hour < 12 ? ' AM' : ' PM') : '';
  return (clock === undefined ? undefined : clockLike(clock, wall)) ?? `${shown}:${two(minute)}${half}`;
}

/** Returns the day of an instant in a style: as the others are written, else ISO 8601. */
export function dayText(instant: Date, { zone, day }: TimeStyle): string {
  const wall = wallTimeAt(instant, zone) ?? wallTimeAt(instant, 'UTC');
  const like = wall === undefined || day === undefined ? undefined : dayLike(day.written, day.date, wall);
  return like ?? dayIn(instant, zone);
}

/** The zone after a time. One that a clock shows twice, when summer time ends, is told by its offset. */
function zoneText(instant: Date, wall: WallTime, { zone, zoneShown, twelve, offsetGap }: TimeStyle): string {
  const region = regionOf(zone);
  if (region !== undefined && !twelve) {
    const clock = { ...wall, sure: true, twentyFour: true, twelve: false };
    const first = instantOf({ date: isoDay(wall), clock, zone: region });
    if (first !== undefined && instant.getTime() - first.getTime() >= 60_000) {
      return offsetText(-new TZDate(instant, region).getTimezoneOffset());
    }
  }
  return zoneShown ? (/^[+-]/.test(zone) ? `${offsetGap}${zone}` : zone === 'Z' ? zone : ` ${zone}`) : '';
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Returns an instant as ISO 8601 in UTC, such as 2026-03-29T01:30:00Z; or in a zone, with its offset. */
export function isoIn(instant: Date, zone: string): string {
  const wall = zone === 'UTC' || zone === 'Z' ? undefined : wallTimeAt(instant, zone);
  if (wall === undefined) {
    return instant.toISOString().replace(/\.\d+/, '');
  }
  const { year, month, day, hour, minute, second } = wall;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const whole = Math.floor(instant.getTime() / 1000) * 1000;
  return `${new Date(asUtc).toISOString().slice(0, 19)}${offsetText((asUtc - whole) / 60_000)}`;
}

/** Returns the day on which an instant falls in a zone, YYYY-MM-DD. */
export function dayIn(instant: Date, zone: string): string {
  return isoIn(instant, zone).slice(0, 10);
}
