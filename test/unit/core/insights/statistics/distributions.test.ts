import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atLeast, oddsInterval } from '../../../../../src/core/insights/statistics/binomial.ts';
import { chiSquareTail } from '../../../../../src/core/insights/statistics/chi-square.ts';
import { goodnessOfFit } from '../../../../../src/core/insights/statistics/goodness-of-fit.ts';
import { holm } from '../../../../../src/core/insights/statistics/holm.ts';
import { betaQuantile, incompleteBeta } from '../../../../../src/core/insights/statistics/incomplete-beta.ts';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

function assertNear(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual}, expected ${expected}`);
}

function seeded(): () => number {
  const generator = xoroshiro128plus(5);
  return () => uniformFloat64(generator);
}

function cells(counts: readonly number[], exposure: readonly number[]) {
  return counts.map((count, index) => ({ index, count, exposure: exposure[index] ?? 0 }));
}

describe('the incomplete beta function', () => {
  it('has the values and quantiles of SciPy 1.17.1 (scipy.stats.beta)', () => {
    for (const [p, a, b, quantile, below] of [
      [0.025, 1, 10, 0.002_528_578_544_461_784_8, 0.614_418_154_506_534_3],
      [0.025, 30, 270, 0.068_724_315_599_374_04, 0.520_256_621_495_414_6],
      [0.975, 31, 270, 0.139_673_307_355_102_28, undefined],
      [0.025, 1000, 5000, 0.157_343_579_225_151_63, 0.501_689_234_815_395_3],
      [1e-4, 3, 1e6, 8.617_596_512_851_852e-8, 0.576_742_366_807_351_6],
      [0.025, 1e6, 6e6, 0.142_598_014_680_763_58, 0.457_093_763_506_944_25],
      [0.025, 142_857_143, 857_142_857, 0.142_835_455_368_352_9, 0.098_350_313_785_133_63],
    ] as const) {
      assertNear(betaQuantile(p, a, b), quantile);
      if (below !== undefined) {
        assertNear(incompleteBeta((a / (a + b)) * 0.9999, a, b), below);
      }
    }
  });

  it('is the sum of binomial chances', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, chance) => {
        let mass = (1 - chance) ** n;
        let tail = 1;
        for (let count = 0; count <= n; count += 1) {
          assert.ok(Math.abs(atLeast(count, n, chance) - tail) < 1e-12);
          tail -= mass;
          mass *= ((n - count) / (count + 1)) * (chance / (1 - chance));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the interval by Clopper and Pearson', () => {
  it("is that of R's binom.test(682, 925), an example of its documentation", () => {
    const { low, high } = oddsInterval(682, 925);
    assertNear(low / (1 + low), 0.7076683, 1e-6);
    assertNear(high / (1 + high), 0.7654066, 1e-6);
  });

  it('reaches the ends', () => {
    // The upper bound without a success is 1 − 0.025^(1/n).
    assert.equal(oddsInterval(0, 10).low, 0);
    assertNear(oddsInterval(0, 10).high, 1 / 0.025 ** 0.1 - 1);
    assert.equal(oddsInterval(10, 10).high, Infinity);
    assert.deepEqual(oddsInterval(0, 0), { low: 0, high: Infinity });
  });
});

describe('the chi-square distribution', () => {
  it('has the critical values of the NIST/SEMATECH e-Handbook, 1.3.6.7.4', () => {
    for (const [degrees, five, tenth] of [
      [1, 3.841, 10.828],
      [2, 5.991, 13.816],
      [3, 7.815, 16.266],
      [4, 9.488, 18.467],
      [5, 11.07, 20.515],
      [6, 12.592, 22.458],
    ] as const) {
      assertNear(chiSquareTail(five, degrees), 0.05, 1e-3);
      assertNear(chiSquareTail(tenth, degrees), 0.001, 1e-3);
    }
  });

  it('has the values of SciPy 1.17.1 (scipy.stats.chi2.sf)', () => {
    for (const [statistic, degrees, tail] of [
      [0.001, 1, 0.974_772_879_369_960_4],
      [7.9, 1, 0.004_943_479_736_228_239],
      [8.1, 1, 0.004_426_525_857_919_834],
      [30, 3, 1.380_057_031_293_255_3e-6],
      [200, 6, 1.897_610_755_368_223_6e-40],
      [0.5, 5, 0.992_123_293_232_629_6],
    ] as const) {
      assertNear(chiSquareTail(statistic, degrees), tail);
    }
    assert.equal(chiSquareTail(0, 6), 1);
    assert.equal(chiSquareTail(1e12, 6), 0);
  });
});

describe('the goodness of fit', () => {
  const counts = [89, 37, 30, 28, 2];

  it("is that of R's chisq.test for an example of its documentation", () => {
    const fit = goodnessOfFit(cells(counts, [40, 20, 20, 15, 5]), seeded());
    assert.equal(fit.method, 'chi-square');
    assertNear(fit.statistic, 9.9901, 1e-5);
    assertNear(fit.p, 0.04059, 1e-3);
  });

  it('is drawn if less than five are expected, near the exact multinomial test', () => {
    assertNear(goodnessOfFit(cells(counts, [0.4, 0.2, 0.2, 0.19, 0.01]), seeded()).statistic, 5.7947, 1e-5);
    for (const [small, exposure, exact] of [
      [[1, 0, 2, 1, 5, 0, 1], [1, 1, 1, 1, 1, 1, 1], 0.058_888_589_6],
      [[5, 1, 2, 1, 3], [1, 1, 1, 1, 1], 0.375_334_604_8],
      [[3, 0, 1, 4], [0.4, 0.3, 0.2, 0.1], 0.002_952_36],
    ] as const) {
      const { p, method } = goodnessOfFit(cells(small, exposure), seeded());
      assert.equal(method, 'monte-carlo');
      // Four standard errors.
      assert.ok(Math.abs(p - exact) < 4 * Math.sqrt((exact * (1 - exact)) / 1999) + 1 / 2000, `${p}, exact ${exact}`);
    }
  });

  it('has nothing to say of nothing', () => {
    assert.deepEqual(goodnessOfFit([], seeded()), { p: 1, statistic: 0, method: 'none' });
    assert.equal(goodnessOfFit(cells([0, 0], [1, 1]), seeded()).method, 'none');
    assert.equal(goodnessOfFit(cells([7], [1]), seeded()).p, 1);
  });
});

describe("Holm's adjustment", () => {
  it('multiplies by the looks that are left, and never puts a larger p before a smaller', () => {
    assert.deepEqual(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);
    assert.deepEqual(holm([0.5, 0.5]), [1, 1]);
    assert.deepEqual(holm([]), []);
  });
});
