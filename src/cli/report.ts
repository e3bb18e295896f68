import type { Finding, Rule, Severity } from '../core/index.ts';

/** A finding and its file. */
export interface Located extends Finding {
  /** Path relative to the checked folder, with `/`, for people and scripts. */
  readonly path: string;
  /** Path from the top of the repository, for services that know the repository. */
  readonly file: string;
}

/** The result of a check. Every format prints the same report. */
export interface Report {
  /** The checked files, from the top of the repository, sorted. */
  readonly files: readonly string[];
  /** All rules there are. */
  readonly rules: ReadonlyArray<Pick<Rule, 'id' | 'summary' | 'defaultSeverity'>>;
  /** Sorted by file, then by place. */
  readonly findings: readonly Located[];
  /** The lowest severity that makes the check fail. */
  readonly failOn: Severity;
  /** Further notes, one sentence or list item per line. */
  readonly notes: readonly string[];
  /** The result of the check, in one line. */
  readonly summary: string;
}

const lowestFirst: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Whether a severity fails the check. */
export function fails(severity: Severity, failOn: Severity): boolean {
  return lowestFirst.indexOf(severity) >= lowestFirst.indexOf(failOn);
}
