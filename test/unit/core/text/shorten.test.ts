import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textWidth, withoutMiddle } from '../../../../src/core/text/shorten.ts';

describe('a text without its middle', () => {
  for (const [text, most, expected] of [
    ['Disk full', 20, 'Disk full'],
    ['A third of the Belgian lockers offline', 20, 'A third of the…offline'],
    ['A third of the Belgian lockers offline', 13, 'A third…offline'],
    ['Slow allocation after an index was dropped', 13, 'Slow…dropped'],
    ['A Kafka broker ran out of disk', 13, 'A Kafka…disk'],
    ['Firmware 4.12 left doors locked on revision C', 16, 'Firmware 4.12…'],
    ['Text messages blocked in Denmark', 12, 'Text messa…'],
    ['A job used up the database connections', 13, 'A job used up…'],
    ['LockerFirmwareRolloutStalled', 19, 'Locker…Stalled'],
    ['alerts/advanced-cluster-management-operator', 26, 'alerts/advanced…operator'],
    ['Supercalifragilisticexpialidocious', 12, 'Supercalifra…'],
    ['データベースのディスクがいっぱいになった', 20, 'データベースのディ…'],
  ] as const) {
    it(`of at most ${most} letters: ${expected}`, () => {
      assert.equal(withoutMiddle(text, most), expected);
    });
  }

  it('is never wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 40 }), (text, most) => {
        const cut = withoutMiddle(text, most);
        assert.ok(textWidth(cut) <= most, cut);
        assert.doesNotMatch(cut, /\n/);
      }),
    );
  });
});
