import type { LinkState } from './link/resolve.ts';
import { targetOf } from './link/resolve.ts';
import { suggestionsFor } from './link/suggest.ts';
import type { AlertSurvey } from './survey.ts';
import { pagesOf } from './uses.ts';

/** An alert as plain data. Facts that are absent are missing. */
export interface AlertRow {
  readonly path: string;
  /** From 1, of the key that holds the name. */
  readonly line: number;
  readonly name: string;
  readonly severity?: string;
  readonly group?: string;
  readonly source: string;
  /** As written. */
  readonly link?: string;
  readonly linkKey?: string;
  readonly state: LinkState;
  /** `path` or `path#anchor`. */
  readonly target?: string;
  readonly suggestions?: readonly string[];
  /** Whether it stands in test data. */
  readonly test?: true;
}

/** Returns the alerts of a survey as plain data, in the order of paths and lines. */
export function alertRows({ alerts, world }: AlertSurvey): AlertRow[] {
  return alerts
    .map(({ path, alert, resolution }): AlertRow => {
      const { severity, group, name, source, test } = alert;
      const { link, state } = resolution;
      const target = targetOf(resolution);
      const suggestions = suggestionsFor(resolution, name, world);
      return {
        path,
        line: alert.range.start.line + 1,
        name,
        ...(severity !== undefined && { severity }),
        ...(group !== undefined && { group }),
        source,
        ...(link !== undefined && { link: link.written, linkKey: link.key }),
        state,
        ...(target !== undefined && { target }),
        ...(suggestions.length > 0 && { suggestions }),
        ...(test && { test }),
      };
    })
    .toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** Returns how many alerts lead to each page, for pages that are runbooks and for all others that alerts lead to. */
export function runbookRows(survey: AlertSurvey, runbooks: readonly string[]): Array<{ path: string; usedBy: number }> {
  const counts = new Map(runbooks.map((path) => [path, 0]));
  survey.alerts.flatMap(pagesOf).forEach((page) => counts.set(page, (counts.get(page) ?? 0) + 1));
  return [...counts].map(([path, usedBy]) => ({ path, usedBy })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the share of alerts, test data left out, whose link leads somewhere: not `none` and not `dead`. 1 if there are none. */
export function coverageOf(rows: readonly Pick<AlertRow, 'state' | 'test'>[]): number {
  const counted = rows.filter(({ test }) => test !== true);
  return counted.length === 0
    ? 1
    : counted.filter(({ state }) => state !== 'none' && state !== 'dead').length / counted.length;
}

/** What of a survey is told. */
export interface AlertReportRequest {
  /** Only alerts in this state. */
  readonly state?: LinkState | undefined;
  /** The runbooks, to tell how many alerts lead to each instead. */
  readonly runbooks?: readonly string[] | undefined;
  /** In percent. */
  readonly minCoverage?: number | undefined;
}

/** What a survey tells, as data and as lines of text. */
export interface AlertReport {
  readonly rows: readonly object[];
  readonly lines: readonly string[];
  /** What was not read, and the sum. */
  readonly notes: readonly string[];
  /** Whether fewer alerts have a link than wanted. */
  readonly lacking: boolean;
}

/** Returns what a survey tells. */
export function alertReport(
  survey: AlertSurvey,
  { state, runbooks, minCoverage = 0 }: AlertReportRequest,
): AlertReport {
  const all = alertRows(survey);
  const told = all.filter((row) => state === undefined || row.state === state);
  const used = runbooks && runbookRows(survey, runbooks);
  const coverage = Math.floor(coverageOf(all) * 1000) / 10;
  const wanted = coverage < minCoverage ? `; at least ${minCoverage} % are wanted` : '';
  const unread = survey.files.flatMap(({ path, unreadable }) => {
    const count = unreadable?.alerts === undefined ? '' : ` (${unreadable.alerts} alerts)`;
    return unreadable === undefined ? [] : [`Not read: ${path}: ${unreadable.reason}${count}.`];
  });
  return {
    rows: used ?? told,
    lines: used?.map(usedLine) ?? told.flatMap(alertLines),
    notes: [
      ...unread,
      `${all.length} ${all.length === 1 ? 'alert' : 'alerts'}, ${coverage} % with a link that is not dead${wanted}.`,
    ],
    lacking: wanted !== '',
  };
}

function usedLine({ path, usedBy }: { readonly path: string; readonly usedBy: number }): string {
  return `${path}: ${usedBy === 0 ? 'no alert leads here' : `${usedBy} ${usedBy === 1 ? 'alert' : 'alerts'}`}`;
}

function alertLines({ path, line, name, severity, state, target, link, suggestions = [] }: AlertRow): string[] {
  const leads = target ?? link;
  return [
    `${path}:${line}: ${name}${severity === undefined ? '' : ` [${severity}]`}: ${state}${leads === undefined ? '' : ` ${leads}`}`,
    ...suggestions.map((suggestion) => `  perhaps ${suggestion}`),
  ];
}
