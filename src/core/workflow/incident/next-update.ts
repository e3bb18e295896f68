import type { CatalogDocument } from '../../document/document.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import type { TimelineEntry } from '../../record/timeline/entry.ts';
import { dayIn } from '../../record/timeline/write/time-style.ts';
import { fullDate } from '../../time/calendar.ts';
import { durationIn } from '../../time/duration.ts';
import { instantOf, instantOfEntry } from '../../time/instant.ts';
import { readStamp } from '../../time/stamp.ts';

/** When the next status update of an incident is due. */
export interface NextUpdate {
  /** When the last update was given. */
  readonly given: Date;
  /** When it says that the next one comes; absent if it says nothing that can be read. */
  readonly due?: Date;
}

/** The announcement of the next update, in the entries that commands write and in those of chats. */
const announcement = /\bnext (?:status )?update\b(?: is| comes| due)?\s*[:–—-]?\s*/i;
const isUpdate = /^(?:status )?update\b/i;
const oneDay = 24 * 60 * 60_000;

/**
 * Returns when the next status update is due, by the last entry of the timeline that is an update or announces one:
 * "Next update: 14:30 UTC", "next update in 30 min". Undefined if there was no update yet.
 */
export function nextUpdate(document: CatalogDocument): NextUpdate | undefined {
  const updates = readTimelines(document)
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => {
      const given = entry.clock === undefined ? undefined : instantOfEntry(entry);
      return given !== undefined && (isUpdate.test(entry.text) || announcement.test(entry.text))
        ? { entry, given }
        : [];
    })
    .toSorted((a, b) => a.given.getTime() - b.given.getTime());
  const last = updates.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const due = dueOf(last.entry, last.given);
  return { given: last.given, ...(due && { due }) };
}

/** The time that an entry announces, after its own: "in 20 min", or a clock, the next time that it shows this. */
function dueOf(entry: TimelineEntry, given: Date): Date | undefined {
  const found = announcement.exec(entry.text);
  if (found === null) {
    return undefined;
  }
  const announced = entry.text.slice(found.index + found[0].length);
  const minutes = durationIn(announced.replace(/^(?:in|within)\s+/i, ''));
  if (minutes !== undefined && !/^\d{1,2}:\d{2}/.test(announced)) {
    return new Date(given.getTime() + minutes * 60_000);
  }
  const stamp = readStamp(announced);
  if (stamp?.clock === undefined || stamp.unreadable) {
    return undefined;
  }
  const zone = stamp.zone?.text ?? entry.zone ?? 'UTC';
  const today = dayIn(given, zone);
  const date = stamp.day === undefined ? today : fullDate(stamp.day, today);
  const due = date === undefined ? undefined : instantOf({ date, clock: stamp.clock, zone });
  return due !== undefined && stamp.day === undefined && due < given ? new Date(due.getTime() + oneDay) : due;
}
