import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quartiles } from '../../../../../src/core/insights/statistics/quartiles.ts';

describe('quartiles', () => {
  it("are those of R's quantile, type 7", () => {
    assert.deepEqual(quartiles([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), { n: 10, lower: 3.25, median: 5.5, upper: 7.75 });
    assert.deepEqual(quartiles([4]), { n: 1, lower: 4, median: 4, upper: 4 });
    assert.deepEqual(quartiles([1, 2]), { n: 2, lower: 1.25, median: 1.5, upper: 1.75 });
    assert.equal(quartiles([]), undefined);
  });

  it('are in order, between the values, and do not depend on the order of these', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const found = quartiles(values);
        assert.ok(found !== undefined);
        const { lower, median, upper } = found;
        const order = [Math.min(...values), lower, median, upper, Math.max(...values)];
        // Up to rounding of the last digits.
        const rises = order.every((value, at) => at === 0 || (order[at - 1] ?? 0) <= value + Math.abs(value) * 1e-12);
        assert.ok(rises, String(order));
        assert.deepEqual(quartiles(values.toReversed()), found);
      }),
      { numRuns: 200 },
    );
  });

  it('refuse what is no finite number', () => {
    for (const wrong of [Number.NaN, Infinity]) {
      assert.throws(() => quartiles([1, wrong]), RangeError);
    }
  });
});
