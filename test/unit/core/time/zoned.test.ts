import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wallClock, zonedIso } from '../../../../src/core/time/zoned.ts';

describe('zonedIso', () => {
  const cases: ReadonlyArray<readonly [what: string, local: string, zone: string, iso: string | undefined]> = [
    ['Z for UTC', '2025-07-01 10:20', 'UTC', '2025-07-01T10:20:00Z'],
    ['the offset of the summer', '2025-07-01 10:20', 'Europe/Berlin', '2025-07-01T10:20:00+02:00'],
    ['the offset of the winter', '2025-12-01 10:20', 'Europe/Berlin', '2025-12-01T10:20:00+01:00'],
    ['an offset west of Greenwich', '2025-07-01 10:20', 'America/New_York', '2025-07-01T10:20:00-04:00'],
    ['an offset of half an hour', '2025-07-01 10:20', 'Asia/Kolkata', '2025-07-01T10:20:00+05:30'],
    ['Z for London in winter', '2025-12-01 10:20', 'Europe/London', '2025-12-01T10:20:00Z'],
    ['an hour later for a time that is skipped', '2025-03-30 02:30', 'Europe/Berlin', '2025-03-30T03:30:00+02:00'],
    ['the first of a time that occurs twice', '2025-10-26 02:30', 'Europe/Berlin', '2025-10-26T02:30:00+02:00'],
    ['midnight for a date alone', '2025-07-01', 'Europe/Berlin', '2025-07-01T00:00:00+02:00'],
    ['the same for a T and an hour of one digit', ' 2025-07-01T9:05 ', 'UTC', '2025-07-01T09:05:00Z'],
    ['nothing for a day that does not exist', '2025-02-30 10:00', 'UTC', undefined],
    ['nothing for an hour that does not exist', '2025-07-01 24:00', 'UTC', undefined],
    ['nothing for a minute that does not exist', '2025-07-01 10:60', 'UTC', undefined],
    ['a day in words', '1 July 2025, 10:20', 'UTC', '2025-07-01T10:20:00Z'],
    ['a day with points', '1.7.2025 10:20', 'UTC', '2025-07-01T10:20:00Z'],
    ['a time in a zone of its own', '2025-07-01 10:20 EST', 'UTC', '2025-07-01T15:20:00Z'],
    ['nothing for a day that may be two', '1/7/2025 10:20', 'UTC', undefined],
    ['nothing for a day without a year', '1 July 10:20', 'UTC', undefined],
    ['nothing for a time that is not exact', '2025-07-01 ~10:20', 'UTC', undefined],
    ['nothing where more is said', '2025-07-01 10:20 or so', 'UTC', undefined],
    ['nothing for nothing', '', 'UTC', undefined],
  ];
  for (const [what, local, zone, iso] of cases) {
    it(`gives ${what}`, () => assert.equal(zonedIso(local, zone), iso));
  }
});

describe('wallClock', () => {
  it('shows a moment as the clocks of the zone do', () => {
    const moment = new Date('2025-07-01T22:30:15Z');
    assert.equal(wallClock(moment, 'UTC'), '2025-07-01 22:30');
    assert.equal(wallClock(moment, 'Europe/Berlin'), '2025-07-02 00:30');
  });

  it('is the way back from zonedIso, except for the hours that occur twice', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
        (moment, zone) => {
          const local = wallClock(moment, zone);
          const iso = zonedIso(local, zone);
          assert.ok(iso);
          assert.equal(wallClock(new Date(iso), zone), local);
          assert.ok(Math.abs(new Date(iso).getTime() - moment.getTime()) <= 3_660_000);
        },
      ),
    );
  });
});
