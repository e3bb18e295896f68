import type { Clock } from '../../../time/clock.ts';
import type { DateOrder } from '../../../time/day.ts';

/** The program or format that messages come from. */
export type MessageSource = 'slack' | 'teams' | 'pagerduty' | 'csv' | 'json' | 'text';

/** A message as it is read, before its day is known. */
export interface RawMessage {
  /** Its time as written, with a date for "yesterday"; empty if `instant` is known. */
  readonly when: string;
  /** The day that a line above states for all messages below it, as written. */
  readonly under?: string | undefined;
  /** Milliseconds since 1970. */
  readonly instant?: number | undefined;
  readonly person?: string | undefined;
  /** On one line, without markup; not longer than an entry. */
  readonly text: string;
  /** Whether more was said than `text` holds. */
  readonly cut: boolean;
  /** Whether it tells of no event: somebody joined, a program reminded. */
  readonly noise: boolean;
}

/** One message with its time, as far as it is known. */
export interface ImportedMessage extends Pick<RawMessage, 'instant' | 'person' | 'text' | 'cut' | 'noise'> {
  /** YYYY-MM-DD; absent if nothing tells. */
  readonly date?: string | undefined;
  /** Absent if `instant` is known. */
  readonly clock?: Clock | undefined;
  /** As written. */
  readonly zone?: string | undefined;
}

/** The days around a reading. Dates are YYYY-MM-DD. */
export interface ReadingContext {
  /** The day on which the text was copied. */
  readonly today: string;
  /** The day of the incident. */
  readonly incident?: string | undefined;
  /** The day of the first message, if somebody was asked for it. */
  readonly day?: string | undefined;
  /** The part that comes first in "03/04/2026", if somebody was asked for it. */
  readonly order?: DateOrder | undefined;
}

/** Messages in the order in which they are written. */
export interface Reading {
  readonly source: MessageSource;
  readonly messages: readonly ImportedMessage[];
  /** Whether some messages state no zone. */
  readonly zoneOpen: boolean;
  /** Whether no message states a day. */
  readonly dayOpen: boolean;
  /** The first date that has two meanings, day first and month first, as ISO 8601; absent if other lines decide. */
  readonly meanings?: readonly [string, string] | undefined;
}
