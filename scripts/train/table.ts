import { constant } from '../../src/core/document/kind/weighing.ts';
import type { Weights } from './fit.ts';

/**
 * Returns the table of weights in hundredths, one line for each group of features, as `readWeights` reads it. Weights that round to nothing
 * are left out.
 */
export function tableOf(weights: Weights): string {
  const groups = new Map<string, string[]>();
  for (const [name, { runbook, postmortem }] of [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [r, p] = [Math.round(runbook * 100), Math.round(postmortem * 100)];
    if (r === 0 && p === 0) {
      continue;
    }
    const group = name === constant ? '' : (/^(?:#|[a-z]+[.:§])/.exec(name)?.[0] ?? '');
    const entries = groups.get(group) ?? [];
    groups.set(group, entries);
    entries.push([name.slice(group.length), r, ...(p === 0 ? [] : [p])].join(' '));
  }
  return [...groups].map(([group, entries]) => `${group},${entries.join(',')}`).join('\n');
}

/** Returns the number of weights in a table. */
export function weightsIn(table: string): number {
  return table
    .split('\n')
    .flatMap((line) => line.split(',').slice(1))
    .reduce(
      (sum, entry) =>
        sum +
        entry
          .split(' ')
          .slice(1)
          .filter((number) => number !== '0').length,
      0,
    );
}
