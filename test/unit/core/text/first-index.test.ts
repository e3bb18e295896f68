import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstIndex } from '../../../../src/core/text/first-index.ts';

describe('firstIndex', () => {
  it('gives what a search from the start gives, in few looks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(50), (numbers, least) => {
        const ordered = numbers.toSorted((a, b) => a - b);
        let looks = 0;
        const found = firstIndex(ordered.length, (index) => {
          looks += 1;
          return (ordered[index] ?? 0) >= least;
        });
        const expected = ordered.findIndex((number) => number >= least);
        assert.equal(found, expected === -1 ? ordered.length : expected);
        assert.ok(looks <= Math.ceil(Math.log2(ordered.length + 1)) + 1);
      }),
    );
  });
});
