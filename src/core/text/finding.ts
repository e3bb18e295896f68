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
  /**
   * What it is about beside a section, in the document's own words: a command, a value, the time of an entry; empty where it is about the
   * document. It tells one finding from another for as long as its words stand there, however the message is worded.
   */
  readonly about?: string;
}

/** What a message names first: in quotation marks, or a variable. Empty where it names nothing. */
export function namedIn(message: string): string {
  const match = /"([^"]*)"|\$\{(\w*)\}/.exec(message);
  return match?.[1] ?? match?.[2] ?? '';
}
