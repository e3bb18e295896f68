import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';

/** A range of plausible values. `high` is infinite where the counts set no limit. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the chance that at least `count` of `total` tries succeed when each does with probability `chance` (0 to 1): the p-value of the exact
 * one-sided binomial test (DLMF 8.17.5). 1 for a count of 0.
 */
export function atLeast(count: number, total: number, chance: number): number {
  return count <= 0 ? 1 : incompleteBeta(chance, count, total - count + 1);
}

/**
 * Returns the 95 % interval by Clopper and Pearson (Biometrika 26, 1934) for the odds p / (1 − p) of a success, from `count` successes in `total`
 * tries: from 0 without a success, to infinity without a failure. It covers the truth in at least 95 of 100 cases.
 */
export function oddsInterval(count: number, total: number): Interval {
  return { low: lowestOdds(count, total), high: 1 / lowestOdds(total - count, total) };
}

function lowestOdds(count: number, total: number): number {
  if (count === 0) {
    return 0;
  }
  const chance = betaQuantile(0.025, count, total - count + 1);
  return chance / (1 - chance);
}
