import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  errorBudget,
  type ErrorBudget,
  type Objective,
  type ObjectiveWindow,
  type RecordedIncident,
} from '../../../../src/core/index.ts';
import { examples } from '../../support/examples.ts';

const now = new Date('2026-04-30T12:00:00Z');

function objective(facts: Partial<Objective> = {}): Objective {
  return {
    name: 'checkout-orders',
    service: 'checkout',
    target: 0.999,
    window: { days: 30, calendar: false },
    source: 'sloth',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    path: 'slo.yaml',
    ...facts,
  };
}

/** An incident on 14 April, from 10:00 on; all of it by what is stated. */
function incident(facts: Partial<RecordedIncident> = {}): RecordedIncident {
  return {
    title: 'Orders failed',
    uri: 'file:///a.md',
    path: 'a.md',
    start: new Date('2026-04-14T10:00:00Z'),
    end: new Date('2026-04-14T10:38:00Z'),
    share: 0.12,
    services: ['checkout'],
    ...facts,
  };
}

/** The budget, which has to be known. */
function budgetOf(incidents: readonly RecordedIncident[], facts: Partial<Objective> = {}, at = now): ErrorBudget {
  const found = errorBudget(objective(facts), incidents, at);
  assert.ok('budget' in found, JSON.stringify(found));
  return found;
}

function without(facts: readonly (keyof RecordedIncident)[], more: Partial<RecordedIncident> = {}): RecordedIncident {
  const left = Object.entries(incident(more)).filter(([key]) => !facts.includes(key as keyof RecordedIncident));
  return Object.fromEntries(left) as unknown as RecordedIncident;
}

