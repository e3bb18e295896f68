import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isHighestSeverity, retrospectiveDate } from '../../../../../src/core/workflow/review/date.ts';
import { zonedIso } from '../../../../../src/core/time/zoned.ts';

describe('isHighestSeverity', () => {
  for (const [severity, inUse, highest] of [
    ['SEV-1', [], true],
    ['SEV1', ['SEV1', 'SEV2'], true],
    ['SEV-1 (all customers)', [], true],
    ['SEV-1', ['SEV-0', 'SEV-2'], false],
    ['SEV-0', [], true],
    ['P1', ['P1', 'P2'], true],
    ['P1', ['P0', 'P1'], false],
    ['P0', ['P1'], true],
    ['1', ['1', '2'], true],
    ['S2', [], false],
    ['SEV-10', [], false],
    ['Critical', [], true],
    ['critical (2)', [], true],
    ['Kritisch', [], true],
    ['Crítico', [], true],
    ['Blocker', [], true],
    ['High', [], false],
    ['minor', [], false],
    [undefined, [], false],
  ] as const) {
    it(`says ${String(highest)} of ${String(severity)}${inUse.length > 0 ? ` among ${inUse.join(', ')}` : ''}`, () => {
      assert.equal(isHighestSeverity(severity, inUse), highest);
    });
  }

  it('takes the first of those that the team configured', () => {
    const configured = ['Red', 'Amber', 'P1'];
    assert.equal(isHighestSeverity('red', [], configured), true);
    assert.equal(isHighestSeverity('Amber', [], configured), false);
    assert.equal(isHighestSeverity('P1', [], configured), false);
    assert.equal(isHighestSeverity('Critical', [], configured), true);
  });
});

describe('retrospectiveDate', () => {
  const date = (resolved: string | undefined, highest: boolean, now = '2026-03-02T08:00:00Z', zone = 'UTC'): string =>
    retrospectiveDate({ now: new Date(now), resolved, highest, zone });

  it('is three calendar days after the worst incidents, weekends included', () => {
    assert.equal(date('2026-03-02', true), '2026-03-05 10:00');
    assert.equal(date('2026-03-05', true), '2026-03-08 10:00');
  });

  it('is five business days after others', () => {
    assert.equal(date('2026-03-02', false), '2026-03-09 10:00');
    assert.equal(date('2026-03-06', false), '2026-03-13 10:00');
    assert.equal(date('2026-03-07', false), '2026-03-13 10:00');
    assert.equal(date('2026-03-08', false), '2026-03-13 10:00');
  });

  it('goes over the ends of months and years', () => {
    assert.equal(date('2026-12-30', true, '2026-12-30T20:00:00Z'), '2027-01-02 10:00');
    assert.equal(date('2026-12-30', false, '2026-12-30T20:00:00Z'), '2027-01-06 10:00');
    assert.equal(date('2028-02-27', true, '2028-02-27T20:00:00Z'), '2028-03-01 10:00');
  });

  it('counts from today, as the zone has it, where nobody knows when it was over', () => {
    assert.equal(date(undefined, true, '2026-03-02T23:30:00Z'), '2026-03-05 10:00');
    assert.equal(date(undefined, true, '2026-03-02T23:30:00Z', 'Pacific/Auckland'), '2026-03-06 10:00');
    assert.equal(date(undefined, true, '2026-03-03T05:00:00Z', 'America/Los_Angeles'), '2026-03-05 10:00');
  });

  it('is the next business day where that has passed', () => {
    assert.equal(date('2026-02-02', true), '2026-03-03 10:00');
    assert.equal(date('2026-02-02', false, '2026-03-06T09:00:00Z'), '2026-03-09 10:00');
    assert.equal(date('2026-02-27', true, '2026-03-02T09:59:00Z'), '2026-03-02 10:00');
    assert.equal(date('2026-02-27', true, '2026-03-02T10:00:00Z'), '2026-03-03 10:00');
    assert.equal(date('2026-02-27', true, '2026-03-02T09:59:00Z', 'Europe/Berlin'), '2026-03-03 10:00');
  });

  it('is at ten by the clock on the wall when daylight saving begins', () => {
    assert.equal(
      zonedIso(date('2026-03-26', true, '2026-03-26T12:00:00Z', 'Europe/Berlin'), 'Europe/Berlin'),
      '2026-03-29T10:00:00+02:00',
    );
  });

  it('is never in the past, and for all but the worst on a working day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.option(fc.integer({ min: -40, max: 5 }), { nil: undefined }),
        fc.boolean(),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata'),
        (now, offset, highest, zone) => {
          const resolved =
            offset === undefined ? undefined : new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
          const found = retrospectiveDate({ now, resolved, highest, zone });
          const iso = zonedIso(found, zone);
          assert.ok(iso !== undefined && new Date(iso) > now, `${found} is not after ${now.toISOString()}`);
          const weekday = new Date(`${found.slice(0, 10)}T12:00:00Z`).getUTCDay();
          assert.ok(highest || (weekday >= 1 && weekday <= 5), `${found} is on a weekend`);
        },
      ),
    );
  });
});
