import { atLeast, oddsInterval, type Interval } from './binomial.ts';
import { chiSquareTail } from './chi-square.ts';
import { counted, sumOf, type Counted } from './counted.ts';
import { significance } from './holm.ts';
import { rootOf, type Rising } from './root.ts';

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
 * For more it is the log-linear Poisson regression of D. R. Cox and P. A. W. Lewis (The Statistical Analysis of Series of Events, 1966),
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
  const points = cells.map(({ index, count, exposure }) => ({
    count,
    log: Math.log(exposure),
    at: (index - start) / span,
  }));
  const moment = points.reduce((sum, { count, at }) => sum + count * at, 0) / total;
  const [isAllFirst, isAllLast] = [points[0]?.count === total, points.at(-1)?.count === total];
  const limit = steepest * span;
  const best = rootOf(
    (slope) => {
      const { mean, variance } = modelAt(points, slope);
      return { value: mean - moment, slope: variance };
    },
    { from: -limit, to: limit, start: 0, scale: 1 },
  );
  const fitted = modelAt(points, best);
  const dispersion = dispersionOf(points, fitted, total);
  const weight = (2 * total) / dispersion;
  /** Twice the log-likelihood that a slope loses against the best, per unit of dispersion; its derivative. */
  const loss = (slope: number): Rising => {
    const { mean, logSum } = modelAt(points, slope);
    return {
      value: Math.max(0, weight * ((best - slope) * moment - fitted.logSum + logSum)),
      slope: weight * (mean - moment),
    };
  };
  // Where the interval would end if the loss were a parabola.
  const reach = Math.min(limit, Math.sqrt((2 * critical) / weight / fitted.variance));
  const bound = (side: -1 | 1): number =>
    rootOf(
      (slope) => {
        const lost = loss(slope);
        return { value: side * (lost.value - critical), slope: side * lost.slope };
      },
      {
        from: side < 0 ? -2 * limit : best,
        to: side < 0 ? best : 2 * limit,
        start: best + side * reach,
        scale: 1,
      },
    );
  const [low, high] = [isAllFirst ? -Infinity : bound(-1), isAllLast ? Infinity : bound(1)];
  const p = chiSquareTail(loss(0).value, 1);
  return {
    total,
    ratio: isAllFirst ? 0 : isAllLast ? Infinity : Math.exp(best / span),
    interval: { low: Math.exp(low / span), high: Math.exp(high / span) },
    p,
    dispersion,
    isFinding: p < significance,
  };
}

interface Point {
  readonly count: number;
  /** The logarithm of the exposure. */
  readonly log: number;
  /** The place, from 0 to 1. */
  readonly at: number;
}

/** How the incidents would be distributed over the points. */
interface Model {
  readonly slope: number;
  /** The mean of their places. */
  readonly mean: number;
  readonly variance: number;
  /** The logarithm of the sum of the weights. */
  readonly logSum: number;
}

function modelAt(points: readonly Point[], slope: number): Model {
  let most = -Infinity;
  for (const { log, at } of points) {
    most = Math.max(most, log + slope * at);
  }
  let [sum, first, second] = [0, 0, 0];
  for (const { log, at } of points) {
    const weight = Math.exp(log + slope * at - most);
    sum += weight;
    first += weight * at;
    second += weight * at * at;
  }
  const mean = first / sum;
  return { slope, mean, variance: Math.max(0, second / sum - mean * mean), logSum: Math.log(sum) + most };
}

function dispersionOf(points: readonly Point[], { slope, logSum }: Model, total: number): number {
  let statistic = 0;
  for (const { count, log, at } of points) {
    const expected = total * Math.exp(log + slope * at - logSum);
    // Where hardly anything is expected the statistic says nothing of the scatter, and could grow without limit.
    statistic += expected < 1e-9 ? 0 : (count - expected) ** 2 / expected;
  }
  return Math.max(1, statistic / (points.length - 2));
}
