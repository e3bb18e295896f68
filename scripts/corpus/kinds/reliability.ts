import type { Outcome } from './outcomes.ts';

/** Documents whose kind has a probability in one tenth of the scale. */
export interface Bin {
  /** From this probability to the next bin. */
  readonly from: number;
  readonly documents: number;
  /** The mean of the stated probabilities. */
  readonly stated: number;
  /** The share of documents of which the stated kind is right. */
  readonly right: number;
}

/** Whether probabilities are what they say. */
export interface Reliability {
  /** Ten bins; an empty one has means of 0. */
  readonly bins: readonly Bin[];
  /** The mean difference between stated and right, weighted by documents; 0 is best. */
  readonly error: number;
  /** Documents whose kind has no probability. */
  readonly without: number;
}

const count = 10;

/** Compares the probability of each document's kind, or of its possible kind, with how often that is the label. */
export function reliabilityOf(outcomes: readonly Outcome[]): Reliability {
  const stated = outcomes.flatMap(({ label, kind, possible, probability }) =>
    probability === undefined ? [] : [{ probability, right: (possible ?? kind) === label ? 1 : 0 }],
  );
  const bins = Array.from({ length: count }, (_, position): Bin => {
    const own = stated.filter(({ probability }) => binOf(probability) === position);
    return {
      from: position / count,
      documents: own.length,
      stated: mean(own.map(({ probability }) => probability)),
      right: mean(own.map(({ right }) => right)),
    };
  });
  const gaps = bins.map((bin) => bin.documents * Math.abs(bin.stated - bin.right));
  return {
    bins,
    error: stated.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / stated.length,
    without: outcomes.length - stated.length,
  };
}

/** The bin of a probability; 1 is in the last. */
function binOf(probability: number): number {
  return Math.min(count - 1, Math.floor(probability * count));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
