import type { TextEdit } from './edit.ts';
import type { Range } from './position.ts';

/** Severity of a finding; the names are those of VS Code. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The level that a user sets for a rule. */
export type RuleLevel = Severity | 'off';

/** A change that fixes a finding, as plain data. The editor and the command line both apply it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One problem that a rule found in one document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  /** Title of the section that it is about, as in the convention. */
  readonly section?: string;
  /**
   * The subject of the finding, in the words of the document: a command, a value, the time of an entry. Empty if it is
   * about the whole document. It identifies the finding in a baseline, so it must not change when the message is
   * reworded.
   */
  readonly about?: string;
  /** Findings with the same group are one piece of news: the same is said of each of them for the same reason. */
  readonly group?: string;
}

/** Returns the first name in a message: text in quotation marks, or a variable. Empty if there is none. */
export function namedIn(message: string): string {
  const match = /"([^"]*)"|\$\{(\w*)\}/.exec(message);
  return match?.[1] ?? match?.[2] ?? '';
}
