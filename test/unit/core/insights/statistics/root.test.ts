import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rootOf } from '../../../../../src/core/insights/statistics/root.ts';

describe('a root', () => {
  it('is found from any start, also if it is the start, and where Newton alone would run away', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(place, place, (root, start) => {
        const at = (x: number) => ({ value: Math.atan(x - root), slope: 1 / (1 + (x - root) ** 2) });
        assert.ok(Math.abs(rootOf(at, { from: -100, to: 100, start, scale: 1 }) - root) < 1e-12);
        assert.equal(rootOf(at, { from: -100, to: 100, start: root, scale: 1 }), root);
      }),
      { numRuns: 200 },
    );
  });

  it('is near a bound if there is none between them', () => {
    const bounds = { from: 0, to: 1, start: 0.5, scale: 1 };
    assert.ok(rootOf(() => ({ value: 1, slope: 0 }), bounds) < 1e-12);
    assert.ok(rootOf(() => ({ value: -1, slope: 0 }), bounds) > 1 - 1e-12);
  });
});
