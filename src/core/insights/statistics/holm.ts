/** A p-value below this is a finding. */
export const significance = 0.05;

/**
 * Returns the p-values, in the given order, adjusted for being several looks at once by Holm's method (Scandinavian Journal of Statistics 6, 1979):
 * if none of the effects is real, the chance that any is below 0.05 is at most 0.05, however the looks depend on each other.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1);
  let largest = 0;
  const order = ps.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  for (const [rank, { p, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
