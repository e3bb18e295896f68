import type { Placed } from '../../text/span.ts';
import type { Range } from '../../text/position.ts';
import type { Clock } from '../../time/clock.ts';

/** Source of a date or zone that an entry does not state itself. */
export type Origin = 'entry' | 'heading' | 'earlier' | 'document';

/** The form in which an entry is written. */
export type EntryShape = 'row' | 'item' | 'heading' | 'line' | 'chat';

/** One event of a timeline. */
export interface TimelineEntry {
  readonly shape: EntryShape;
  /** From the line on which it begins to the end of what belongs to it. */
  readonly range: Range;
  /** The time as written: day, clock and zone, whichever are stated, without marks around them. */
  readonly time: Placed;
  /** YYYY-MM-DD; absent if nothing tells. */
  readonly date?: string;
  readonly dateFrom?: Origin;
  /** Whether the date is certain: stated, or implied by a short step from an entry that is. */
  readonly dateSure: boolean;
  /** The date; where nothing tells it, one that only keeps the days of its frame apart. YYYY-MM-DD. */
  readonly day: string;
  /** The days of entries with one number are certain as far as those entries are compared with one another. */
  readonly frame: number;
  /** Absent for entries that only state a day. */
  readonly clock?: Clock;
  /** The end of a span of time. */
  readonly until?: Clock;
  /** As written. */
  readonly zone?: string;
  readonly zoneFrom?: Exclude<Origin, 'earlier'>;
  /** See `Moment`: which of two, where a clock shows a time twice, or which of several zones of one name. */
  readonly offset?: number;
  readonly approximate: boolean;
  /** The event as plain text; the text below if the line holds the time alone. */
  readonly text: string;
  /** Who wrote it, in pasted chat. */
  readonly author?: string;
  /**
   * Entries with the same group follow one another: they are in one list, table or run of headings. Entries of different groups may tell
   * the same hours again.
   */
  readonly group: number;
}

/** A row, list item or heading of a timeline whose time could not be read. */
export interface Unread {
  readonly range: Range;
  /** As written. */
  readonly text: string;
  readonly reason: 'no time' | 'unknown time' | 'not understood';
}

/** One timeline of a document. */
export interface Timeline {
  /** Position in the document's sections of the one that holds it; absent for a run of entries outside any. */
  readonly section?: number;
  /** Its title, or the first entry's time where it has none of its own. */
  readonly titleRange: Range;
  /** Whether the section is one for timelines by its name; other runs of entries were recognised by their times. */
  readonly named: boolean;
  /** In the order in which they stand. */
  readonly entries: readonly TimelineEntry[];
  readonly unread: readonly Unread[];
  /** The zone that its title, a column's header, its introduction or the document states, or any time in the document bears. */
  readonly zone?: string;
}
