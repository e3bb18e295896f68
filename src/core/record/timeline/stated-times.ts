import type { CatalogDocument } from '../../document/document.ts';
import { placed, within, type Placed, type Span } from '../../text/span.ts';
import { fullDate } from '../../time/calendar.ts';
import type { Clock } from '../../time/clock.ts';
import { durationIn } from '../../time/duration.ts';
import type { Moment } from '../../time/moment.ts';
import { readStamp } from '../../time/stamp.ts';
import { findZone } from '../../time/zone.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { bodyPairs, frontMatterPairs, type Pair } from './stated-pairs.ts';
import { mayMend, type StatedStep } from './step-names.ts';

/** Counted by another clock than that on the wall: "5h 9m (during support hours)". */
const otherHours = /\b(?:support|business|working|office|staffed) (?:hours|days|time)\b/i;

interface Stated extends Placed {
  readonly step: StatedStep;
  /** The label as written. */
  readonly label: string;
}

/** A time that a document states about its incident as a whole. */
export interface StatedTime extends Stated {
  readonly moment: Moment;
}

/** A time of day without a day. */
export interface StatedClock extends Stated {
  readonly clock: Clock;
  readonly zone: string | undefined;
}

/**
 * The facts that one place, the front matter or one section, states. Labels that it states several times are left out.
 */
export interface StatedTimes {
  readonly times: readonly StatedTime[];
  readonly clocks: readonly StatedClock[];
  /** Durations of the incident. */
  readonly durations: readonly StatedDuration[];
  /** Times to fix the incident, by each name. */
  readonly mending: readonly StatedDuration[];
}

/** A length of time as stated, in minutes. */
export interface StatedDuration extends Placed {
  readonly label: string;
  readonly minutes: number;
}

/** Returns the times that a document states with a label, for each place. */
export function statedTimes(document: CatalogDocument): StatedTimes[] {
  const named = statedBy(document, false);
  return named.length > 0 ? named : statedBy(document, true);
}

function statedBy(document: CatalogDocument, behind: boolean): StatedTimes[] {
  const { date } = document.metadata;
  const top = statedIn(frontMatterPairs(document), date);
  const sections = bodyPairs(document, behind).map((places) => places.map((pairs) => statedIn(pairs, date)));
  const timed = [top, ...sections.flat()].filter(hasTimes);
  const [only, ...more] = timed;
  if (only === undefined) {
    return [];
  }
  // If only one list states times, statements beside it refer to these times.
  if (more.length === 0) {
    return [together(only, [top, ...sections.flat()])];
  }
  return [...(hasTimes(top) ? [top] : []), ...sections.flatMap(joinedIn)];
}

function hasTimes({ times, clocks }: StatedTimes): boolean {
  return times.length + clocks.length > 0;
}

function joinedIn(places: readonly StatedTimes[]): StatedTimes[] {
  const timed = places.filter(hasTimes);
  const [only, ...more] = timed;
  return only === undefined || more.length > 0 ? timed : [together(only, places)];
}

/** A place with the lengths that others without times state. Of several durations each may be of something else. */
function together(place: StatedTimes, all: readonly StatedTimes[]): StatedTimes {
  const others = all.filter((other) => !hasTimes(other));
  const durations = others.flatMap((other) => other.durations);
  return {
    ...place,
    durations: place.durations.length > 0 || durations.length > 1 ? place.durations : durations,
    mending: [...place.mending, ...others.flatMap(({ mending }) => mending)],
  };
}

function statedIn(pairs: readonly Pair[], documentDate: string | undefined): StatedTimes {
  const times = new Map<string, StatedTime | StatedClock | undefined>();
  const lengths = new Map<string, StatedDuration | undefined>();
  const mending: StatedDuration[] = [];
  for (const { fact, label, value } of pairs) {
    const name = normaliseName(label);
    const lasting = fact === 'duration' || fact === 'mending';
    const time = lasting ? undefined : timeOf(fact, label, value, documentDate);
    if (time !== undefined || (!lasting && !mayMend(label))) {
      // A label that is stated twice speaks of two incidents.
      times.set(name, times.has(name) ? undefined : time);
      continue;
    }
    const minutes = durationIn(value.text, label);
    if (minutes !== undefined && !otherHours.test(value.text.slice(0, 200))) {
      const length = { ...placed(value), label, minutes };
      if (fact === 'duration') {
        lengths.set(name, lengths.has(name) ? undefined : length);
      } else {
        mending.push(length);
      }
    }
  }
  const found = [...times.values()].filter((time) => time !== undefined);
  return {
    times: found.filter((time) => 'moment' in time),
    clocks: found.filter((time) => 'clock' in time),
    durations: [...lengths.values()].filter((length) => length !== undefined),
    mending,
  };
}

/** The time that a value begins with; undefined for one that is only roughly known. */
function timeOf(
  step: StatedStep,
  label: string,
  value: Span,
  documentDate: string | undefined,
): StatedTime | StatedClock | undefined {
  const stamp = readStamp(value.text);
  if (stamp === undefined || stamp.unreadable || stamp.approximate) {
    return undefined;
  }
  const { day, clock } = stamp;
  const zone = stamp.zone?.text ?? findZone(label);
  const stated = { step, label, ...placed(within(value, stamp.from, stamp.to)) };
  if (day === undefined) {
    return clock === undefined || stamp.dayWord !== undefined ? undefined : { ...stated, clock, zone };
  }
  const known = documentDate?.length === 10 ? documentDate : undefined;
  const date = day.year === undefined && known === undefined ? undefined : fullDate(day, known);
  return date === undefined ? undefined : { ...stated, moment: { date, clock, zone } };
}
