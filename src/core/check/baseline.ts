import { aboutOfBefore } from './baseline-before.ts';
import { trimmedEnd } from '../text/ends.ts';
import type { Finding } from '../text/finding.ts';
import { isRecord } from '../text/unknown.ts';
import { UserError } from '../util/user-error.ts';

/** Known findings of one kind in one document. */
export interface BaselineEntry {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly rule: string;
  /** The subject of the findings; stable while lines move and neighbours change. See `aboutOf`. */
  readonly about: string;
  /** Number of findings; at least 1. */
  readonly count: number;
}

/** The findings that a team accepts for now, so new ones stand out. */
export type Baseline = readonly BaselineEntry[];

/** The part of a finding that a baseline uses. */
export interface Recordable extends Pick<Finding, 'rule' | 'message' | 'section' | 'about'> {
  /** The document, relative to the top of the repository, with `/`. */
  readonly file: string;
}

/** Current findings compared with a baseline. */
export interface BaselineMatch<Item> {
  /** Findings that are not in the baseline, or more than recorded there; in the order given. */
  readonly fresh: readonly Item[];
  /** Number of findings in the baseline. */
  readonly known: number;
  /** Recorded findings that were not found; `count` is the surplus. */
  readonly stale: Baseline;
}

const version = 2;

/**
 * Returns what a finding is about, in words that stay the same while lines move and neighbours change: its section; else its `about`;
 * else its message without the evidence in parentheses at the end. The last two have `#` for numbers.
 */
export function aboutOf({ section, about, message }: Pick<Finding, 'section' | 'about' | 'message'>): string {
  return section ?? (about ?? withoutEvidence(message)).replaceAll(/\d+/g, '#');
}

/** A message without what is in parentheses at its end, and white space before that. */
function withoutEvidence(message: string): string {
  const end = trimmedEnd(message, /[.\s]/);
  const open = end.lastIndexOf('(');
  return end.endsWith(')') && open !== -1 && !end.slice(open, -1).includes(')')
    ? end.slice(0, open).trimEnd()
    : message;
}

/**
 * Compares findings with a baseline.
 * @param isChecked whether the document with a path was checked. Entries of other documents are never stale.
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

/** Returns the baseline of the current findings. Entries of documents that were not checked stay. */
export function updateBaseline(
  before: Baseline,
  findings: readonly Recordable[],
  isChecked: (file: string) => boolean,
): Baseline {
  return merged([...before.filter(({ path }) => !isChecked(path)), ...findings.map(entryOf)]);
}

/** Returns the text of a baseline file: sorted JSON, one entry per line, so changes are easy to read and merge. */
export function printBaseline(baseline: Baseline): string {
  const lines = merged(baseline).map(({ path, rule, about, count }) => JSON.stringify({ path, rule, about, count }));
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${findings}\n}\n`;
}

/**
 * Reads the text of a baseline file. Throws a UserError that says what is wrong and what to do.
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
