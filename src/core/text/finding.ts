import type { TextEdit } from './edit.ts';
import type { Range } from './position.ts';

/** How loudly a finding is shown; the names are VS Code's. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a user may set for a rule. */
export type RuleLevel = Severity | 'off';

/** A change that answers a finding, as plain data: the editor and the command line both apply it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One thing that a rule says about one document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  /** The section that it is about, by the title that the convention gives it. */
  readonly section?: string;
}
