import { aboutOfBefore } from './baseline-before.ts';
import { trimmedEnd } from '../text/ends.ts';
import type { Finding } from '../text/finding.ts';
import { isRecord } from '../text/unknown.ts';
import { UserError } from '../util/user-error.ts';

/** Findings of one kind in one document that are known and put up with. */
export interface BaselineEntry {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
  readonly rule: string;
  /** What the findings are about, stable while lines move and neighbours change; see `aboutOf`. */
  readonly about: string;
  /** How many there are; at least 1. */
  readonly count: number;
}

/** The findings that a team has decided to live with for now: new ones stand out beside them. */
export type Baseline = readonly BaselineEntry[];

/** As much of a finding as a baseline looks at. */
export interface Recordable extends Pick<Finding, 'rule' | 'message' | 'section' | 'about'> {
  /** The document, relative to the repository's top, with `/`. */
  readonly file: string;
}

/** Today's findings compared with a baseline. */
export interface BaselineMatch<Item> {
  /** Not in the baseline, or more often than recorded there; in the order given. */
  readonly fresh: readonly Item[];
  /** How many findings the baseline answers for. */
  readonly known: number;
  /** What is recorded and was not found; `count` says how many times too often. */
  readonly stale: Baseline;
}

const version = 2;

/**
 * What a finding is about, in words that stay the same while lines move and neighbours come and go: its section; else what it says
 * that it is about, with `#` for numbers; else its message without the evidence in parentheses at the end, likewise.
 */
export function aboutOf({ section, about, message }: Pick<Finding, 'section' | 'about' | 'message'>): string {
  return section ?? (about ?? withoutEvidence(message)).replaceAll(/\d+/g, '#');
}

/** A message without what stands in parentheses at its end, and white space before that. */
function withoutEvidence(message: string): string {
  const end = trimmedEnd(message, /[.\s]/);
  const open = end.lastIndexOf('(');
  return end.endsWith(')') && open !== -1 && !end.slice(open, -1).includes(')')
    ? end.slice(0, open).trimEnd()
    : message;
}

/**
 * Compares findings with a baseline.
 * @param isChecked says of a document's path whether it was checked at all: of others, nothing can be said to be stale.
 */
export function matchBaseline<Item extends Recordable>(
  baseline: Baseline,
  findings: readonly Item[],
  isChecked: (file: string) => boolean,
): BaselineMatch<Item> {
  const left = new Map<string, number>();
  for (const entry of baseline) {
    left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  }
  const fresh = findings.filter((finding) => {
    const key = keyOf(entryOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const stale = merged(baseline)
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }))
    .filter(({ path, count }) => count > 0 && isChecked(path));
  return { fresh, known: findings.length - fresh.length, stale };
}

/** The baseline that records today's findings; entries of documents that were not checked stay as they were. */
export function updateBaseline(
  before: Baseline,
  findings: readonly Recordable[],
  isChecked: (file: string) => boolean,
): Baseline {
  return merged([...before.filter(({ path }) => !isChecked(path)), ...findings.map(entryOf)]);
}

/** The text of a baseline file: JSON, sorted, one entry on a line, so that changes to it are easy to read and merge. */
export function printBaseline(baseline: Baseline): string {
  const lines = merged(baseline).map(({ path, rule, about, count }) => JSON.stringify({ path, rule, about, count }));
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${findings}\n}\n`;
}

/**
 * Reads a baseline file's text. Throws a UserError that says what is wrong and what to do.
 * @param name of the file, for the message.
 */
export function parseBaseline(text: string, name: string): Baseline {
  const content = parseJson(text, name);
  if (!isRecord(content) || typeof content['version'] !== 'number' || !Array.isArray(content['findings'])) {
    throw unreadable(name, '"version" or "findings" is missing');
  }
  const written = content['version'];
  if (written !== version && written !== 1) {
    throw new UserError(
      `The baseline ${name} has version ${written}, but this runbook-lens reads version ${version}. Use the runbook-lens version that wrote it, or delete the file and run with --update-baseline.`,
    );
  }
  const entries: readonly unknown[] = content['findings'];
  return merged(
    entries.map((entry, index) => {
      if (!isEntry(entry)) {
        throw unreadable(name, `finding ${index + 1} has no path, rule, about or count`);
      }
      return written === 1 ? { ...entry, about: aboutOfBefore(entry.rule, entry.about) } : entry;
    }),
  );
}

function entryOf(finding: Recordable): BaselineEntry {
  return { path: finding.file, rule: finding.rule, about: aboutOf(finding), count: 1 };
}

function keyOf({ path, rule, about }: BaselineEntry): string {
  return JSON.stringify([path, rule, about]);
}

/** Each thing once, with the sum of its counts, in the order of the file. */
function merged(baseline: Baseline): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { path, rule, about, count } of baseline) {
    const key = keyOf({ path, rule, about, count });
    entries.set(key, { path, rule, about, count: (entries.get(key)?.count ?? 0) + count });
  }
  return [...entries.values()].toSorted(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.about, b.about),
  );
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(name, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(name: string, why: string): UserError {
  return new UserError(
    `The baseline ${name} cannot be read: ${why}. Restore it from git, or delete it and run with --update-baseline.`,
  );
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isRecord(value) &&
    ['path', 'rule', 'about'].every((key) => typeof value[key] === 'string') &&
    Number.isSafeInteger(value['count']) &&
    (value['count'] as number) > 0
  );
}
