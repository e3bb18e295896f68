import { dayIn } from '../../record/timeline/write/time-style.ts';
import { instantOf } from '../../time/instant.ts';
import { fullDate } from '../../time/calendar.ts';
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

/**
 * Returns a typed text as an entry: at the current time, or at the time that it begins with: "14:05 rolled back", "2026-03-01 23:50
 * paged", "-10m noticed". A time without a day is the most recent one; a time without a zone is in `zone`.
 */
export function typedEntry(typed: string, now: Date, zone: string): TypedEntry {
  const text = typed.trim();
  const before = ago.exec(text);
  if (before !== null && before[0].length < text.length) {
    const unit = (before[2] ?? '').toLowerCase().startsWith('h') ? 3_600_000 : 60_000;
    return { at: new Date(now.getTime() - Number(before[1]) * unit), text: text.slice(before[0].length), timed: true };
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
