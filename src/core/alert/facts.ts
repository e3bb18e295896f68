import type { LinkState } from './link/resolve.ts';
import { targetOf } from './link/resolve.ts';
import { serviceOf } from './service.ts';
import type { SurveyedAlert } from './survey.ts';

/** An alert as plain data. Facts that are absent are missing. */
export interface AlertFacts {
  /** Of its rule file. */
  readonly path: string;
  /** The first and the last line of its rule, from 1. */
  readonly lines: readonly [first: number, last: number];
  readonly name: string;
  readonly severity?: string;
  /** By its labels. */
  readonly service?: string;
  readonly group?: string;
  /** As written. */
  readonly link?: string;
  readonly state: LinkState;
  /** Where the link leads: `path` or `path#anchor`. */
  readonly target?: string;
}

/** How the paths of alerts are named. */
export interface AlertPaths {
  /** Returns the name of a rule file. */
  readonly rules: (path: string) => string;
  /** Returns the name of what a link leads to; undefined if it is not to be named. */
  readonly target: (path: string) => string | undefined;
}

/** Returns an alert as plain data. */
export function alertFacts({ path, alert, resolution }: SurveyedAlert, paths: AlertPaths): AlertFacts {
  const { name, severity, group, extent } = alert;
  const { link, state } = resolution;
  const service = serviceOf(alert);
  const page = resolution.path === undefined ? undefined : paths.target(resolution.path);
  const target = page === undefined ? undefined : targetOf({ ...resolution, path: page });
  // A mapping of YAML ends where the next line begins.
  const last = extent.end.line - (extent.end.character === 0 && extent.end.line > extent.start.line ? 1 : 0);
  return {
    path: paths.rules(path),
    lines: [extent.start.line + 1, last + 1],
    name,
    ...(severity !== undefined && { severity }),
    ...(service !== undefined && { service }),
    ...(group !== undefined && { group }),
    ...(link !== undefined && { link: link.written }),
    state,
    ...(target !== undefined && { target }),
  };
}
