/** How many incidents, and in how long a time: in days, or in any other unit that is the same for all. */
export interface Counted {
  /** Its place in the list that was given, 0-based. */
  readonly index: number;
  readonly count: number;
  readonly exposure: number;
}

/** Beyond this many incidents the exact methods would take noticeable time. */
const mostIncidents = 1e9;

/**
 * Returns counts with their exposures, without those that have no exposure: an incident in no time has no rate.
 *
 * @throws RangeError for lists of different lengths, counts that are no whole numbers from 0 on, exposures that are no finite numbers from 0 on,
 * and more than 10⁹ incidents.
 */
export function counted(counts: readonly number[], exposure: readonly number[]): Counted[] {
  if (
    counts.length !== exposure.length ||
    !counts.every((count) => Number.isSafeInteger(count) && count >= 0) ||
    !exposure.every((time) => Number.isFinite(time) && time >= 0) ||
    sumOf(counts) > mostIncidents
  ) {
    throw new RangeError('Counts are whole numbers, each with its exposure, and at most 1,000,000,000 in all.');
  }
  // Not as arguments of `Math.max`, which could be too many.
  const most = exposure.reduce((most, time) => Math.max(most, time), 0);
  return counts.flatMap((count, index) => {
    // As shares of the largest, so that sums stay finite. What is so small beside it that its share is gone has no exposure.
    const share = most === 0 ? 0 : (exposure[index] ?? 0) / most;
    return share < 1e-12 ? [] : [{ index, count, exposure: share }];
  });
}

/** Returns the sum, which is the same for any order of the numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b).reduce((sum, number) => sum + number, 0);
}
