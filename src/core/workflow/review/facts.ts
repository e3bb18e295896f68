import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { wallClock } from '../../time/zoned.ts';
import type { TimelineEntry } from '../../record/timeline/entry.ts';
import { instantOf } from '../../time/instant.ts';
import type { Moment } from '../../time/moment.ts';
import { statedTimes, type StatedTime } from '../../record/timeline/stated-times.ts';
import type { Step } from '../../vocabulary/language.ts';

/** Facts about the course of an incident as a whole that its record states. A fact that it does not state is absent. */
export interface IncidentFacts {
  readonly start?: StatedTime;
  readonly detected?: StatedTime;
  readonly mitigated?: StatedTime;
  /** When it was resolved, else when it ended. */
  readonly resolved?: StatedTime;
  /** From start to end, as stated, else by the stated times where those leave no doubt. */
  readonly minutes?: number;
}

/** Returns the times that a record states by name. Of several that it states for a step the first with a time of day counts. */
export const incidentFacts = perDocument((document: CatalogDocument): IncidentFacts => {
  const places = statedTimes(document);
  const all = places.flatMap(({ times }) => times);
  const of = (...steps: readonly Step[]): StatedTime | undefined => {
    const found = steps.flatMap((step) => all.filter((time) => time.step === step));
    return found.find(({ moment }) => moment.clock !== undefined) ?? found[0];
  };
  const [start, detected, mitigated, resolved] = [of('start'), of('detected'), of('mitigated'), of('resolved', 'end')];
  const stated = places.flatMap(({ durations }) => durations)[0]?.minutes;
  const minutes = stated ?? (start && resolved && minutesBetween(start.moment, resolved.moment));
  return {
    ...(start && { start }),
    ...(detected && { detected }),
    ...(mitigated && { mitigated }),
    ...(resolved && { resolved }),
    ...(minutes !== undefined && { minutes }),
  };
});

/** Minutes from one moment to another; undefined if clocks, zones or their order leave it open. */
export function minutesBetween(a: Moment, b: Moment): number | undefined {
  if (a.clock?.sure !== true || b.clock?.sure !== true) {
    return undefined;
  }
  // Clocks of one zone can be compared though nobody knows which zone it is.
  const same = a.zone === b.zone ? 'UTC' : undefined;
  const [from, to] = [a, b].map((moment) => instantOf(moment) ?? (same && instantOf({ ...moment, zone: same })));
  const minutes = from === undefined || to === undefined ? Number.NaN : (to.getTime() - from.getTime()) / 60_000;
  return minutes >= 0 ? minutes : undefined;
}

/** Returns the day of a moment in a zone, YYYY-MM-DD; the day as stated where its own zone or time of day is not known. */
export function dayOfMoment(moment: Moment, zone: string): string {
  const instant = moment.clock === undefined ? undefined : instantOf(moment);
  return instant === undefined ? moment.date : wallClock(instant, zone).slice(0, 10);
}

/** Returns a moment for a reader: "2026-09-29 18:22 UTC", as far as it is stated. */
export function momentText({ date, clock, zone }: Moment): string {
  const time = clock === undefined ? undefined : clockText(clock);
  return [date, time, time === undefined ? undefined : zone?.replace(/^Z$/, 'UTC')]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Returns when an entry happened, as far as it says so itself. */
export function entryTimeText({ date, dateFrom, clock, zone }: TimelineEntry): string {
  const shown = [
    dateFrom === 'entry' || clock === undefined ? date : undefined,
    clock === undefined ? undefined : clockText(clock),
    clock === undefined ? undefined : zone?.replace(/^Z$/, 'UTC'),
  ];
  return shown.filter((part) => part !== undefined).join(' ');
}

/** A clock time for a reader: "09:05". */
function clockText({ hour, minute }: NonNullable<Moment['clock']>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
