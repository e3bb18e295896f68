import type { LinkState } from '../../../src/core/index.ts';
import type { AlertLabel } from './labels.ts';

/** An alert as it was read. */
export interface ReadAlert {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly name: string;
  readonly state: LinkState;
  readonly target: string | undefined;
}

/** How the alerts of one repository were read. */
export interface AlertScore {
  readonly repository: string;
  readonly labelled: number;
  readonly found: number;
  /** Labelled alerts of test data that were left out; they count nowhere. */
  readonly leftOut: number;
  readonly states: number;
  readonly targets: number;
  /** Read, and labelled by nobody. */
  readonly extra: readonly ReadAlert[];
  /** What is wrong, as text. */
  readonly wrong: readonly string[];
}

/**
 * Returns how many labelled alerts were found, and with the right state and target. A target is compared without regard to the case of its anchor;
 * with another state that is accepted, every target is right.
 */
export function scoreAlerts(repository: string, labels: readonly AlertLabel[], read: readonly ReadAlert[]): AlertScore {
  const left = new Set(read);
  const wrong: string[] = [];
  const counts = { found: 0, leftOut: 0, states: 0, targets: 0 };
  for (const label of labels) {
    const where = `${label.path}:${label.lines[0] ?? 0} ${label.name}`;
    const alert = read.find((each) => left.has(each) && each.path === label.path && label.lines.includes(each.line));
    if (alert === undefined) {
      counts.leftOut += label.optional ? 1 : 0;
      wrong.push(...(label.optional ? [] : [`${where}: not found`]));
      continue;
    }
    left.delete(alert);
    counts.found += 1;
    const state = label.states.includes(alert.state);
    const isFirst = alert.state === label.states[0];
    const target = state && (!isFirst || sameTarget(alert.target ?? '', label.target));
    counts.states += state ? 1 : 0;
    counts.targets += target ? 1 : 0;
    if (!target) {
      wrong.push(`${where}: ${alert.state} ${alert.target ?? ''}, not ${label.states.join('|')} ${label.target}`);
    }
    if (alert.name !== label.name) {
      wrong.push(`${where}: read as ${alert.name}`);
    }
  }
  return { repository, labelled: labels.length, ...counts, extra: [...left], wrong };
}

function sameTarget(one: string, other: string): boolean {
  const [[path, anchor = ''], [otherPath, otherAnchor = '']] = [one.split('#'), other.split('#')];
  return path === otherPath && anchor.toLowerCase() === otherAnchor.toLowerCase();
}

/** Returns the mean of shares over repositories. */
export function meanOver(scores: readonly AlertScore[], part: (score: AlertScore) => number): number {
  return (
    scores.reduce((sum, score) => sum + part(score) / Math.max(1, score.labelled - score.leftOut), 0) / scores.length
  );
}
