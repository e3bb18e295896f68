import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClock, type Clock } from '../../../../src/core/time/clock.ts';
import { instantOf, possibleInstants } from '../../../../src/core/time/instant.ts';
import { minutesBefore, type Moment } from '../../../../src/core/time/moment.ts';
import { readStamp } from '../../../../src/core/time/stamp.ts';
import { examples } from '../../support/examples.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const half = (hour: number): string => (hour < 12 ? 'am' : 'pm');
const short = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);

/** Ways to write an hour and a minute. */
const styles: ReadonlyArray<(hour: number, minute: number) => string> = [
  (hour, minute) => `${two(hour)}:${two(minute)}`,
  (hour, minute) => `${two(hour)}：${two(minute)}`,
  (hour, minute) => `${two(hour)}h${two(minute)}`,
  (hour, minute) => `${two(hour)}.${two(minute)} Uhr`,
  (hour, minute) => `${two(hour)} Uhr ${two(minute)}`,
  (hour, minute) => `${hour}時${minute}分`,
  (hour, minute) => `${hour}点${minute}分`,
  (hour, minute) => `${hour}시 ${minute}분`,
  (hour, minute) => `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute}分`,
  (hour, minute) => `${short(hour)}:${two(minute)} ${half(hour)}`,
  (hour, minute) => `${short(hour)}.${two(minute)}${half(hour)}`,
  (hour, minute) => `${short(hour)}:${two(minute)} ${half(hour).toUpperCase().split('').join('.')}.`,
];

const clocks = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));

describe('clocks', () => {
  it('are read in all styles, exactly where they stand', () => {
    fc.assert(
      fc.property(
        clocks,
        fc.constantFrom(...styles),
        fc.constantFrom('', ' x', ') x', ' – x'),
        ([hour, minute], style, behind) => {
          const written = style(hour, minute);
          const read = readClock(`x ${written}${behind}`, 2);
          assert.deepEqual([read?.clock?.hour, read?.clock?.minute], [hour, minute], written);
          assert.equal(read?.end, 2 + written.length, written);
        },
      ),
      { numRuns: examples(1000) },
    );
  });

  it('are read behind a day and in front of a zone, in whatever style', () => {
    const zones = fc.constantFrom('UTC', 'CET/CEST', 'Europe/Berlin', 'UTC+5:30', 'PST', '(MEZ)');
    const joints = fc.constantFrom(' ', ', ', ' at ', ' - ');
    fc.assert(
      fc.property(clocks, fc.constantFrom(...styles), zones, joints, ([hour, minute], style, zone, joint) => {
        const text = `5 March 2024${joint}${style(hour, minute)} ${zone}`;
        const stamp = readStamp(`${text}: x`);
        assert.deepEqual(stamp?.day, { year: 2024, month: 3, day: 5 }, text);
        assert.deepEqual([stamp.clock?.hour, stamp.clock?.minute], [hour, minute], text);
        assert.equal(stamp.zone?.text, zone.replace(/[()]/g, ''), text);
        assert.equal(stamp.to, text.length, text);
      }),
      { numRuns: examples(1000) },
    );
  });

  it('know the end of a day', () => {
    assert.equal(readClock('24:00', 0)?.clock?.hour, 24);
    assert.equal(readClock('24:01', 0)?.clock, undefined);
    const clock: Clock = { hour: 24, minute: 0, sure: true, twelve: false, twentyFour: true };
    assert.equal(instantOf({ date: '2024-02-29', clock, zone: 'UTC' })?.toISOString(), '2024-03-01T00:00:00.000Z');
  });
});

/** A moment as the timeline of a document has it: "2024-10-27 02:40 Europe/Berlin". */
function moment(text: string): Moment {
  const [date = '', time = '', ...zone] = text.split(' ');
  return { date, clock: readClock(time, 0)?.clock, zone: zone.join(' ') || undefined };
}

