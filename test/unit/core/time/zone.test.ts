import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  findZone,
  possibleOffsets,
  readZone,
  regionOf,
  unknownZone,
  zoneOffset,
} from '../../../../src/core/time/zone.ts';
import { ambiguousZones, fixedZones, regions } from '../../../../src/core/vocabulary/zone-names.ts';
import { wallTimeAt } from '../../../../src/core/time/instant.ts';
import { examples } from '../../support/examples.ts';
import { anyText } from '../../support/markdown.ts';

const years = [2022, 2024, 2025, 2026];
const days = years.flatMap((year) => [`${year}-01-15`, `${year}-07-15`]);

/** What a clock in a region shows at noon in UTC, by the time zone database, in minutes from UTC. */
function offsetByIntl(region: string, day: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: region, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${day}T12:00:00Z`),
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const isAmbiguous = (name: string): boolean => ambiguousZones.some(([other]) => other === name);
const namesIn = (names: string): string[] => names.split(' ').map((name) => name.replaceAll('_', ' '));

describe('zones, against the time zone database', () => {
  for (const [region, standard, summer, names] of regions) {
    const [winterName = '', summerName = '', ...either] = namesIn(names);
    it(`has ${winterName} and ${summerName} as in ${region}`, () => {
      for (const year of years) {
        const found = [`${year}-01-15`, `${year}-07-15`].map((day) => offsetByIntl(region, day));
        assert.deepEqual(new Set(found), new Set([standard, summer]), String(year));
      }
    });

    it(`knows which of ${names} holds on a day`, () => {
      for (const day of days) {
        for (const name of [`${winterName}/${summerName}`, `${summerName} / ${winterName}`, ...either]) {
          assert.equal(zoneOffset(name, day), offsetByIntl(region, day), `${name} on ${day}`);
        }
        for (const [name, offset] of [
          [winterName, standard],
          [summerName, summer],
        ] as const) {
          assert.equal(zoneOffset(name, day), isAmbiguous(name) ? undefined : offset, `${name} on ${day}`);
          assert.ok(possibleOffsets(name, day).includes(offset), `${name} may be ${offset}`);
        }
      }
    });
  }

  for (const [region, offset, names] of fixedZones) {
    it(`has ${names} as in ${region}, in winter and summer`, () => {
      for (const day of days) {
        assert.equal(offsetByIntl(region, day), offset, day);
        for (const name of namesIn(names)) {
          assert.ok(isAmbiguous(name) || zoneOffset(name, day) === offset, `${name} on ${day}`);
        }
      }
    });
  }

  it('changes the clocks of a pair when its region does', () => {
    const shown = (instant: string, zone: string): string => {
      const wall = wallTimeAt(new Date(instant), zone);
      return `${wall?.hour}:${String(wall?.minute).padStart(2, '0')}`;
    };
    assert.equal(shown('2024-03-31T00:59:00Z', 'CET/CEST'), '1:59');
    assert.equal(shown('2024-03-31T01:00:00Z', 'MEZ/MESZ'), '3:00');
    assert.equal(shown('2024-10-27T00:59:00Z', 'CET or CEST'), '2:59');
    assert.equal(shown('2024-10-27T01:00:00Z', 'CE(S)T'), '2:00');
    assert.equal(shown('2024-03-10T09:59:00Z', 'PST/PDT'), '1:59');
    assert.equal(shown('2024-03-10T10:00:00Z', 'Pacific'), '3:00');
    assert.equal(shown('2024-04-06T16:00:00Z', 'AEST/AEDT'), '2:00');
  });
});

describe('names of zones', () => {
  it('are known to everybody who asks', () => {
    const names =
      'MEZ MESZ CET PST/PDT CET/CEST EST/EDT UTC+1 +05:30 -0330 GMT−3 Europe/Berlin US/Pacific ET Z cet'.split(' ');
    for (const name of [
      ...names,
      'Pacific Time',
      'Central European Summer Time',
      'British Summer Time',
      'Zurich time',
      'CET (Berlin)',
    ]) {
      assert.equal(unknownZone(name), undefined, name);
    }
    assert.deepEqual(unknownZone('Europe/Berlim'), { meant: 'Europe/Berlin' });
    assert.deepEqual(unknownZone('XYZ'), {});
  });

  const spoken: ReadonlyArray<readonly [name: string, winter: number, summer: number]> = [
    ['Pacific Standard Time', -480, -480],
    ['Pacific Daylight Time', -420, -420],
    ['Pacific time', -480, -420],
    ['Central European Summer Time', 120, 120],
    ['British Summer Time', 60, 60],
    ['Japan Standard Time', 540, 540],
    ['Indian Standard Time', 330, 330],
    ['Coordinated Universal Time', 0, 0],
    ['New York time', -300, -240],
    ['UTC+5:45', 345, 345],
    ['UTC-3', -180, -180],
  ];
  for (const [name, winter, summer] of spoken) {
    it(`give the offsets of ${name}`, () => {
      assert.equal(zoneOffset(name, '2024-01-15'), winter);
      assert.equal(zoneOffset(name, '2024-07-15'), summer);
    });
  }

  it('say which region changes its clocks', () => {
    assert.equal(regionOf('PDT/PST'), 'America/Los_Angeles');
    assert.equal(regionOf('IST/IDT'), 'Asia/Jerusalem');
    assert.equal(regionOf('GMT/BST'), 'Europe/London');
    assert.equal(regionOf('PST'), undefined);
    assert.equal(regionOf('EST/UTC'), undefined);
  });

  const found: ReadonlyArray<readonly [text: string, zone: string | undefined]> = [
    ['Timeline (all times in PST/PDT)', 'PST/PDT'],
    ['Timeline (CET / CEST)', 'CET / CEST'],
    ['Timeline (Pacific)', 'Pacific'],
    ['Timeline (Central Time)', 'Central Time'],
    ['Timeline (MEZ)', 'MEZ'],
    ['Zeiten in MEZ/MESZ', 'MEZ/MESZ'],
    ['All times are America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Timeline (EST, UTC in brackets)', 'EST'],
    ['GET THE ACT TOGETHER', undefined],
    ['West and central teams', undefined],
  ];
  for (const [text, zone] of found) {
    it(`are found in "${text}"`, () => assert.equal(findZone(text), zone));
  }

  it('are read exactly where they stand, whatever stands around', () => {
    const names = fc.constantFrom(
      'UTC',
      'PST/PDT',
      'CET or CEST',
      'UTC+5:30',
      'Europe/Berlin',
      'MEZ',
      'Pacific Time',
      'ET',
    );
    fc.assert(
      fc.property(anyText, names, fc.constantFrom('', ' alert', ': alert', ')'), (before, name, behind) => {
        const read = readZone(`${before} ${name}${behind}`, before.length + 1);
        assert.deepEqual(read, { zone: name, end: before.length + 1 + name.length });
      }),
      { numRuns: examples(500) },
    );
  });
});
