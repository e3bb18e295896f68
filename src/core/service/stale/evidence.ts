/** One reason to look at a runbook again. */
export interface Evidence {
  readonly kind: 'rule-changed' | 'path-gone' | 'path-moved' | 'alert-gone' | 'incident';
  /** A sentence for users. */
  readonly what: string;
  /** The file that shows it: the rule file or postmortem, or the runbook itself. From the top of the repository. */
  readonly path?: string;
  /** Of that file, 0-based. */
  readonly line?: number;
  /** The commit that made it so. */
  readonly commit?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** How much it says, from 0 to 5. */
  readonly weight: number;
}

/** A runbook that is suspect, with what speaks for it, the strongest first. */
export interface Suspect {
  /** From the top of the repository. */
  readonly path: string;
  readonly evidence: readonly Evidence[];
  /** Higher for more and stronger evidence. Comparable within one report. */
  readonly score: number;
}

/** Returns the day of a date with time, as it was where it was written: YYYY-MM-DD. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** Returns the score of evidence: each further piece of a kind says half of what the one before says. */
export function scoreOf(evidence: readonly Evidence[]): number {
  const seen = new Map<string, number>();
  let score = 0;
  for (const { kind, weight } of evidence.toSorted((a, b) => b.weight - a.weight)) {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    score += weight / 2 ** before;
  }
  return Math.round(score * 10) / 10;
}
