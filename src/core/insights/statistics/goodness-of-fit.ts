import { chiSquareTail } from './chi-square.ts';
import { sumOf, type Counted } from './counted.ts';

/** How well counts fit to what their exposures let expect. */
export interface GoodnessOfFit {
  /** The chance of counts at least as uneven if all rates were the same. 1 if there is nothing to compare. */
  readonly p: number;
  /** Pearson's chi-square statistic. */
  readonly statistic: number;
  /** Where p is from: the chi-square distribution, random draws, or nowhere for want of counts. */
  readonly method: 'chi-square' | 'monte-carlo' | 'none';
}

/** With this many, a p-value of 0.05 has a standard error of 0.005. */
const draws = 1999;

/** Draws of more incidents would take noticeable time. No calendar has this many and a day on which fewer than five are expected. */
const mostDrawn = 5000;

/**
 * Tests whether several counts have the same rate: Pearson's chi-square test (Philosophical Magazine 50, 1900). If five or more are expected in
 * each cell, p is from the chi-square distribution (the usual rule; W. G. Cochran, Biometrics 10, 1954, allows less), else from the statistics of
 * 1,999 random distributions of the same total, as p = (1 + as large) / (1 + all) (A. C. A. Hope, J. R. Statist. Soc. B 30, 1968). Beyond 5,000
 * incidents it is always the former.
 *
 * @param cells counts with an exposure above 0, in any order: the answer is the same.
 * @param random returns numbers from 0 to below 1.
 */
export function goodnessOfFit(cells: readonly Counted[], random: () => number): GoodnessOfFit {
  const total = sumOf(cells.map(({ count }) => count));
  if (total === 0 || cells.length < 2) {
    return { p: 1, statistic: 0, method: 'none' };
  }
  const sorted = cells.toSorted((a, b) => b.exposure - a.exposure || b.count - a.count);
  const exposure = sumOf(cells.map((cell) => cell.exposure));
  const expected = sorted.map((cell) => (total * cell.exposure) / exposure);
  const statistic = statisticOf(
    sorted.map(({ count }) => count),
    expected,
  );
  if (expected.every((count) => count >= 5) || total > mostDrawn) {
    return { p: chiSquareTail(statistic, cells.length - 1), statistic, method: 'chi-square' };
  }
  // Statistics that are equal may differ in their last digits.
  const least = statistic * (1 - 1e-12);
  const limits = expected.map((_, cell) => sumOf(expected.slice(0, cell + 1)) / total);
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    asLarge += statisticOf(drawn(total, limits, random), expected) >= least ? 1 : 0;
  }
  return { p: (1 + asLarge) / (1 + draws), statistic, method: 'monte-carlo' };
}

function statisticOf(counts: readonly number[], expected: readonly number[]): number {
  let sum = 0;
  for (let cell = 0; cell < expected.length; cell += 1) {
    const mean = expected[cell] ?? 0;
    sum += ((counts[cell] ?? 0) - mean) ** 2 / mean;
  }
  return sum;
}

/** Returns a random distribution of incidents over cells; limits are the shares of each cell and those before it together. */
function drawn(total: number, limits: readonly number[], random: () => number): number[] {
  const counts = limits.map(() => 0);
  for (let incident = 0; incident < total; incident += 1) {
    const place = random();
    let cell = 0;
    while (cell < limits.length - 1 && place >= (limits[cell] ?? 1)) {
      cell += 1;
    }
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
