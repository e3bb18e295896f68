import type { Range } from '../text/position.ts';

/** The form of file that an objective is from: OpenSLO, Sloth or Pyrra. */
export type ObjectiveSource = 'openslo' | 'sloth' | 'pyrra';

/**
 * What an objective measures: a `ratio` of good events, the `latency` of requests, a value that is compared with a `threshold`, or a `gauge`
 * that is up or down.
 */
export type IndicatorKind = 'ratio' | 'latency' | 'threshold' | 'gauge';

/** Units of the length of a window. */
export type WindowUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The time over which an objective holds. */
export interface ObjectiveWindow {
  /** Above 0, and with a fraction if it is in hours or minutes. A month counts as 30 days, a quarter as 90, a year as 365. */
  readonly days: number;
  /** Whether it follows the calendar, such as "this month"; else it is the last days up to now. */
  readonly calendar: boolean;
  /** The length as written; only for a window that follows the calendar, whose months differ in length. */
  readonly period?: { readonly count: number; readonly unit: WindowUnit };
  /** When one of the periods of the calendar began: local date and time as written, such as 2026-01-01 00:00:00. */
  readonly start?: string;
  /** The zone of the calendar: an IANA name, as written. */
  readonly zone?: string;
}

/** A service level objective: the share of what a service does that has to be good. */
export interface Objective {
  /** As stated. An SLO with several objectives has one of these for each, with what tells them apart behind a colon. */
  readonly name: string;
  /** Absent if none is stated. */
  readonly service?: string;
  /** A fraction: 0 < target < 1. */
  readonly target: number;
  /** Absent if none is stated, or none that can be read; a problem says so. Sloth's, which its files do not state, is 30 days. */
  readonly window?: ObjectiveWindow;
  readonly source: ObjectiveSource;
  /** Absent if it is not known, such as that of an SLI of another file. */
  readonly indicator?: IndicatorKind;
  readonly description?: string;
  /** How OpenSLO spends the budget: by single events, or by slices of time that are good or bad as a whole. */
  readonly method?: 'occurrences' | 'timeslices';
  /** The fraction of good events in a good slice of time, above 0 and at most 1. */
  readonly sliceTarget?: number;
  /** Of the key of its name. */
  readonly range: Range;
  /** Of the file. */
  readonly path: string;
}

/** What is wrong in a file of objectives, in words that say what to do. */
export interface ObjectiveProblem {
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

/** What a file says about objectives. */
export interface ObjectiveFile {
  readonly path: string;
  /** In the order of the text. */
  readonly objectives: readonly Objective[];
  /** In the order of the text. */
  readonly problems: readonly ObjectiveProblem[];
}
