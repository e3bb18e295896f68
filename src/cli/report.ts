import type { Finding, Severity } from '../core/index.ts';

/** A finding and the file that it is in. */
export interface Located extends Finding {
  /** The file's path, relative to what was checked, with `/`: what people and scripts read. */
  readonly path: string;
  /** The same from the repository's top, where there is one: what services that know the repository read. */
  readonly file: string;
}

/** What a check has to say; every format prints the same report. */
export interface Report {
  /** The files that were checked, from the repository's top, sorted. */
  readonly files: readonly string[];
  /** Sorted by file, then by place. */
  readonly findings: readonly Located[];
  /** The lowest severity that makes the check fail. */
  readonly failOn: Severity;
  /** What a reader should know besides the findings, one sentence or list item a line. */
  readonly notes: readonly string[];
  /** How the check went, in one line. */
  readonly summary: string;
}

const lowestFirst: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** Whether a severity makes the check fail. */
export function fails(severity: Severity, failOn: Severity): boolean {
  return lowestFirst.indexOf(severity) >= lowestFirst.indexOf(failOn);
}
