import { likeliest, meanOver, type Prediction } from './validate.ts';
import type { Kind } from '../../src/core/index.ts';

/** Bounds of the probability of the likelier kind of document. */
export interface Bounds {
  /** From here on it has that kind. */
  readonly decided: number;
  /** From here on it is possible. */
  readonly possible: number;
}

/** Returns lines with accuracy per repository and on the whole, and the reliability of the probabilities in ten bins. */
export function figuresOf(predictions: readonly Prediction[], bounds: Bounds): string[] {
  const decided = predictions.filter((one) => !isPossible(one, bounds));
  return [
    ...perRepository(predictions, bounds),
    '',
    `documents                         ${predictions.length}, ${new Set(predictions.map(({ sample }) => sample.repository)).size} repositories`,
    `right, possible as likelier kind  ${percent(meanOver(predictions, right))} (mean over repositories)`,
    `right of the decided              ${percent(meanOver(decided, (one) => rightBy(one, bounds)))}`,
    `possible                          ${percent(meanOver(predictions, (one) => (isPossible(one, bounds) ? 1 : 0)))}`,
    '',
    ...reliability(predictions),
  ];
}

function perRepository(predictions: readonly Prediction[], bounds: Bounds): string[] {
  const groups = [...Map.groupBy(predictions, ({ sample }) => sample.repository)];
  const rows = groups.map(([repository, group]) => {
    const possible = group.filter((one) => isPossible(one, bounds)).length;
    const ok = group.filter((one) => right(one) === 1).length;
    return { repository, share: ok / group.length, text: `${ok} of ${group.length}, ${possible} possible` };
  });
  return rows
    .toSorted((a, b) => a.share - b.share)
    .map(({ repository, share, text }) => `${percent(share).padStart(8)}  ${repository} (${text})`);
}

function reliability(predictions: readonly Prediction[]): string[] {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    predictions.flatMap(({ sample, probabilities }) =>
      (['runbook', 'postmortem', 'other'] as const)
        .filter((kind) => Math.min(9, Math.floor(probabilities[kind] * 10)) === bin)
        .map((kind) => ({ said: probabilities[kind], is: sample.kind === kind ? 1 : 0 })),
    ),
  );
  return [
    'said         mean said   is so     of',
    ...bins.map((bin, index) => {
      const mean = (pick: 'said' | 'is'): string =>
        bin.length === 0 ? '' : percent(bin.reduce((sum, one) => sum + one[pick], 0) / bin.length);
      return (
        `${index * 10}–${index * 10 + 10} %`.padEnd(12) +
        mean('said').padStart(10) +
        mean('is').padStart(8) +
        String(bin.length).padStart(7)
      );
    }),
  ];
}

function right({ sample, probabilities }: Prediction): number {
  return likeliest(probabilities) === sample.kind ? 1 : 0;
}

function rightBy({ sample, probabilities }: Prediction, { decided }: Bounds): number {
  const likelier: Kind = probabilities.postmortem > probabilities.runbook ? 'postmortem' : 'runbook';
  return (probabilities[likelier] >= decided ? likelier : 'other') === sample.kind ? 1 : 0;
}

function isPossible({ probabilities }: Prediction, { decided, possible }: Bounds): boolean {
  const best = Math.max(probabilities.runbook, probabilities.postmortem);
  return best >= possible && best < decided;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
