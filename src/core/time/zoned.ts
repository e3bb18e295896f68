import { TZDate } from '@date-fns/tz';
import { isoDay } from './calendar.ts';
import { instantOf } from './instant.ts';
import { readStamp } from './stamp.ts';

/**
 * Returns a local time in a zone as ISO 8601 with the offset on that day, such as 2026-03-29T03:30:00+02:00, or with Z for UTC. `local`
 * may be written as in documents: YYYY-MM-DD hh:mm, "1 July 2025, 10:20", with a zone of its own. Without a time: midnight. Undefined if
 * it is not a time, or if the day, the year or the half of the day is open. If daylight saving skips a time, the result is one hour
 * later; if it repeats a time, the first is meant.
 * @param zone an IANA name such as Europe/Berlin, or UTC.
 */
export function zonedIso(local: string, zone: string): string | undefined {
  const text = local.trim();
  const stamp = readStamp(text);
  const { day, clock } = stamp ?? {};
  if (
    day?.year === undefined ||
    stamp === undefined ||
    stamp.unreadable ||
    stamp.approximate ||
    stamp.rest < text.length
  ) {
    return undefined;
  }
  // A day alone may be the start of a span.
  if (stamp.from > 0 || stamp.to < text.length || stamp.until !== undefined || clock?.hour === 24) {
    return undefined;
  }
  const date = isoDay({ ...day, year: day.year });
  const instant = instantOf({ date, clock, zone: stamp.zone?.text ?? zone });
  return instant === undefined
    ? undefined
    : new TZDate(instant, zone)
        .toISOString()
        .replace(/\.\d+/, '')
        .replace(/[+-]00:00$/, 'Z');
}

/** Returns the local time of a moment in a zone: YYYY-MM-DD hh:mm. */
export function wallClock(moment: Date, zone: string): string {
  return new TZDate(moment, zone).toISOString().slice(0, 16).replace('T', ' ');
}
