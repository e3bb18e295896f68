import { rootOf } from './root.ts';

/**
 * The incomplete beta function for whole parameters, which is all that exact binomial intervals need. Written here because the libraries that
 * have it are large for one function, or wrong in the second digit for large parameters.
 */

/** Enough for parameters up to the limit of `counted`: the steps grow with the root of the larger parameter. */
const mostSteps = 1_000_000;

const precision = 1e-15;

/**
 * Returns the regularized incomplete beta function I_x(a, b), from 0 to 1, for whole numbers a and b of at least 1 and any x (below 0 counts as 0,
 * above 1 as 1). The continued fraction is 8.17.22 of the NIST Digital Library of Mathematical Functions (DLMF), evaluated by Lentz's method as
 * modified by Thompson and Barnett (J. Comput. Phys. 64, 1986).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) {
    return x <= 0 ? 0 : 1;
  }
  // The fraction converges fast below the mean; the reflection (DLMF 8.17.4) brings everything there.
  return x > (a + 1) / (a + b + 2) ? 1 - belowMean(1 - x, b, a) : belowMean(x, a, b);
}

function belowMean(x: number, a: number, b: number): number {
  return Math.min(1, ((binomialMass(a, b, x) * b) / (a + b)) * continuedFraction(x, a, b));
}

function continuedFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let m = 1; m <= mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / notZero(1 + even * denominator);
    numerator = notZero(1 + even / numerator);
    value *= denominator * numerator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / notZero(1 + odd * denominator);
    numerator = notZero(1 + odd / numerator);
    const step = denominator * numerator;
    value *= step;
    if (Math.abs(step - 1) < precision) {
      break;
    }
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** Returns the x with I_x(a, b) = p, for p between 0 and 1: the quantile of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  return rootOf(
    (x) => ({
      value: incompleteBeta(x, a, b) - p,
      slope: (binomialMass(a, b, x) * a * b) / ((a + b) * x * (1 - x)),
    }),
    { from: 0, to: 1, start: a / (a + b), scale: 0 },
  );
}

/**
 * Returns the chance of exactly a successes and b failures, each at least 1, when each try succeeds with probability x. By Loader's saddle-point
 * form (C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000), which loses no digits for large counts.
 */
function binomialMass(a: number, b: number, x: number): number {
  const n = a + b;
  const log = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * (1 - x));
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** What Stirling's formula lacks of log n! (DLMF 5.11.1). */
function stirlingError(n: number): number {
  if (n > 15) {
    const square = n * n;
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
  }
  let factorial = 1;
  for (let k = 2; k <= n; k += 1) {
    factorial *= k;
  }
  return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
}

/** Returns count·log(count / mean) + mean − count, by its series where the terms would cancel. */
function deviance(count: number, mean: number): number {
  if (Math.abs(count - mean) >= 0.1 * (count + mean)) {
    return count * Math.log(count / mean) + mean - count;
  }
  const v = (count - mean) / (count + mean);
  let sum = (count - mean) * v;
  let term = 2 * count * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) {
      return sum;
    }
    sum = next;
  }
}
