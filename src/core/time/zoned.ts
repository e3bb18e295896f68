import { TZDate } from '@date-fns/tz';
import { isoDay } from './calendar.ts';
import { instantOf } from './instant.ts';
import { readStamp } from './stamp.ts';

/**
 * A wall clock time in a zone as ISO 8601 with the zone's offset on that day, such as 2026-03-29T03:30:00+02:00, or with Z for
 * UTC. It is written as in documents: YYYY-MM-DD hh:mm, "1 July 2025, 10:20", with a zone of its own; a missing time is midnight. Undefined
 * for what is no time, or leaves its day, its year or its half of the day open. A time that daylight saving skips becomes the one an hour
 * later, and of one that occurs twice the first is meant.
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
  // A day alone may be the first of several.
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

/** A moment as the wall clock of a zone shows it: YYYY-MM-DD hh:mm. */
export function wallClock(moment: Date, zone: string): string {
  return new TZDate(moment, zone).toISOString().slice(0, 16).replace('T', ' ');
}
