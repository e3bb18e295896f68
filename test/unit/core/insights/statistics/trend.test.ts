import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pText, trendText } from '../../../../../src/core/insights/statistics/text.ts';
import { trend, type Trend } from '../../../../../src/core/insights/statistics/trend.ts';
import { percentage, teams } from './simulated.ts';

function assertBetween(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);
}

function known(found: Trend | undefined): Trend {
  assert.ok(found !== undefined);
  return found;
}

function even(periods: number): number[] {
  return Array.from({ length: periods }, () => 30);
}

/** A series whose rate is multiplied by the ratio from period to period. */
function weights(periods: number, ratio: number): number[] {
  return Array.from({ length: periods }, (_, index) => ratio ** index);
}

describe('a trend', () => {
  it('has the slope of the Poisson regression of AIDS cases in Belgium (S. N. Wood, Generalized Additive Models)', () => {
    const cases = [12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240];
    const { total, ratio, interval, dispersion, p, isFinding } = known(trend(cases, even(cases.length)));
    assert.equal(total, 1622);
    assertBetween(Math.log(ratio), 0.202_120_5, 0.202_121_5);
    // Computed with SciPy 1.17.1: roots of the profile likelihood divided by the dispersion.
    assertBetween(interval.low, 1.177_343_476_1, 1.177_343_476_2);
    assertBetween(interval.high, 1.274_389_283_8, 1.274_389_283_9);
    assertBetween(dispersion, 6.747_393_22, 6.747_393_23);
    assert.ok(p < 1e-26 && isFinding);
  });

  it("is the exact test of two rates for two periods, as in R's poisson.test", () => {
    const { ratio, interval, p } = known(trend([21, 11], [3011, 800]));
    assertBetween(ratio, 1.971487, 1.971489);
    assertBetween(interval.low, 0.8584263, 0.8584265);
    assertBetween(interval.high, 4.277265, 4.277267);
    assertBetween(p, 0.112_017_318, 0.112_017_32);
    // Two periods apart, each step is the root.
    assertBetween(known(trend([21, 7, 11], [3011, 0, 800])).ratio, Math.sqrt(1.971487), Math.sqrt(1.971489));
    // All five in one half: twice 1/32.
    assertBetween(known(trend([5, 0], [1, 1])).p, 0.062_499_999, 0.062_500_001);
  });

  it('is found without one in at most 6.5 % of the teams', () => {
    for (const periods of [2, 4, 12]) {
      for (const total of [5, 10, 40, 300]) {
        const results = teams(1000, total, weights(periods, 1), 4).map((counts) => trend(counts, even(periods)));
        assertBetween(
          percentage(results, (found) => found?.isFinding === true),
          0,
          6.5,
        );
      }
    }
  }).timeout(30_000);

  it('has intervals that cover the truth in 93 to 98 % of the teams', () => {
    for (const ratio of [1, 0.9, 1.05]) {
      for (const total of [40, 300]) {
        const results = teams(1000, total, weights(12, ratio), 5).map((counts) => known(trend(counts, even(12))));
        assertBetween(
          percentage(results, ({ interval }) => interval.low <= ratio && ratio <= interval.high),
          93,
          98,
        );
      }
    }
  }).timeout(30_000);

  it('is not made of incidents that come in heaps', () => {
    // Each incident counts three times.
    const results = teams(1000, 60, weights(12, 1), 6).map((counts) =>
      trend(
        counts.map((count) => count * 3),
        even(12),
      ),
    );
    assertBetween(
      percentage(results, (found) => found?.isFinding === true),
      0,
      10,
    );
  }).timeout(30_000);

  it('is nothing to tell of few incidents or one period', () => {
    assert.equal(trend([], []), undefined);
    assert.equal(trend([50], [30]), undefined);
    assert.equal(trend([2, 1, 1], [30, 30, 30]), undefined);
    assert.equal(trend([50, 40, 30], [30, 0, 0]), undefined);
  });

  it('is found in very long series, and among very unequal periods, in bounded time', () => {
    const days = Array.from({ length: 200_000 }, (_, day) => (day >= 199_998 ? 40 : 0));
    assert.ok(
      known(
        trend(
          days,
          days.map(() => 1),
        ),
      ).ratio > 1,
    );
    const { ratio, interval, dispersion } = known(trend([5e8, 1, 4e8], [5e-324, 1e308, 1e308]));
    assert.ok([ratio, interval.low, interval.high, dispersion].every((value) => !Number.isNaN(value)));
    assert.ok(known(trend([1, 1, 9e8], [1, 1e12, 1.1])).isFinding);
  }).timeout(20_000);

  it('has open ends if all incidents are in the first or last period', () => {
    const { ratio, interval } = known(trend([0, 0, 0, 0, 9], even(5)));
    assert.deepEqual([ratio, interval.high], [Infinity, Infinity]);
    assert.ok(interval.low > 1);
    assert.deepEqual([known(trend([9, 0, 0], even(3))).ratio, known(trend([9, 0, 0], even(3))).interval.low], [0, 0]);
  });

  const counts = fc.oneof(fc.nat(30), fc.constant(0), fc.nat(15_000_000));
  const times = fc.oneof(fc.nat(31), fc.constant(0), fc.double({ min: 0, max: 99, noNaN: true }));
  const series = fc.array(fc.tuple(counts, times), { maxLength: 60 });

  it('has no NaN for any series, and is turned round with it', () => {
    fc.assert(
      fc.property(series, (series) => {
        const [there, back] = [series, series.toReversed()].map((cells) =>
          trend(
            cells.map(([count]) => count),
            cells.map(([, time]) => time),
          ),
        );
        assert.equal(there === undefined, back === undefined);
        if (there !== undefined && back !== undefined) {
          assertBetween(there.p, 0, 1);
          assertBetween(there.ratio, there.interval.low * (1 - 1e-9), there.interval.high * (1 + 1e-9));
          assert.ok(there.dispersion >= 1);
          assert.ok(Math.abs(there.p - back.p) < 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);
});

describe('the text of a trend', () => {
  it('says the change per period, or how little is known', () => {
    assert.equal(
      trendText(trend([20, 18, 15, 17, 12, 9, 11, 8], even(8)), 'month'),
      'Each month: 0.88 times the one before (95 % interval 0.81–0.96, n = 110)',
    );
    assert.equal(
      trendText(trend([5, 0, 5, 4, 6], even(5)), 'month').replace(/p = [\d.]+/, 'p'),
      'No evidence of a trend yet (n = 20, p)',
    );
    assert.equal(trendText(undefined, 'month'), 'No evidence of a trend yet');
  });

  it('never rounds a p-value across the limit', () => {
    assert.deepEqual(
      [0.41, 0.0499, 0.04999, 0.05, 0.0501, 0.003, 0.000_01, 1].map((p) => pText(p)),
      ['p = 0.41', 'p < 0.05', 'p < 0.05', 'p = 0.050', 'p = 0.050', 'p = 0.003', 'p < 0.001', 'p = 1.00'],
    );
  });
});
