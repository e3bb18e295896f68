import type { RuleLevels } from '../rules/rule.ts';

/** The words that a team uses, by its configuration; absent where that does not say. */
export interface TeamWords {
  readonly services?: readonly string[];
  /** The worst first. */
  readonly severities?: readonly string[];
  readonly statuses?: readonly string[];
  readonly roles?: readonly string[];
}

/** What a team's configuration says about the documents of one folder. */
export interface TeamSettings {
  readonly words: TeamWords;
  readonly levels: RuleLevels;
  /** Rule id → its options, as `optionsOf` reads them. */
  readonly options: Readonly<Record<string, unknown>>;
}
