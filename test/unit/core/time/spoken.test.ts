import assert from 'node:assert/strict';
import { readSpoken } from '../../../../src/core/time/spoken.ts';

/** A Monday. */
const now = new Date('2026-11-30T14:20:00Z');

function read(text: string, toward: 'past' | 'future' = 'past', zone = 'UTC'): string | undefined {
  const found = readSpoken(text, { now, zone, toward });
  return found && (found.timed ? found.at.toISOString().slice(0, 16) : found.date);
}

describe('readSpoken', () => {
  const past: ReadonlyArray<readonly [text: string, time: string]> = [
    ['now', '2026-11-30T14:20'],
    ['-2h', '2026-11-30T12:20'],
    ['-10m', '2026-11-30T14:10'],
    ['−1h 30m', '2026-11-30T12:50'],
    ['2h ago', '2026-11-30T12:20'],
    ['an hour ago', '2026-11-30T13:20'],
    ['two days ago', '2026-11-28T14:20'],
    ['vor 20 Minuten', '2026-11-30T14:00'],
    ['il y a 2 heures', '2026-11-30T12:20'],
    ['14:05', '2026-11-30T14:05'],
    ['9:30', '2026-11-30T09:30'],
    ['14:05 CET', '2026-11-30T13:05'],
    ['23:50', '2026-11-29T23:50'],
    ['yesterday 23:10', '2026-11-29T23:10'],
    ['yesterday, 23:10 CET', '2026-11-29T22:10'],
    ['23:10 yesterday', '2026-11-29T23:10'],
    ['gestern 23:10', '2026-11-29T23:10'],
    ['yesterday', '2026-11-29'],
    ['Friday 10:00', '2026-11-27T10:00'],
    ['last Monday', '2026-11-23'],
    ['Monday', '2026-11-30'],
    ['2026-11-28 22:10', '2026-11-28T22:10'],
    ['2026-11-28T22:10:00Z', '2026-11-28T22:10'],
    ['28 Nov 22:10', '2026-11-28T22:10'],
    ['2026-11-28', '2026-11-28'],
  ];
  for (const [text, time] of past) {
    it(`reads "${text}", looking back`, () => assert.equal(read(text), time));
  }

  const future: ReadonlyArray<readonly [text: string, time: string]> = [
    ['tomorrow', '2026-12-01'],
    ['tomorrow 10:00', '2026-12-01T10:00'],
    ['in 2 weeks', '2026-12-14T14:20'],
    ['in a week', '2026-12-07T14:20'],
    ['2 weeks from now', '2026-12-14T14:20'],
    ['+3d', '2026-12-03T14:20'],
    ['next Friday', '2026-12-04'],
    ['next Monday', '2026-12-07'],
    ['Friday 15:00', '2026-12-04T15:00'],
    ['Monday 10:00', '2026-12-07T10:00'],
    ['10:00', '2026-12-01T10:00'],
    ['15:00', '2026-11-30T15:00'],
  ];
  for (const [text, time] of future) {
    it(`reads "${text}", looking ahead`, () => assert.equal(read(text, 'future'), time));
  }

  it('reads a time in the zone that is given, or in its own', () => {
    assert.equal(read('14:05', 'past', 'Europe/Berlin'), '2026-11-30T13:05');
    assert.equal(read('yesterday 00:30', 'past', 'Asia/Tokyo'), '2026-11-28T15:30');
    assert.equal(read('14:05 UTC', 'past', 'Europe/Berlin'), '2026-11-30T14:05');
  });

  for (const text of [
    '',
    '25:99',
    '25:99 nonsense',
    '2026-13-40 25:00',
    'soon',
    '2h',
    'in',
    'next',
    '-2',
    '14:05 or so',
  ]) {
    it(`does not read "${text}"`, () => assert.equal(read(text), undefined));
  }
});
