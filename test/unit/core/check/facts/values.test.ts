import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInterval } from '../../../../../src/core/time/interval.ts';
import { containsWord, schemesOf } from '../../../../../src/core/check/facts/schemes.ts';
import { unknownZone } from '../../../../../src/core/time/zone.ts';
import { dateFault, findDate } from '../../../../../src/core/time/dates.ts';
import { examples } from '../../../support/examples.ts';
import { anyText } from '../../../support/markdown.ts';

describe('intervals', () => {
  const same: ReadonlyArray<readonly [string, object]> = [
    ['6 months', { months: 6 }],
    ['3mo', { months: 3 }],
    ['every 90 days', { days: 90 }],
    ['1 year', { years: 1 }],
    ['2w', { weeks: 2 }],
    ['six months', { months: 6 }],
    ['quarterly', { months: 3 }],
    ['every quarter', { months: 3 }],
    ['once a year', { years: 1 }],
    ['Annually.', { years: 1 }],
    ['P6M', { years: 0, months: 6, weeks: 0, days: 0 }],
    ['P1Y2M10D', { years: 1, months: 2, weeks: 0, days: 10 }],
    ['6 meses', { months: 6 }],
    ['6 Monate', { months: 6 }],
    ['1 año', { years: 1 }],
  ];
  for (const [text, duration] of same) {
    it(`of "${text}"`, () => assert.deepEqual(readInterval(text), duration));
  }

  it('are none in other texts', () => {
    for (const text of ['', 'soon', '6', 'months ago', 'P', 'every time', '0 days', 'when needed', 'constructor']) {
      assert.equal(readInterval(text), undefined, text);
    }
  });
});

describe('written dates', () => {
  it('that do not exist are told', () => {
    for (const text of [
      '2025-13-45',
      '2025-02-30',
      '2025/2/30',
      '31.04.2025',
      '45/13/2025',
      'February 30, 2025',
      '2025-01-01T25:00',
      '31st April 2025',
    ]) {
      assert.equal(dateFault(text)?.kind, 'impossible', text);
    }
  });

  it('that mean two days are told, with both', () => {
    assert.deepEqual(dateFault('on 03/04/2025')?.meanings, ['2025-04-03', '2025-03-04']);
    assert.deepEqual([dateFault('on 03/04/2025')?.from, dateFault('on 03/04/2025')?.to], [3, 13]);
  });

  it('that are clear, or none, are fine', () => {
    for (const text of [
      '2025-02-28',
      '2024-02-29T24:00:00Z',
      '13/04/2025',
      '04/13/2025',
      '03.04.2025',
      '5/5/2025',
      '1.2.3',
      'May 2025',
      'v2025-1',
      '2025-10',
      '10:30',
      '192.168.10.2025',
      '',
    ]) {
      assert.equal(dateFault(text), undefined, text);
    }
  });

  it('are found where they are clear', () => {
    assert.equal(findDate('13/04/2025'), '2025-04-13');
    assert.equal(findDate('3.4.2025'), '2025-04-03');
    assert.equal(findDate('2 January 2025'), '2025-01-02');
    assert.equal(findDate('03/04/2025'), undefined);
  });

  it('lie inside any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'0123456789/-. 2025T:') })), (text) => {
        const found = dateFault(text);
        assert.ok(found === undefined || (found.from >= 0 && found.from < found.to && found.to <= text.length));
        findDate(text);
        readInterval(text);
        unknownZone(text);
        schemesOf(text);
      }),
      { numRuns: examples(500) },
    );
  });
});

describe('time zones', () => {
  it('are known by area, short name and offset, and nobody can tell of words', () => {
    for (const name of [
      'UTC',
      'utc',
      'Europe/Berlin',
      'America/Argentina/Buenos_Aires',
      'CET',
      'PT',
      'PST8PDT',
      'UTC+2',
      '+05:30',
      'GMT-3',
      'Pacific Time',
      'local time',
      'Europe/Berlin (CEST)',
      'US/Pacific',
      '',
    ]) {
      assert.equal(unknownZone(name), undefined, name);
    }
  });

  it('that do not exist are told, with what comes near', () => {
    assert.deepEqual(unknownZone('Europe/Berln'), { meant: 'Europe/Berlin' });
    assert.deepEqual(unknownZone('Mars/Olympus_Mons_Base'), {});
    assert.deepEqual(unknownZone('QQT'), {});
  });
});

describe('severities', () => {
  it('show how they are counted', () => {
    assert.deepEqual(schemesOf('SEV-2'), ['SEV-1, SEV-2 …']);
    assert.deepEqual(schemesOf('p1'), ['P1, P2 …']);
    assert.deepEqual(schemesOf('Crítico (3)'), ['critical, high, warning …']);
    assert.deepEqual(schemesOf('warning'), ['critical, high, warning …']);
    assert.deepEqual(schemesOf('2'), ['1, 2 …']);
    assert.deepEqual(schemesOf('SEV1 / P1').length, 2);
  });

  it('are the same word however letters and digits are parted', () => {
    assert.ok(containsWord('sev2', ['SEV-2']));
    assert.ok(containsWord('SEV 2 (mail only)', ['SEV-2']));
    assert.ok(!containsWord('SEV-21', ['SEV-2']));
    assert.ok(!containsWord('anything', ['…']));
  });
});
