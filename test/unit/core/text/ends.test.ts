import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replacedBetween, trimmedEnd } from '../../../../src/core/text/ends.ts';
import { matchesOf } from '../../../../src/core/text/matches.ts';
import { LineRanges } from '../../../../src/core/text/line-ranges.ts';

const text = fc.string({ unit: fc.constantFrom('a', ' ', '*', '(', ')', '.', '😀', '\ud83d', '\n') });

describe('scanners', () => {
  it('trim the end of a text as a pattern does', () => {
    fc.assert(
      fc.property(text, (all) => {
        assert.equal(trimmedEnd(all, /[\s*.]/), all.replace(/[\s*.]+$/, ''));
        assert.equal(trimmedEnd(all, /[^\p{L}]/u), all.replace(/[^\p{L}]+$/u, ''));
      }),
    );
  });

  it('replace what stands between two marks as a pattern does', () => {
    fc.assert(
      fc.property(text, (all) => assert.equal(replacedBetween(all, '(', ')', ' '), all.replace(/\([^)]*\)/g, ' '))),
    );
  });

  it('find all matches of a pattern', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(/a*/g, /\(/g, /. /g), (all, pattern) =>
        assert.deepEqual(
          matchesOf(pattern, all).map(({ 0: found, index }) => [found, index]),
          [...all.matchAll(pattern)].map(({ 0: found, index }) => [found, index]),
        ),
      ),
    );
  });

  it('tell whether one of several ranges, beside or within one another, holds some lines', () => {
    const ranges = [
      { first: 2, last: 9 },
      { first: 3, last: 4 },
      { first: 12, last: 12 },
    ];
    const places = new LineRanges(ranges);
    for (let first = 0; first < 15; first += 1) {
      for (let last = first; last < 15; last += 1) {
        const expected = ranges.some((range) => range.first <= first && last <= range.last);
        assert.equal(places.holds(first, last), expected, `${first}–${last}`);
      }
    }
  });
});
