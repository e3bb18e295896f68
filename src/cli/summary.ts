import { healthOf, newsOf, type Baseline } from '../core/index.ts';
import type { FixOutcome } from './fix.ts';
import type { Located } from './report.ts';

/** The largest number of stale entries in the notes. The rest are counted. */
const mostNamed = 20;

/**
 * Returns the summary of a check, in one line.
 * @param checked numbers of checked documents, and of rule files with alerts.
 * @param how `hidden` is the number of findings in the baseline, `noun` what findings are in.
 */
export function summaryOf(
  { documents, rules }: { readonly documents: number; readonly rules: number },
  findings: readonly Located[],
  how: { readonly hidden: number; readonly noun: 'document' | 'file'; readonly changedSince?: string },
): string {
  const since = how.changedSince === undefined ? '' : ` changed since ${how.changedSince}`;
  const parts = [documents > 0 && count(documents, 'document'), rules > 0 && count(rules, 'rule file')].filter(Boolean);
  const checked =
    parts.length === 0
      ? `No runbooks or postmortems${since === '' ? ' found' : since}`
      : `${parts.join(' and ')}${since} checked`;
  if (findings.length === 0) {
    return parts.length === 0 ? `${checked}.` : `${checked}, no ${how.hidden > 0 ? 'new ' : ''}findings.`;
  }
  const files = new Set(findings.map(({ path }) => path)).size;
  const told = newsOf(findings).length;
  const grouped = told < findings.length ? `, told as ${told}` : '';
  const worst = healthOf(findings.map(({ severity }) => severity));
  return `${checked}: ${count(findings.length, 'finding')} in ${count(files, how.noun)}${grouped}; highest severity: ${worst}.`;
}

/** Returns what `--fix` did, and what it could not do and why. */
export function fixNotes({ findings, written, refused }: FixOutcome): string[] {
  return [
    `Fixed ${count(findings, 'finding')} in ${count(written.length, 'file')}.`,
    ...refused.map(({ path, reason }) => `Not fixed: ${path}: ${reason}.`),
  ];
}

/** Returns notes about the known findings and the stale entries of a baseline. */
export function baselineNotes(file: string, known: number, stale: Baseline): string[] {
  const notes = [`${count(known, 'known finding')} left out (${file}).`];
  if (stale.length > 0) {
    const total = stale.reduce((sum, entry) => sum + entry.count, 0);
    const more = stale.length - mostNamed;
    notes.push(
      `${count(total, 'finding')} in the baseline ${total === 1 ? 'is' : 'are'} no longer found. Run with --update-baseline to remove ${total === 1 ? 'it' : 'them'}:`,
      ...stale
        .slice(0, mostNamed)
        .map(
          ({ path, rule, about, count }) =>
            `- ${path}: ${about === '' ? '' : `${about} `}[${rule}]${count > 1 ? ` ×${count}` : ''}`,
        ),
      ...(more > 0 ? [`- and ${more} more`] : []),
    );
  }
  return notes;
}

/** Returns a number and its noun: "1 finding", "2 findings". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
