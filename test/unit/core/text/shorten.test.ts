import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutMiddle } from '../../../../src/core/text/shorten.ts';

describe('a text without its middle', () => {
  for (const [text, most, expected] of [
    ['Disk full', 20, 'Disk full'],
    ['A third of the Belgian lockers offline', 20, 'A third of…offline'],
    ['A third of the Belgian lockers offline', 28, 'A third of the…offline'],
    ['LockerFirmwareRolloutStalled', 20, 'Locker…Stalled'],
    ['alerts/advanced-cluster-management-operator', 26, 'alerts/advanced…operator'],
    ['Supercalifragilisticexpialidocious', 12, 'Supercalifr…'],
    ['Write a note: why the cache was never emptied', 20, 'Write a…emptied'],
    ['データベースのディスクがいっぱいになった', 20, 'データベースのディ…'],
  ] as const) {
    it(`of at most ${most} characters: ${expected}`, () => {
      assert.equal(withoutMiddle(text, most), expected);
    });
  }

  it('is never longer than asked, and begins as the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 40 }), (text, most) => {
        const cut = withoutMiddle(text, most);
        assert.ok([...cut].length <= Math.max(most, 1), cut);
        assert.doesNotMatch(cut, /\n/);
      }),
    );
  });
});
