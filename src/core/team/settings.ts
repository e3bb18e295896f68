import type { RuleLevel } from '../text/finding.ts';

/** The words that a team uses, by its configuration; absent where that does not say. */
export interface TeamWords {
  readonly services?: readonly string[];
  /** The worst first. */
  readonly severities?: readonly string[];
  readonly statuses?: readonly string[];
  readonly roles?: readonly string[];
}

/** Where tickets and issues can be opened: addresses with `${key}` or `${number}` in them; absent where the team does not say. */
export interface TrackerPatterns {
  readonly key?: string;
  readonly number?: string;
}

/** What users set for rules, by rule id; a rule that is not named keeps its default. */
export type RuleLevels = Readonly<Record<string, RuleLevel | undefined>>;

/** What a team's configuration says about the documents of one folder. */
export interface TeamSettings {
  readonly words: TeamWords;
  readonly tracker: TrackerPatterns;
  readonly levels: RuleLevels;
  /** Rule id → its options, as `optionsOf` reads them. */
  readonly options: Readonly<Record<string, unknown>>;
}
