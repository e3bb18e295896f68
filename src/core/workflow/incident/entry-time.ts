import { dayIn } from '../../record/timeline/write/time-style.ts';
import { fullDate } from '../../time/calendar.ts';
import { readClock } from '../../time/clock.ts';
import { readDay } from '../../time/day.ts';
import { instantOf } from '../../time/instant.ts';
import { readNamedDay, readRelative } from '../../time/spoken.ts';
import { readStamp } from '../../time/stamp.ts';

/** A typed entry and its time. */
export interface TypedEntry {
  readonly at: Date;
  readonly text: string;
  /** Whether the text told the time. */
  readonly timed: boolean;
}

const ago = /^[-–−]\s?(\d{1,4})\s?(m|min|mins|minutes|h|hours?)\b[\s:,–-]*/i;
/** A clock may be so much ahead of ours before it is taken for one of yesterday. In milliseconds. */
const ahead = 5 * 60_000;

/** Between a time and the text after it. */
const separator = /^[\s:,–-]+/;

/**
 * Returns a typed text as an entry: at the current time, or at the time that it begins with: "14:05 rolled back", "2026-03-01 23:50
 * paged", "-10m noticed", "2h ago first page", "yesterday 23:10 deployed". A time without a day is the most recent one; a time without a
 * zone is in `zone`.
 */
export function typedEntry(typed: string, now: Date, zone: string): TypedEntry {
  const text = typed.trim();
  const before = ago.exec(text);
  if (before !== null && before[0].length < text.length) {
    const unit = (before[2] ?? '').toLowerCase().startsWith('h') ? 3_600_000 : 60_000;
    return { at: new Date(now.getTime() - Number(before[1]) * unit), text: text.slice(before[0].length), timed: true };
  }
  const relative = /^[-–−+]/.test(text) ? undefined : readRelative(text, now);
  const spoken = relative ?? readNamedDay(text, { now, zone, toward: 'past' });
  const told = spoken === undefined ? '' : text.slice(spoken.end);
  // "now" and what is to come are not times of an entry, and "yesterday's" is not a day.
  if (spoken !== undefined && spoken.at < now && separator.test(told) && told.replace(separator, '') !== '') {
    return { at: spoken.at, text: told.replace(separator, ''), timed: true };
  }
  const stamp = readStamp(text);
  const rest = stamp === undefined ? '' : text.slice(stamp.rest).trim();
  if (stamp?.clock === undefined || stamp.unreadable || !stamp.clock.sure || rest === '' || !/^[\d-]/.test(text)) {
    return { at: now, text, timed: false };
  }
  const stated = stamp.zone?.text ?? zone;
  const today = dayIn(now, stated);
  const date = stamp.day === undefined ? today : fullDate(stamp.day, today);
  const instant = date === undefined ? undefined : instantOf({ date, clock: stamp.clock, zone: stated });
  if (instant === undefined) {
    return { at: now, text, timed: false };
  }
  const late = stamp.day === undefined && instant.getTime() > now.getTime() + ahead;
  const yesterday = dayIn(new Date(now.getTime() - 86_400_000), stated);
  const earlier = late ? instantOf({ date: yesterday, clock: stamp.clock, zone: stated }) : undefined;
  return { at: earlier ?? instant, text: rest, timed: true };
}

/**
 * Returns the start of a text if it looks like a time or day that does not exist: "25:99" in "25:99 paged". Undefined for other texts,
 * such as "503s are back".
 */
export function impossibleTime(typed: string): string | undefined {
  const text = typed.trim();
  const day = readDay(text, 0);
  if (day?.fault === 'impossible') {
    return text.slice(0, day.end);
  }
  const at = day === undefined ? 0 : day.end + (/^(?:T|\s)/.exec(text.slice(day.end))?.[0].length ?? 0);
  const [clock] = /^\d{1,2}:\d{2}(?![\d:])/.exec(text.slice(at)) ?? [];
  return clock !== undefined && readClock(text, at)?.clock === undefined ? text.slice(0, at + clock.length) : undefined;
}
