/**
 * Returns the chance that a chi-square variable with this many degrees of freedom (a whole number from 1 to 100) is at least `statistic` (from 0
 * on): the upper incomplete gamma function Q(degrees / 2, statistic / 2), by its recurrence 8.8.6 in the NIST Digital Library of Mathematical
 * Functions, from Q(1, x) = exp(−x) for even degrees and from Q(½, x) = erfc(√x) for odd ones.
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  const x = statistic / 2;
  if (x <= 0) {
    return 1;
  }
  const isEven = degrees % 2 === 0;
  let tail = isEven ? Math.exp(-x) : erfc(Math.sqrt(x));
  let term = isEven ? x * Math.exp(-x) : 2 * Math.sqrt(x / Math.PI) * Math.exp(-x);
  for (let a = isEven ? 1 : 0.5; a < degrees / 2; a += 1) {
    tail += term;
    term *= x / (a + 1);
  }
  return Math.min(1, tail);
}

/** The complementary error function for z > 0: DLMF 7.6.2 near zero, the continued fraction 7.9.1 from there on. */
function erfc(z: number): number {
  const scale = Math.exp(-z * z) / Math.sqrt(Math.PI);
  if (z < 2) {
    let term = 2 * z;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * z * z) / (2 * n + 1);
      sum += term;
    }
    return 1 - scale * sum;
  }
  let fraction = z;
  for (let k = 120; k >= 1; k -= 1) {
    fraction = z + k / 2 / fraction;
  }
  return scale / fraction;
}
