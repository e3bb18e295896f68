import { kinds, type Kind } from '../../src/core/index.ts';
import { fit, probabilitiesOf, type FitOptions, type Probabilities } from './fit.ts';
import type { LabelledSample } from './samples.ts';

/** What weights that were fitted without a document's repository say about it. */
export interface Prediction {
  readonly sample: LabelledSample;
  readonly probabilities: Probabilities;
}

const certainlyOther: Probabilities = { runbook: 0, postmortem: 0, other: 1 };

/** Fits once for each repository that is left out, and returns what the weights say about its documents. */
export function leaveOneOut(samples: readonly LabelledSample[], options: FitOptions): Prediction[] {
  const repositories = [...new Set(samples.map(({ repository }) => repository))];
  return repositories.flatMap((repository) => {
    const weights = fit(
      samples.filter((sample) => sample.repository !== repository && !sample.template),
      options,
    );
    return samples
      .filter((sample) => sample.repository === repository)
      .map((sample) => ({
        sample,
        probabilities: sample.template ? certainlyOther : probabilitiesOf(sample.features, weights),
      }));
  });
}

/** Returns the probabilities with the scores divided by a temperature. */
export function cooled(probabilities: Probabilities, temperature: number): Probabilities {
  const powers = kinds.map((kind) => [kind, probabilities[kind] ** (1 / temperature)] as const);
  const total = powers.reduce((sum, [, power]) => sum + power, 0);
  return Object.fromEntries(powers.map(([kind, power]) => [kind, power / total])) as Record<Kind, number>;
}

/** Returns the temperature from 0.5 to 3 by which the labels are most likely; repositories weigh alike (Guo and others 2017). */
export function bestTemperature(predictions: readonly Prediction[]): number {
  const candidates = Array.from({ length: 51 }, (_, index) => 0.5 + index * 0.05);
  const loss = (temperature: number): number =>
    meanOver(
      predictions,
      ({ sample, probabilities }) => -Math.log(Math.max(1e-6, cooled(probabilities, temperature)[sample.kind])),
    );
  return candidates.reduce((best, next) => (loss(next) < loss(best) ? next : best));
}

/** Returns the kind with the highest probability. */
export function likeliest(probabilities: Probabilities): Kind {
  return kinds.reduce((best, next) => (probabilities[next] > probabilities[best] ? next : best));
}

/** Returns the mean of a value over documents, and of those over repositories. */
export function meanOver(predictions: readonly Prediction[], value: (prediction: Prediction) => number): number {
  const groups = [...Map.groupBy(predictions, ({ sample }) => sample.repository).values()];
  const means = groups.map((group) => group.reduce((sum, one) => sum + value(one), 0) / group.length);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
