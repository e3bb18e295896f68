/** A function at a place, and how steeply it rises there. */
export interface Rising {
  readonly value: number;
  readonly slope: number;
}

/**
 * Returns where a function that does not fall crosses zero, between two bounds; near a bound if it does not cross. Newton's method from a start
 * between them; a step that would leave the bounds, which close in, halves their distance instead.
 *
 * @param scale sizes below this need not be told apart to more than 14 digits of it; 0 for 14 digits of the place itself.
 */
export function rootOf(
  at: (x: number) => Rising,
  {
    from,
    to,
    start,
    scale,
  }: { readonly from: number; readonly to: number; readonly start: number; readonly scale: number },
): number {
  let [low, high, x] = [from, to, start];
  for (let turn = 0; turn < 200; turn += 1) {
    const { value, slope } = at(x);
    if (value > 0) {
      high = x;
    } else {
      low = x;
    }
    const newton = x - value / slope;
    // At a bound too: a step of no length means that this is the place.
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    const change = Math.abs(next - x);
    x = next;
    if (change <= 1e-14 * Math.max(scale, Math.abs(x))) {
      break;
    }
  }
  return x;
}