describe('the error budget of an objective', () => {
  it('is the window × what may fail; an incident spends its minutes × the share that failed', () => {
    const { budget, spent, percent, counted, uncounted, text, from, to } = budgetOf([incident()]);
    assert.equal(budget.toFixed(6), '43.200000');
    assert.equal(spent.toFixed(6), '4.560000');
    assert.equal(percent.toFixed(2), '10.56');
    assert.deepEqual(
      counted.map((each) => [each.minutes, each.share, each.text]),
      [[38, 0.12, '2026-04-14, 38 min × 12 % = 4.6 min of 43.2 min (11 %)']],
    );
    assert.deepEqual(uncounted, []);
    assert.equal(text, '4.6 min of 43.2 min (11 %) in the last 30 days, by 1 incident');
    assert.deepEqual([from, to], [new Date('2026-03-31T12:00:00Z'), now]);
    const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/objectives.md'), 'utf8');
    assert.ok(page.includes(`\n${counted[0]?.text}\n`));
  });

  it('is above 100 % if more was spent', () => {
    const { percent, text } = budgetOf([incident({ share: 1 }), incident({ start: new Date('2026-04-14T09:00:00Z') })]);
    assert.ok(percent > 100);
    assert.equal(text, '45.2 min of 43.2 min (105 %) in the last 30 days, by 2 incidents');
  });

  it('counts only the minutes in the window and before now', () => {
    const early = incident({
      start: new Date('2026-03-31T11:00:00Z'),
      end: new Date('2026-03-31T12:30:00Z'),
      share: 1,
    });
    const late = incident({ start: new Date('2026-04-30T11:50:00Z'), end: new Date('2026-04-30T13:00:00Z'), share: 1 });
    assert.deepEqual(
      budgetOf([late, early]).counted.map(({ minutes }) => minutes),
      [30, 10],
    );
  });

  it('leaves out what is outside the window, and what names only other services', () => {
    const { counted, uncounted } = budgetOf([
      incident({ start: new Date('2026-03-01T10:00:00Z'), end: new Date('2026-03-01T11:00:00Z') }),
      incident({ start: new Date('2026-05-01T10:00:00Z'), end: new Date('2026-05-01T11:00:00Z') }),
      incident({ services: ['search'] }),
      without(['end'], { start: new Date('2026-02-01T10:00:00Z') }),
      without(['start', 'end'], { day: '2026-02-01' }),
      incident({ services: ['search', 'Checkout'] }),
    ]);
    assert.equal(counted.length, 1);
    assert.deepEqual(uncounted, []);
  });

  it('compares services by their words', () => {
    const { counted } = budgetOf([incident({ services: ['Checkout API'] })], { service: 'checkout-api' });
    assert.equal(counted.length, 1);
  });

  it('lists what lacks a fact, without a number', () => {
    const day = '2026-04-14';
    const { spent, counted, uncounted, text } = budgetOf([
      without(['end'], { day }),
      without(['start']),
      without(['share']),
      without(['start', 'end', 'share'], { day }),
      without(['start', 'end', 'share']),
      incident({ services: [] }),
      incident({ end: new Date('2026-04-14T09:00:00Z') }),
    ]);
    assert.equal(spent, 0);
    assert.deepEqual(counted, []);
    assert.deepEqual(
      uncounted.map((each) => each.text),
      [
        '2026-04-14, not counted: the record has no end',
        '2026-04-14, not counted: the record has no start',
        '2026-04-14, not counted: the record does not say what share failed',
        '2026-04-14, not counted: the record has no start; the record has no end; the record does not say what share failed',
        'undated, not counted: the record has no start; the record has no end; the record does not say what share failed',
        '2026-04-14, not counted: the record names no service',
        '2026-04-14, not counted: the end of the record is before its start',
      ],
    );
    assert.equal(text, '0 min of 43.2 min (0 %) in the last 30 days, by no incident; 7 are not counted');
  });

  it('counts minutes of several incidents once, with the largest share', () => {
    const { spent, counted } = budgetOf([
      incident({ start: new Date('2026-04-14T10:00:00Z'), end: new Date('2026-04-14T10:30:00Z'), share: 0.5 }),
      incident({ start: new Date('2026-04-14T10:20:00Z'), end: new Date('2026-04-14T10:40:00Z'), share: 1 }),
    ]);
    assert.equal(spent, 20 * 0.5 + 20);
    assert.deepEqual(
      counted.map(({ spent: alone, counted: own, text }) => [alone, own, text]),
      [
        [15, 10, '2026-04-14, 30 min × 50 % = 15 min of 43.2 min (35 %); 5 min of it count with another incident'],
        [20, 20, '2026-04-14, 20 min × 100 % = 20 min of 43.2 min (46 %)'],
      ],
    );
  });

  it('spends time slices as a whole, if more failed in them than may', () => {
    const slices: Partial<Objective> = { method: 'timeslices', sliceTarget: 0.95 };
    const { counted } = budgetOf(
      [incident(), incident({ share: 0.05, start: new Date('2026-04-14T10:30:00Z') })],
      slices,
    );
    assert.deepEqual(
      counted.map(({ share, text }) => [share, text]),
      [
        [1, '2026-04-14, 38 min in bad time slices (12 % failed, 5 % may) = 38 min of 43.2 min (88 %)'],
        [0, '2026-04-14, 8 min in good time slices (5 % failed, 5 % may) = 0 min of 43.2 min (0 %)'],
      ],
    );
  });

  it('is not known if the objective lacks a fact', () => {
    const { window: _, service: __, ...bare } = objective();
    assert.deepEqual(errorBudget(bare, [incident()], now), {
      objective: bare,
      missing: ['the objective names no service', 'the objective states no window'],
    });
    const missing = (facts: Partial<Objective>): unknown => {
      const found = errorBudget(objective(facts), [], now);
      return 'missing' in found ? found.missing : found;
    };
    assert.deepEqual(missing({ method: 'timeslices' }), ['the objective does not say when a time slice is bad']);
    const month: ObjectiveWindow = { days: 30, calendar: true, period: { count: 1, unit: 'month' } };
    assert.deepEqual(missing({ window: { ...month, zone: 'Nowhere/City' } }), [
      'the time zone "Nowhere/City" of the objective is not known',
    ]);
    assert.deepEqual(missing({ window: { ...month, start: 'in spring' } }), [
      'the start of the objective\'s calendar ("in spring") is not a date and time',
    ]);
    assert.deepEqual(missing({ window: { days: 4e8, calendar: true, period: { count: 999_999, unit: 'year' } } }), [
      "the objective's window is longer than a calendar goes",
    ]);
  });
});

