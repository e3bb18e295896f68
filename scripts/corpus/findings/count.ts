import type { Severity } from '../../../src/core/index.ts';
import type { Telling, Told } from './told.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How often something is told. */
export interface Count {
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Findings, where those of one group of a document count once. */
  readonly news: number;
  /** Documents with at least one. */
  readonly documents: number;
}

/** What is told about a number of documents. */
export interface Counts {
  readonly checked: number;
  readonly all: Count;
  /** By rule, only those with findings, by name. */
  readonly rules: Readonly<Record<string, Count>>;
}

/** Counts the findings of repositories together. */
export function countsOf(tellings: readonly Telling[]): Counts {
  const told = tellings.flatMap((telling) => telling.told);
  const rules = [...new Set(told.map(({ finding }) => finding.rule))].toSorted();
  return {
    checked: tellings.reduce((sum, { checked }) => sum + checked, 0),
    all: countOf(told),
    rules: Object.fromEntries(
      rules.map((rule) => [rule, countOf(told.filter(({ finding }) => finding.rule === rule))]),
    ),
  };
}

function countOf(told: readonly Told[]): Count {
  const bySeverity = Object.fromEntries(
    severities.map((severity) => [severity, told.filter(({ finding }) => finding.severity === severity).length]),
  ) as Record<Severity, number>;
  return {
    findings: told.length,
    bySeverity,
    news: new Set(told.map((one, position) => newsOf(one, position))).size,
    documents: new Set(told.map(placeOf)).size,
  };
}

/** What a finding is the same piece of news as: others of its group, or nothing. */
function newsOf(told: Told, position: number): string {
  const { rule, group } = told.finding;
  return JSON.stringify(group === undefined ? position : [placeOf(told), rule, group]);
}

function placeOf({ root, repository, path }: Told): string {
  return JSON.stringify([root, repository, path]);
}
