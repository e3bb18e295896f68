import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { atLeast, oddsInterval, type Interval } from './binomial.ts';
import { counted, sumOf, type Counted } from './counted.ts';
import { goodnessOfFit, type GoodnessOfFit } from './goodness-of-fit.ts';
import { holm, significance } from './holm.ts';

/** One number for each day of the week, from Monday to Sunday. */
export type PerWeekday = readonly [number, number, number, number, number, number, number];

/** How one weekday compares with the others. */
export interface WeekdayRate {
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  readonly count: number;
  /** Its incidents per day as a multiple of those of the other days; infinite if they have none. */
  readonly ratio: number;
  /** The 95 % interval of the ratio, for this day alone. */
  readonly interval: Interval;
  /** The chance of at least as many incidents on this day if it were like the others. */
  readonly p: number;
  /** The same, adjusted for looking at several days. */
  readonly adjusted: number;
}

/** Whether a weekday is worse than the others. */
export interface WeekdayTest {
  /** The incidents that were compared. */
  readonly total: number;
  /** Whether only some days were compared. */
  readonly isPartial: boolean;
  /** Whether the days differ at all. */
  readonly overall: GoodnessOfFit;
  /** The days compared, in the order of the week. A day without exposure is not among them, and none is without incidents or other days. */
  readonly days: readonly WeekdayRate[];
  /** The days that are worse beyond doubt, the clearest first: `overall.p` and their `adjusted` are both below 0.05. */
  readonly findings: readonly WeekdayRate[];
}

/** What `weekdayTest` may be told. */
export interface WeekdayOptions {
  /** The weekdays to compare with each other, 0 for Monday; all seven if missing. */
  readonly among?: readonly number[];
  /** Chooses the random draws for small numbers, a whole number. The same seed gives the same answer; there is one if missing. */
  readonly seed?: number;
}

/** Monday to Friday. */
export const workingDays: readonly number[] = [0, 1, 2, 3, 4];

/**
 * Tells whether a weekday is worse than the others. Given their total, the incidents of a day are binomial if they come independently, so each day
 * has the exact conditional test of two Poisson rates, and the interval of their ratio, from the binomial distribution (J. Przyborowski and H.
 * Wilenski, Biometrika 31, 1940; interval by Clopper and Pearson).
 *
 * The test of a day is one-sided. The question is which day is worse; a quiet day is nothing to act on, and to look for it too would cost evidence.
 * The p-values are adjusted for the number of days by Holm's method. A finding needs the overall test as well.
 *
 * Incidents with one cause are not independent, and make p too small: count them as one. Where each is counted twice, a quarter of simulated teams
 * without an effect get a finding. With enough incidents a quiet weekend makes every working day worse than the others; compare the working days
 * among themselves.
 *
 * @param counts incidents on each weekday.
 * @param exposure how many of each weekday the period has. Days without any, and their incidents, are left out.
 * @throws RangeError for what are no counts and no exposures; see `counted`.
 */
export function weekdayTest(
  counts: PerWeekday,
  exposure: PerWeekday,
  { among = [0, 1, 2, 3, 4, 5, 6], seed = 1 }: WeekdayOptions = {},
): WeekdayTest {
  const cells = counted(counts, exposure).filter(({ index }) => among.includes(index));
  const total = sumOf(cells.map(({ count }) => count));
  const generator = xoroshiro128plus(seed);
  const overall = goodnessOfFit(cells, () => uniformFloat64(generator));
  const days = overall.method === 'none' ? [] : ratesOf(cells, total);
  return {
    total,
    isPartial: new Set(among).size < counts.length,
    overall,
    days,
    findings: days
      .filter(({ adjusted }) => adjusted < significance && overall.p < significance)
      .toSorted((a, b) => a.p - b.p),
  };
}

function ratesOf(cells: readonly Counted[], total: number): WeekdayRate[] {
  const time = sumOf(cells.map(({ exposure }) => exposure));
  const ps = cells.map(({ count, exposure }) => atLeast(count, total, exposure / time));
  const adjusted = holm(ps);
  return cells.map(({ index, count, exposure }, place) => {
    const others = (time - exposure) / exposure;
    const { low, high } = oddsInterval(count, total);
    return {
      weekday: index,
      count,
      ratio: (count / (total - count)) * others,
      interval: { low: low * others, high: high * others },
      p: ps[place] ?? 1,
      adjusted: adjusted[place] ?? 1,
    };
  });
}