describe('the window of an objective', () => {
  const text = (window: ObjectiveWindow, at = now): string => {
    const { from, to, text: sum } = budgetOf([], { window }, at);
    return `${from.toISOString()} ${to.toISOString()} ${/\)\s(.*?), by/.exec(sum)?.[1]}`;
  };
  const calendar = (
    unit: NonNullable<ObjectiveWindow['period']>['unit'],
    count = 1,
    more: Partial<ObjectiveWindow> = {},
  ): ObjectiveWindow => ({ days: 30, calendar: true, period: { count, unit }, ...more });

  it('is the current period of the calendar, with its own length', () => {
    assert.equal(
      text(calendar('month')),
      '2026-04-01T00:00:00.000Z 2026-05-01T00:00:00.000Z from 2026-04-01 to 2026-04-30',
    );
    assert.equal(
      text(calendar('quarter')),
      '2026-04-01T00:00:00.000Z 2026-07-01T00:00:00.000Z from 2026-04-01 to 2026-06-30',
    );
    assert.equal(
      text(calendar('year')),
      '2026-01-01T00:00:00.000Z 2027-01-01T00:00:00.000Z from 2026-01-01 to 2026-12-31',
    );
    assert.equal(
      text(calendar('week')),
      '2026-04-27T00:00:00.000Z 2026-05-04T00:00:00.000Z from 2026-04-27 to 2026-05-03',
    );
    assert.equal(text(calendar('day')), '2026-04-30T00:00:00.000Z 2026-05-01T00:00:00.000Z on 2026-04-30');
    assert.equal(
      budgetOf([], { window: calendar('month') }, new Date('2026-02-10T00:00:00Z')).budget.toFixed(2),
      '40.32',
    );
  });

  it('is counted from the stated start, in the stated zone', () => {
    assert.equal(
      text(calendar('quarter', 1, { start: '2026-01-01 00:00:00', zone: 'Europe/Berlin' })),
      '2026-03-31T22:00:00.000Z 2026-06-30T22:00:00.000Z from 2026-04-01 to 2026-06-30',
    );
    assert.equal(
      text(calendar('week', 2, { start: '2026-01-07 12:00:00', zone: 'America/New_York' })),
      '2026-04-29T16:00:00.000Z 2026-05-13T16:00:00.000Z from 2026-04-29 to 2026-05-13',
    );
    assert.equal(
      text(calendar('month', 1, { start: '2026-01-31', zone: 'UTC' }), new Date('2026-03-01T00:00:00Z')),
      '2026-02-28T00:00:00.000Z 2026-03-31T00:00:00.000Z from 2026-02-28 to 2026-03-30',
    );
    assert.equal(
      text(calendar('month', 1, { start: '2030-01-01T00:00:00' })),
      '2026-04-01T00:00:00.000Z 2026-05-01T00:00:00.000Z from 2026-04-01 to 2026-04-30',
    );
  });

  it('is the last days up to now where it rolls', () => {
    assert.match(text({ days: 7, calendar: false }), /^2026-04-23T12:00:00.000Z 2026-04-30T12.* in the last 7 days$/);
    assert.match(text({ days: 1, calendar: false }), /in the last day$/);
    assert.match(text({ days: 0.5, calendar: false }), /in the last 12 hours$/);
  });

  it('holds the moment, whatever its period', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hour', 'day', 'week', 'month', 'quarter', 'year'),
        fc.integer({ min: 1, max: 40 }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'CET'),
        fc.constantFrom(undefined, '2024-02-29 23:30:00', '2026-03-29', '2021-10-31 02:30:00'),
        (unit, count, at, zone, start) => {
          const window = calendar(unit, count, { zone, ...(start !== undefined && { start }) });
          const { from, to } = budgetOf([], { window }, at);
          assert.ok(from <= at && at < to);
        },
      ),
      { numRuns: examples(500) },
    );
  });
});

describe('what incidents spend', () => {
  const minute = 60_000;
  const incidents = fc.array(
    fc
      .record({
        from: fc.integer({ min: -40 * 1440, max: 100 }),
        length: fc.integer({ min: 0, max: 3000 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        lacks: fc.constantFrom('nothing', 'nothing', 'nothing', 'start', 'end', 'share'),
        service: fc.constantFrom('checkout', 'search'),
      })
      .map(({ from, length, share, lacks, service }) =>
        without(lacks === 'nothing' ? [] : [lacks], {
          start: new Date(now.getTime() + from * minute),
          end: new Date(now.getTime() + (from + length) * minute),
          share,
          services: [service],
        }),
      ),
    { maxLength: 12 },
  );
  const objectives = fc.record({
    target: fc.double({ min: 0.5, max: 0.99999, noNaN: true }),
    slices: fc.boolean(),
    days: fc.integer({ min: 1, max: 60 }),
  });

  it('is never negative, nor more than each minute once', () => {
    fc.assert(
      fc.property(incidents, objectives, (all, { target, slices, days }) => {
        const { budget, spent, counted, uncounted } = budgetOf(all, {
          target,
          window: { days, calendar: false },
          ...(slices && { method: 'timeslices' as const, sliceTarget: 0.9 }),
        });
        assert.ok(budget > 0);
        const from = Math.floor(now.getTime() / minute) - days * 1440;
        // By counting minutes one by one.
        let expected = 0;
        for (let at = from; at < from + days * 1440; at += 1) {
          const going = counted.filter(
            ({ incident: { start, end } }) =>
              (start?.getTime() ?? 0) <= at * minute && at * minute < (end?.getTime() ?? 0),
          );
          expected += Math.max(0, ...going.map(({ share }) => share));
        }
        assert.ok(Math.abs(spent - expected) < 1e-6, `${spent} instead of ${expected}`);
        for (const each of counted) {
          assert.ok(each.spent >= 0 && each.counted >= 0 && each.counted <= each.spent + 1e-9);
          assert.ok(each.spent <= each.minutes + 1e-9);
          assert.deepEqual(each.incident.services, ['checkout']);
        }
        assert.ok(uncounted.every(({ missing }) => missing.length > 0));
        assert.ok(uncounted.every(({ incident: { services } }) => services[0] === 'checkout'));
      }),
      { numRuns: examples(200) },
    );
  });
});
