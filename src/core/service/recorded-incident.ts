import type { CatalogDocument } from '../document/document.ts';
import { statedTimes, type StatedTimes } from '../record/timeline/stated-times.ts';
import { documentZone } from '../record/timeline/stated-zone.ts';
import { daysAfter } from '../time/calendar.ts';
import { instantOfEntry } from '../time/instant.ts';
import type { Moment } from '../time/moment.ts';
import type { Step } from '../vocabulary/language.ts';
import { tellsIncident } from '../vocabulary/kind.ts';
import { failedShare } from './failed-share.ts';
import type { RecordedIncident } from './incident.ts';

const minute = 60_000;

/**
 * Returns the incident that a document records, with what it states: when it began and ended, by labels, front matter or a table; what share failed, see
 * `failedShare`; the services. A time of day without a day is of the record's date, and an end that would come before the start is of the next
 * day. A duration takes the place of a start or end that is not stated. Times without a zone are UTC. What only the timeline tells is not taken.
 * Undefined for a document that is no record of an incident.
 */
export function recordedIncident(document: CatalogDocument): RecordedIncident | undefined {
  if (!tellsIncident(document)) {
    return undefined;
  }
  const { title, uri, path, metadata } = document;
  const day = metadata.date?.length === 10 ? metadata.date : undefined;
  const share = failedShare(document);
  return {
    title,
    uri,
    path,
    ...(day !== undefined && { day }),
    ...spanOf(document, day),
    ...(share !== undefined && { share }),
    services: metadata.services ?? [],
  };
}

function spanOf(document: CatalogDocument, day: string | undefined): Pick<RecordedIncident, 'start' | 'end'> {
  const places = statedTimes(document);
  const zone = documentZone(document);
  const instant = (moment: Moment | undefined): Date | undefined =>
    moment && instantOfEntry({ ...moment, zone: moment.zone ?? zone });
  const first = momentOf(places, ['start'], day);
  const last = momentOf(places, ['end', 'resolved'], first?.moment.date ?? day);
  const start = instant(first?.moment);
  const stated = instant(last?.moment);
  const turns = start !== undefined && stated !== undefined && stated < start && last?.dated === false;
  const end = turns ? instant({ ...last.moment, date: daysAfter(last.moment.date, 1) }) : stated;
  const length = places.flatMap(({ durations }) => durations)[0]?.minutes;
  const began = start ?? movedBy(end, length, -1);
  const ended = end ?? movedBy(start, length, 1);
  return { ...(began && { start: began }), ...(ended && { end: ended }) };
}

function movedBy(time: Date | undefined, minutes: number | undefined, sign: 1 | -1): Date | undefined {
  return time === undefined || minutes === undefined ? undefined : new Date(time.getTime() + sign * minutes * minute);
}

/** The time of the first of these steps that has a time of day, and whether a day is stated with it. */
function momentOf(
  places: readonly StatedTimes[],
  steps: readonly Step[],
  day: string | undefined,
): { readonly moment: Moment; readonly dated: boolean } | undefined {
  for (const step of steps) {
    const time = places
      .flatMap(({ times }) => times)
      .find((each) => each.step === step && each.moment.clock !== undefined);
    if (time !== undefined) {
      return { moment: time.moment, dated: true };
    }
    const clock = places.flatMap(({ clocks }) => clocks).find((each) => each.step === step);
    if (clock !== undefined && day !== undefined) {
      return { moment: { date: day, clock: clock.clock, zone: clock.zone }, dated: false };
    }
  }
  return undefined;
}
