import { TZDate } from '@date-fns/tz';
import { isExists } from 'date-fns';

const localPattern = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[ T]+(\d{1,2}):(\d{2}))?\s*$/;

/**
 * A wall clock time in a zone as ISO 8601 with the zone's offset on that day, such as 2026-03-29T03:30:00+02:00, or with Z for
 * UTC. Undefined for what is no time: the form is YYYY-MM-DD hh:mm, and a missing time is midnight. A time that
 * daylight saving skips becomes the one an hour later, and of one that occurs twice the first is meant.
 * @param zone an IANA name such as Europe/Berlin, or UTC.
 */
export function zonedIso(local: string, zone: string): string | undefined {
  const match = localPattern.exec(local);
  if (match === null) {
    return undefined;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (!isExists(year, month - 1, day) || hour > 23 || minute > 59) {
    return undefined;
  }
  const iso = firstWithSameClock(new TZDate(year, month - 1, day, hour, minute, zone), zone).toISOString();
  return iso.replace(/\.\d+/, '').replace(/[+-]00:00$/, 'Z');
}

/** Of a clock time that occurs twice in a zone the first moment: the one by the offset of the day before. */
export function firstWithSameClock(moment: TZDate, zone: string): TZDate {
  const dayBefore = new TZDate(moment.getTime() - 86_400_000, zone);
  const minutes = dayBefore.getTimezoneOffset() - moment.getTimezoneOffset();
  const other = new TZDate(moment.getTime() + minutes * 60_000, zone);
  return minutes < 0 && wallClock(other, zone) === wallClock(moment, zone) ? other : moment;
}

/** A moment as the wall clock of a zone shows it: YYYY-MM-DD hh:mm. */
export function wallClock(moment: Date, zone: string): string {
  return new TZDate(moment, zone).toISOString().slice(0, 16).replace('T', ' ');
}
