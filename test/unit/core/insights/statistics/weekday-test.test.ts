import assert from 'node:assert/strict';
import fc from 'fast-check';
import { weekdayTexts } from '../../../../../src/core/insights/statistics/text.ts';
import {
  weekdayTest,
  workingDays,
  type PerWeekday,
  type WeekdayTest,
} from '../../../../../src/core/insights/statistics/weekday-test.ts';
import { percentage, teams } from './simulated.ts';

const year: PerWeekday = [52, 52, 52, 52, 52, 52, 52];
const friday = 4;

const among = { all: undefined, working: workingDays };

function tested(counts: readonly number[], days: readonly number[] | undefined, exposure = year): WeekdayTest {
  return weekdayTest(counts as unknown as PerWeekday, exposure, days === undefined ? {} : { among: days });
}

function assertBetween(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);
}

describe('a test of weekdays', () => {
  it("has the ratio and interval of R's poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)), an example of its documentation", () => {
    const { days } = weekdayTest([11, 21, 0, 0, 0, 0, 0], [800, 3011, 0, 0, 0, 0, 0]);
    const [first] = days;
    assert.equal(days.length, 2);
    assertBetween(first?.ratio ?? 0, 1.971487, 1.971489);
    assertBetween(first?.interval.low ?? 0, 0.8584263, 0.8584265);
    assertBetween(first?.interval.high ?? 0, 4.277265, 4.277267);
    // scipy.stats.binomtest(11, 32, 800 / 3811, 'greater')
    assertBetween(first?.p ?? 0, 0.056_008_659, 0.056_008_66);
  });

  it('finds Fridays of twice the rate with 300 incidents in nearly all teams', () => {
    for (const [days, weights] of [
      [among.all, [1, 1, 1, 1, 2, 1, 1]],
      [among.working, [1, 1, 1, 1, 2, 0, 0]],
    ] as const) {
      const results = teams(1000, 300, weights, 1).map((counts) => tested(counts, days));
      assertBetween(
        percentage(results, ({ findings }) => findings[0]?.weekday === friday),
        90,
        100,
      );
    }
  });

  for (const total of [10, 40, 300, 1000]) {
    it(`finds something without effect in at most 6.5 % of the teams with ${total} incidents`, () => {
      for (const [days, weights] of [
        [among.all, [1, 1, 1, 1, 1, 1, 1]],
        [among.working, [1, 1, 1, 1, 1, 0, 0]],
        // Quiet weekends are no effect among working days.
        [among.working, [1, 1, 1, 1, 1, 0.2, 0.2]],
      ] as const) {
        const results = teams(1000, total, weights, 2).map((counts) => tested(counts, days));
        assertBetween(
          percentage(results, ({ findings }) => findings.length > 0),
          0,
          6.5,
        );
      }
    }).timeout(20_000);
  }

  it('has intervals that cover the true ratio in 93 to 98 % of the teams', () => {
    for (const total of [100, 300, 1000]) {
      for (const truth of [1, 2]) {
        const results = teams(1000, total, [1, 1, 1, 1, truth, 1, 1], 3).map((counts) => tested(counts, among.all));
        const covering = percentage(results, ({ days }) => {
          const { low = 0, high = 0 } = days[friday]?.interval ?? {};
          return low <= truth && truth <= high;
        });
        assertBetween(covering, 93, 98);
      }
    }
  }).timeout(20_000);

  it('takes account of how often each day was', () => {
    const exposure: PerWeekday = [10, 10, 10, 10, 40, 10, 10];
    assert.deepEqual(tested([20, 20, 20, 20, 80, 20, 20], among.all, exposure).findings, []);
    assert.equal(tested([20, 20, 20, 20, 80, 20, 20], among.all).findings[0]?.weekday, friday);
  });

  it('finds nothing without both tests', () => {
    // Five days are each like the others; only the weekend is quiet.
    const quiet = tested([30, 32, 28, 26, 33, 9, 7], among.all);
    assert.ok(quiet.overall.p < 0.001);
    assert.deepEqual(quiet.findings, []);
  });

  const counts = fc.tuple(
    ...Array.from({ length: 7 }, () => fc.oneof(fc.nat(60), fc.constant(0), fc.nat(140_000_000))),
  );
  const times = fc.tuple(
    ...Array.from({ length: 7 }, () =>
      fc.oneof(fc.nat(60), fc.constant(0), fc.double({ min: 0, max: 99, noNaN: true }), fc.constantFrom(5e-324, 1e308)),
    ),
  );

  it('gives no NaN, and probabilities, for any counts and exposures', () => {
    fc.assert(
      fc.property(counts, times, (counts, times) => {
        const { overall, days } = tested(counts, among.all, times as unknown as PerWeekday);
        assertBetween(overall.p, 0, 1);
        for (const { count, ratio, interval, p, adjusted } of days) {
          assertBetween(p, 0, 1);
          assertBetween(adjusted, p, 1);
          assert.ok(count >= 0 && interval.low >= 0);
          assertBetween(ratio, interval.low, interval.high);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);

  it('says the same of each day whatever day of the week it is', () => {
    const cell = fc.tuple(fc.nat(20), fc.oneof(fc.nat(60), fc.double({ min: 0.1, max: 9, noNaN: true })));
    const week = fc.array(cell, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (week, order) => {
        const shuffled = order.map((day) => week[day] ?? ([0, 0] as const));
        const [before, after] = [week, shuffled].map((cells) =>
          tested(
            cells.map(([count]) => count),
            among.all,
            cells.map(([, time]) => time) as unknown as PerWeekday,
          ),
        );
        assert.deepEqual(after?.overall, before?.overall);
        assert.deepEqual(
          after?.days
            .map((day) => ({ ...day, weekday: order[day.weekday] }))
            .toSorted((a, b) => a.weekday! - b.weekday!),
          before?.days,
        );
      }),
      { numRuns: 50 },
    );
  }).timeout(20_000);

  it('refuses what is no count and no exposure', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Infinity, 2e9]) {
      assert.throws(() => weekdayTest([wrong, 0, 0, 0, 0, 0, 0], year), RangeError);
    }
    for (const wrong of [-1, Number.NaN, Infinity]) {
      assert.throws(() => weekdayTest([0, 0, 0, 0, 0, 0, 0], [wrong, 1, 1, 1, 1, 1, 1]), RangeError);
    }
  });
});

describe('the text of a test of weekdays', () => {
  it('has a sentence for each finding', () => {
    const counts = [30, 30, 30, 30, 62, 15, 15];
    assert.deepEqual(weekdayTexts(tested(counts, among.all)), [
      'Fridays: 2.5 times the other days (95 % interval 1.8–3.4, n = 212)',
    ]);
    assert.deepEqual(weekdayTexts(tested(counts, among.working)), [
      'Fridays: 2.1 times the other days compared (95 % interval 1.5–2.8, n = 182)',
    ]);
    assert.deepEqual(weekdayTexts(tested([0, 0, 0, 0, 9, 0, 0], among.all)), [
      'Fridays: at least 11.8 times the other days (95 % interval 11.8–∞, n = 9)',
    ]);
  });

  it('says how little is known without one', () => {
    assert.deepEqual(weekdayTexts(tested([5, 6, 4, 5, 8, 5, 4], among.all)), ['No evidence yet (n = 37, p = 0.90)']);
    assert.deepEqual(weekdayTexts(tested([0, 0, 0, 0, 0, 0, 0], among.all)), ['No evidence yet (n = 0)']);
    assert.deepEqual(weekdayTexts(tested([30, 32, 28, 26, 33, 9, 7], among.all)), [
      'Uneven, but no day stands out (n = 165, p < 0.001)',
    ]);
  });
});
