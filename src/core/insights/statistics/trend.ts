import { atLeast, oddsInterval, type Interval } from './binomial.ts';
import { chiSquareTail } from './chi-square.ts';
import { counted, largestOf, sumOf, type Counted } from './counted.ts';
import { significance } from './holm.ts';

/** How a rate changes from period to period. */
export interface Trend {
  /** The incidents in all periods. */
  readonly total: number;
  /** The rate of a period as a multiple of that of the period before: 1 is no change. 0 or infinite if all are in the first or last period. */
  readonly ratio: number;
  /** The 95 % interval of the ratio. */
  readonly interval: Interval;
  /** The chance of a trend at least as strong, in either direction, if there were none. */
  readonly p: number;
  /** How much more the counts scatter about the trend than independent incidents would; at least 1. The interval and p allow for it. */
  readonly dispersion: number;
  /** Whether p is below 0.05, so that the interval is without 1. */
  readonly isFinding: boolean;
}

/** The 95 % point of the chi-square distribution with one degree of freedom. */
const critical = 3.841_458_820_694_124;

/** The logarithm of the ratio of two periods is never near this: counts are at most 10⁹, and exposures at least 10⁻¹² of the largest. */
const steepest = 100;

/** With fewer the test of the likelihood ratio would find trends in up to 14 of 100 simulations without one, instead of in 5. */
const fewest = 5;

/**
 * Returns the trend of a rate over periods of the same length, oldest first; undefined with fewer than five incidents, or fewer than two periods
 * that have an exposure. Two periods are compared by the exact conditional test of two Poisson rates (J. Przyborowski and H. Wilenski, Biometrika
 * 31, 1940; interval by Clopper and Pearson; p twice the smaller tail).
 *
 * For more it is the log-linear Poisson regression of D. R. Cox and P. A. W. Lewis (The Statistical Analysis of Series of Events, 1966, 3.3),
 * conditional on the total, with the interval and test of the likelihood ratio. Counts that scatter more than Poisson's widen the interval by their
 * dispersion, Pearson's statistic per degree of freedom (quasi-likelihood: R. W. M. Wedderburn, Biometrika 61, 1974; P. McCullagh and J. A.
 * Nelder, Generalized Linear Models, 1989).
 *
 * @param exposure how long each period was watched. Periods without any are left out; the others keep their places.
 * @throws RangeError for what are no counts and no exposures; see `counted`.
 */
export function trend(counts: readonly number[], exposure: readonly number[]): Trend | undefined {
  const cells = counted(counts, exposure);
  const total = sumOf(cells.map(({ count }) => count));
  const [first, second] = cells;
  if (total < fewest || first === undefined || second === undefined) {
    return undefined;
  }
  return cells.length === 2 ? changeBetween(first, second) : regression(cells, total);
}

function changeBetween(first: Counted, second: Counted): Trend {
  const total = first.count + second.count;
  const others = first.exposure / second.exposure;
  const chance = second.exposure / (first.exposure + second.exposure);
  const { low, high } = oddsInterval(second.count, total);
  const perPeriod = (change: number): number => (change * others) ** (1 / (second.index - first.index));
  const tail = Math.min(atLeast(second.count, total, chance), atLeast(first.count, total, 1 - chance));
  const p = Math.min(1, 2 * tail);
  return {
    total,
    ratio: perPeriod(second.count / first.count),
    interval: { low: perPeriod(low), high: perPeriod(high) },
    p,
    dispersion: 1,
    isFinding: p < significance,
  };
}

function regression(cells: readonly Counted[], total: number): Trend {
  const start = cells[0]?.index ?? 0;
  const span = (cells.at(-1)?.index ?? 0) - start;
  // From 0 to 1, so that slopes have one scale for any number of periods.
  const points = cells.map((cell) => ({ ...cell, at: (cell.index - start) / span }));
  const limit = steepest * span;
  const moment = points.reduce((sum, { count, at }) => sum + count * at, 0) / total;
  const [isAllFirst, isAllLast] = [points[0]?.count === total, points.at(-1)?.count === total];
  const best = crossing(-limit, limit, (slope) => modelAt(points, slope).mean - moment);
  const fitted = modelAt(points, best);
  const dispersion = dispersionOf(points, fitted.shares, total);
  /** Twice the log-likelihood that a slope loses against the best, per unit of dispersion. */
  const loss = (slope: number): number =>
    Math.max(0, (2 * total * ((best - slope) * moment - fitted.logSum + modelAt(points, slope).logSum)) / dispersion);
  const low = isAllFirst ? -Infinity : crossing(-limit, best, (slope) => critical - loss(slope));
  const high = isAllLast ? Infinity : crossing(best, limit, (slope) => loss(slope) - critical);
  const p = chiSquareTail(loss(0), 1);
  return {
    total,
    ratio: isAllFirst ? 0 : isAllLast ? Infinity : Math.exp(best / span),
    interval: { low: Math.exp(low / span), high: Math.exp(high / span) },
    p,
    dispersion,
    isFinding: p < significance,
  };
}

interface Point extends Counted {
  readonly at: number;
}

interface Model {
  /** The share of the incidents that each point gets. */
  readonly shares: readonly number[];
  /** Their mean place. */
  readonly mean: number;
  /** The logarithm of the sum of the weights. */
  readonly logSum: number;
}

function modelAt(points: readonly Point[], slope: number): Model {
  const logs = points.map(({ exposure, at }) => Math.log(exposure) + slope * at);
  const most = largestOf(logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => weight / sum);
  return {
    shares,
    mean: shares.reduce((mean, share, index) => mean + share * (points[index]?.at ?? 0), 0),
    logSum: Math.log(sum) + most,
  };
}

function dispersionOf(points: readonly Point[], shares: readonly number[], total: number): number {
  const expected = shares.map((share) => share * total);
  // Cells where hardly anything is expected say nothing of the scatter, and would weigh without limit.
  const statistic = points.reduce((sum, { count }, index) => {
    const mean = expected[index] ?? 0;
    return sum + (mean < 1e-9 ? 0 : (count - mean) ** 2 / mean);
  }, 0);
  return Math.max(1, statistic / (points.length - 2));
}

/** Returns where a function that does not fall crosses zero, between two bounds; a bound if it does not. */
function crossing(from: number, to: number, valueAt: (x: number) => number): number {
  let [low, high] = [from, to];
  for (let turn = 0; turn < 70; turn += 1) {
    const middle = (low + high) / 2;
    if (valueAt(middle) < 0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
