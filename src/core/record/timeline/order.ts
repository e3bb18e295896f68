import { groupedBy } from '../../util/grouped-by.ts';
import type { Timeline, TimelineEntry } from './entry.ts';
import { minutesOf, type Clock } from '../../time/clock.ts';
import { minutesBefore, type Moment } from '../../time/moment.ts';

/** An entry that is out of order, and one that shows it. */
export interface Misplaced {
  readonly entry: TimelineEntry;
  readonly other: TimelineEntry;
  readonly where: 'below' | 'above';
  /** Number of consecutive entries that are out of order there, including this one. */
  readonly run: number;
}

/** The entries of a timeline that are most probably at the wrong place, and the order that the others are in. */
export interface Slips {
  readonly newestFirst: boolean;
  readonly found: readonly Misplaced[];
}

/** An undated time this much earlier than the one above may be of the next day. */
const maybeNextDay = 4 * 60;
/** Longer runs of entries are compared in parts. */
const mostCompared = 400;

/** Fewer entries show no order. */
const fewestOrdered = 5;
/** Ratio of steps in one direction to steps in the other that shows the direction of a timeline. */
const clearly = 3;
/** Maximum number of consecutive entries that were moved or mistyped; a longer run has another cause. */
const longestSlip = 2;
/** A timeline may have another slip for each further number of entries. */
const entriesForSlip = 20;

/**
 * Returns the slips of a timeline that is in one order otherwise, from the first event on or from the last. None if it has few entries, if
 * many of them are out of order, or if the order of a pair is not certain.
 */
export function slipsIn(timeline: Timeline): Slips {
  const parts = partsOf(timeline);
  const pairs = parts.flatMap((part) => part.slice(1).map((entry, index) => [part[index] ?? entry, entry] as const));
  const falls = pairs.filter(([a, b]) => inverted(a, b)).length;
  const rises = pairs.filter(([a, b]) => inverted(b, a)).length;
  const newestFirst = falls > rises;
  const found =
    pairs.length < fewestOrdered - 1 || Math.max(falls, rises) < clearly * Math.min(falls, rises)
      ? []
      : parts.flatMap((part) =>
          newestFirst ? misplacedInZones(part.toReversed()).flatMap(mirrored) : misplacedInZones(part),
        );
  const most = Math.max(1, Math.floor(pairs.length / entriesForSlip));
  return {
    newestFirst,
    found: found.length > most || found.some((slip) => slip.run > longestSlip && !isCopiedDay(slip)) ? [] : found,
  };
}

/** Whether the clock goes on while the day falls back: the day was copied from elsewhere, for as many entries as it may be. */
function isCopiedDay({ entry, other, where }: Misplaced): boolean {
  return (
    where === 'below' &&
    entry.day !== other.day &&
    minutesOf(entry.clock ?? midnight) >= minutesOf(other.clock ?? midnight)
  );
}

/**
 * Returns a misplaced entry that was found in reversed entries as it is in the original order. Empty if an entry does
 * not state its day: such days would be guessed in the order of events.
 */
function mirrored(misplaced: Misplaced): Misplaced[] {
  const dated = [misplaced.entry, misplaced.other].every(({ dateFrom }) => dateFrom === 'entry');
  return dated ? [{ ...misplaced, where: misplaced.where === 'below' ? 'above' : 'below' }] : [];
}

/**
 * Returns the entries that are out of order: the fewest whose removal leaves the rest in order, one for several in a row. None if the
 * timeline is not ordered by time at all, or if the order of a pair is not certain.
 */
export function misplacedIn(timeline: Timeline): Misplaced[] {
  return partsOf(timeline).flatMap(misplacedInZones);
}

/** The runs of entries that can be compared. */
function partsOf({ entries }: Timeline): TimelineEntry[][] {
  const usable = entries.filter(({ clock, approximate }) => clock?.sure === true && !approximate);
  return [...groupedBy(usable, ({ group }) => group).values()].flatMap(stretches);
}

/** Names of zones are used loosely: where they leave the order open, the entries of each zone are compared among themselves. */
function misplacedInZones(entries: readonly TimelineEntry[]): Misplaced[] {
  const all = misplaced(entries);
  const zones = groupedBy(entries, ({ zone }) => zone);
  return all.length > 0 || zones.size < 2 ? all : [...zones.values()].flatMap(misplaced);
}

/** A group taken apart where the order of two entries is not certain. */
function stretches(group: readonly TimelineEntry[]): TimelineEntry[][] {
  const result: TimelineEntry[][] = [];
  for (const entry of group) {
    const last = result.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && last.length < mostCompared && comparable(before, entry)) {
      last.push(entry);
    } else {
      result.push([entry]);
    }
  }
  return result;
}

function comparable(a: TimelineEntry, b: TimelineEntry): boolean {
  if (a.frame === b.frame) {
    return true;
  }
  const drop = minutesOf(a.clock ?? midnight) - minutesOf(b.clock ?? midnight);
  return a.day === b.day && b.dateFrom !== 'entry' && a.zone === b.zone && drop < maybeNextDay;
}

const midnight = { hour: 0, minute: 0, sure: true, twelve: false, twentyFour: true };

/** Whether `b`, which stands further down, is earlier than `a`; a span of time is not while it lasts. */
function inverted(a: TimelineEntry, b: TimelineEntry): boolean {
  const lasting = b.until !== undefined && b.clock !== undefined && minutesOf(b.until) > minutesOf(b.clock);
  return minutesBefore(momentOf(a, a.clock), momentOf(b, lasting ? b.until : b.clock)) > 0;
}

function momentOf({ day, zone }: TimelineEntry, clock: Clock | undefined): Moment {
  return { date: day, zone, clock };
}

function misplaced(entries: readonly TimelineEntry[]): Misplaced[] {
  const falls = entries.filter((entry, index) => index > 0 && inverted(entries[index - 1] ?? entry, entry)).length;
  // Newest first, or in no order of time at all.
  if (falls === 0 || falls > Math.max(1, entries.length / 5)) {
    return [];
  }
  const kept = new Set(longestInOrder(entries));
  return entries.flatMap((entry, index): Misplaced[] => {
    const before = entries[index - 1];
    if (kept.has(entry) || (before !== undefined && !kept.has(before))) {
      return [];
    }
    const next = entries.findIndex((other, at) => at > index && kept.has(other));
    const run = (next === -1 ? entries.length : next) - index;
    const later = entries.slice(0, index).findLast((other) => kept.has(other) && inverted(other, entry));
    const earlier = entries.slice(index + 1).find((other) => kept.has(other) && inverted(entry, other));
    return later !== undefined
      ? [{ entry, other: later, where: 'below', run }]
      : earlier !== undefined
        ? [{ entry, other: earlier, where: 'above', run }]
        : [];
  });
}

/** The longest chain of entries that are in order; of several the one that keeps the first. */
function longestInOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [index, entry] of entries.entries()) {
    lengths[index] = 1;
    previous[index] = -1;
    for (let other = 0; other < index; other += 1) {
      const length = (lengths[other] ?? 0) + 1;
      const above = entries[other];
      if (length > (lengths[index] ?? 0) && above !== undefined && !inverted(above, entry)) {
        lengths[index] = length;
        previous[index] = other;
      }
    }
  }
  const chain: TimelineEntry[] = [];
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = previous[at] ?? -1) {
    const entry = entries[at];
    chain.push(...(entry === undefined ? [] : [entry]));
  }
  return chain.toReversed();
}
