import type { DocumentKind } from '../../src/core/index.ts';
import { constant } from '../../src/core/document/kind/weighing.ts';
import type { Sample, Weights } from './fit.ts';

/**
 * Returns the weights that move the scores most: by their size and by how much documents have of the feature, repositories alike. The
 * constant stays.
 * @param most number of weights that are left, constants not counted.
 */
export function strongest(weights: Weights, samples: readonly Sample[], most: number): Weights {
  const sizes = new Map<string, number>();
  samples.forEach(({ repository }) => sizes.set(repository, (sizes.get(repository) ?? 0) + 1));
  const use = new Map<string, number>();
  for (const { repository, features } of samples) {
    for (const [name, value] of features) {
      use.set(name, (use.get(name) ?? 0) + value / sizes.get(repository)!);
    }
  }
  const single = [...weights]
    .filter(([name]) => name !== constant)
    .flatMap(([name, { runbook, postmortem }]) => {
      const often = Math.sqrt(use.get(name) ?? 0);
      return [
        { name, kind: 'runbook' as const, weight: runbook, effect: Math.abs(runbook) * often },
        { name, kind: 'postmortem' as const, weight: postmortem, effect: Math.abs(postmortem) * often },
      ];
    });
  const kept = new Map<string, Record<DocumentKind, number>>();
  for (const { name, kind, weight } of single.toSorted((a, b) => b.effect - a.effect).slice(0, most)) {
    const pair = kept.get(name) ?? { runbook: 0, postmortem: 0 };
    pair[kind] = weight;
    kept.set(name, pair);
  }
  return new Map([[constant, weights.get(constant) ?? { runbook: 0, postmortem: 0 }], ...kept]);
}