describe('instants', () => {
  const shown = (text: string): string[] =>
    possibleInstants(moment(text)).map((instant) => new Date(instant).toISOString().slice(0, 16));

  it('are two where a clock shows a time twice, and where it leaves one out', () => {
    assert.deepEqual(shown('2024-10-27 02:40 Europe/Berlin'), ['2024-10-27T00:40', '2024-10-27T01:40']);
    assert.deepEqual(shown('2024-11-03 01:40 PST/PDT'), ['2024-11-03T08:40', '2024-11-03T09:40']);
    assert.deepEqual(shown('2024-04-07 01:45 Australia/Lord_Howe'), ['2024-04-06T14:45', '2024-04-06T15:15']);
    assert.deepEqual(shown('2024-03-31 02:20 Europe/Berlin'), ['2024-03-31T01:20', '2024-03-31T00:20']);
    assert.deepEqual(shown('2024-10-27 03:00 Europe/Berlin'), ['2024-10-27T02:00']);
    assert.deepEqual(shown('2024-03-05 15:50 IST'), ['2024-03-05T10:20', '2024-03-05T14:50', '2024-03-05T13:50']);
    assert.deepEqual(shown('2024-03-05 15:50 XYZ'), []);
  });

  it('are those that clocks show, for every zone and every hour around a change', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Asia/Kolkata'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 366 * 48 }), (zone, halfHours) => {
        const instant = new Date(Date.UTC(2024, 0, 1) + halfHours * 1_800_000);
        const [date = '', time = ''] = new Intl.DateTimeFormat('sv', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        })
          .format(instant)
          .split(' ');
        assert.ok(
          possibleInstants(moment(`${date} ${time} ${zone}`)).includes(instant.getTime()),
          `${date} ${time} ${zone}`,
        );
      }),
      { numRuns: examples(1000) },
    );
  });
});

describe('minutesBefore', () => {
  const cases: ReadonlyArray<readonly [a: string, b: string, minutes: number]> = [
    ['2024-03-05 10:20 UTC', '2024-03-05 10:10 UTC', 10],
    ['2024-03-05 10:20', '2024-03-05 10:10', 10],
    ['2024-03-05 10:20', '2024-03-05 10:10 UTC', 0],
    // A time of minutes is the whole minute.
    ['2024-03-05 08:16:40 UTC', '2024-03-05 08:16 UTC', 0],
    ['2024-03-05 08:16:40 UTC', '2024-03-05 08:15 UTC', 41 / 60],
    ['2024-03-05 08:16 UTC', '2024-03-05 08:15:59 UTC', 1 / 60],
    ['2024-03-05 08:16:40 UTC', '2024-03-05 08:16:39 UTC', 1 / 60],
    // The hour that comes twice, and the one that does not come.
    ['2024-10-27 02:55 Europe/Berlin', '2024-10-27 02:05 Europe/Berlin', 0],
    ['2024-10-27 02:55 CET/CEST', '2024-10-27 02:05 CET/CEST', 0],
    ['2024-10-27 02:55 Europe/Berlin', '2024-10-27 01:50 Europe/Berlin', 65],
    ['2024-10-26 02:55 Europe/Berlin', '2024-10-26 02:05 Europe/Berlin', 50],
    ['2024-03-31 02:50 Europe/Berlin', '2024-03-31 03:10 Europe/Berlin', 0],
    ['2024-03-31 03:10 Europe/Berlin', '2024-03-31 01:50 Europe/Berlin', 20],
    // The date decides which of a pair of zones is meant.
    ['2024-07-05 10:00 PST/PDT', '2024-07-05 15:00 UTC', 120],
    ['2024-01-05 10:00 PST/PDT', '2024-01-05 15:00 UTC', 180],
    ['2024-07-05 16:30 UTC', '2024-07-05 10:00 PST/PDT', 0],
    // Zones are named loosely, by an hour.
    ['2024-07-05 10:00 PST', '2024-07-05 17:05 UTC', 0],
  ];
  for (const [a, b, minutes] of cases) {
    it(`says that ${b} is ${minutes} minutes before ${a}`, () => {
      const found = minutesBefore(moment(a), moment(b));
      assert.ok(Math.abs(found - minutes) < 1e-6, String(found));
    });
  }
});
