/**
 * Returns the position of the first item of an ordered list for which a condition holds; the length of the list where it holds for none. The
 * condition holds for all items after the first for which it does. Looks at as few as can be (binary search).
 * @param holds is asked with positions from 0 to `length - 1`.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
