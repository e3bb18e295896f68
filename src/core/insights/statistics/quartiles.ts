/** The middle of some values, and the middles of its halves. */
export interface Quartiles {
  /** How many values there are. */
  readonly n: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/**
 * Returns the median and quartiles of values in any order; undefined if there are none. Between two values it interpolates as definition 7 of R. J.
 * Hyndman and Y. Fan (The American Statistician 50, 1996) does, which is that of R and of spreadsheets.
 *
 * @throws RangeError for a value that is no finite number.
 */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  if (!values.every((value) => Number.isFinite(value))) {
    throw new RangeError('Quartiles are of finite numbers.');
  }
  if (values.length === 0) {
    return undefined;
  }
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const [below, part] = [Math.floor(place), place % 1];
    const low = sorted[below] ?? 0;
    // Not low + (high − low) · part, which overflows for values far apart.
    return part === 0 ? low : low * (1 - part) + (sorted[below + 1] ?? low) * part;
  };
  return { n: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
