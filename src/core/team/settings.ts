import type { RuleLevel } from '../text/finding.ts';

/** The words in the configuration of a team; undefined if not configured. */
export interface TeamWords {
  readonly services?: readonly string[];
  /** The worst first. */
  readonly severities?: readonly string[];
  readonly statuses?: readonly string[];
  readonly roles?: readonly string[];
}

/** Addresses of tickets and issues, with `${key}` or `${number}` in them; undefined if not configured. */
export interface TrackerPatterns {
  readonly key?: string;
  readonly number?: string;
}

/** What a configuration says of alerts; undefined if not configured. */
export interface AlertSettings {
  /** Further annotations and labels whose values are links to runbooks. */
  readonly keys?: readonly string[];
  /** Addresses, and the folders that their pages are in, relative to the repository's top. */
  readonly sites?: ReadonlyArray<{ readonly address: string; readonly folder: string }>;
  /** Severities that page somebody. */
  readonly paging?: readonly string[];
}

/** Levels that users set, by rule id. Other rules keep their defaults. */
export type RuleLevels = Readonly<Record<string, RuleLevel | undefined>>;

/** The configuration for the documents of one folder. */
export interface TeamSettings {
  readonly words: TeamWords;
  readonly tracker: TrackerPatterns;
  readonly alerts: AlertSettings;
  readonly levels: RuleLevels;
  /** Rule id → its options, as `optionsOf` reads them. */
  readonly options: Readonly<Record<string, unknown>>;
}
