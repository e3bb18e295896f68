import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateFault, dateOfPath, findDate } from '../../../../src/core/time/dates.ts';
import { readDay, readDays } from '../../../../src/core/time/day.ts';
import { readDayWord } from '../../../../src/core/time/day-word.ts';
import { readStamp } from '../../../../src/core/time/stamp.ts';
import { languages as known } from '../../../../src/core/vocabulary/words.ts';
import { examples } from '../../support/examples.ts';
import { anyText } from '../../support/markdown.ts';

/** The languages whose months are read, and those whose weekdays are, by BCP 47. */
const languages = known.filter(({ time }) => /\p{L}{3}/u.test(time.months.split('|')[0] ?? '')).map(({ code }) => code);
const withWeekdays = known.filter(({ time }) => time.weekdays !== '').map(({ code }) => code);

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2079-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

function inWords(language: string, iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));
}

/** Ways to write a day, each of which can be read one way only. */
const styles: ReadonlyArray<(iso: string) => string> = [
  (iso) => iso,
  (iso) => iso.replaceAll('-', '/'),
  (iso) => iso.replaceAll('-', '.'),
  (iso) => iso.replaceAll('-', ''),
  (iso) => iso.replace(/-0?/g, '-'),
  (iso) => iso.split('-').toReversed().join('.'),
  (iso) => `${Number(iso.slice(8))}.${Number(iso.slice(5, 7))}.${iso.slice(0, 4)}`,
  (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'),
  (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1년 $2월 $3일'),
  (iso) => `${iso.slice(8)}-${inWords('en-GB', iso, { month: 'short' }).slice(0, 3)}-${iso.slice(0, 4)}`,
  (iso) => inWords('en-US', iso, { dateStyle: 'long' }),
  (iso) => inWords('en-US', iso, { dateStyle: 'medium' }),
  (iso) => inWords('en-US', iso, { dateStyle: 'full' }),
  (iso) => inWords('en-GB', iso, { dateStyle: 'full' }),
  ...languages.map((language) => (iso: string) => {
    const day = inWords(language, iso, { day: 'numeric', month: 'long', year: 'numeric' });
    return day.replace(/\s?г\.$/, '');
  }),
];

describe('days', () => {
  it('have a year of two digits in the century that POSIX gives it', () => {
    for (const [text, year] of [
      ['7-Nov-89', 1989],
      ['7-Nov-24', 2024],
      ['31/12/99', 1999],
      ['31/12/68', 2068],
      ['07NOV69', 1969],
    ] as const) {
      assert.equal(readDay(text, 0)?.day?.year, year, text);
    }
  });

  it('are read in all styles and languages, exactly where they stand', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...styles),
        anyText,
        fc.constantFrom('', ' x', ': x', ')', ', 10:20'),
        (iso, style, before, behind) => {
          const written = style(iso);
          const read = readDay(`${before} ${written}${behind}`, before.length + 1);
          const { year, month, day } = read?.day ?? {};
          assert.equal(`${year}-${month}-${day}`, iso.replaceAll('-0', '-'), written);
          assert.equal(read?.end, before.length + 1 + written.length, written);
          assert.equal(findDate(`on ${written}${behind}`), iso, written);
        },
      ),
      { numRuns: examples(3000) },
    );
  });

  it('are read with the weekdays of all languages', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...withWeekdays), (iso, language) => {
        const weekday = inWords(language, iso, { weekday: 'long' });
        const word = readDayWord(`${weekday} 10:20`, 0);
        assert.deepEqual(word?.word, { kind: 'weekday', weekday: new Date(`${iso}T12:00:00Z`).getUTCDay() }, weekday);
        assert.equal(word.end, weekday.length);
        assert.equal(readDay(`${iso} (${weekday})`, 0)?.end, iso.length + weekday.length + 3);
      }),
    );
  });

  const spans: ReadonlyArray<readonly [text: string, first: string | undefined]> = [
    ['5–6 March 2024', '2024-03-05'],
    ['5th to 6th of March 2024', '2024-03-05'],
    ['March 5-6, 2024', '2024-03-05'],
    ['March 5 and 6, 2024', '2024-03-05'],
    ['March 5th through the 7th, 2024', '2024-03-05'],
    ['2024-03-05 to 2024-03-06', '2024-03-05'],
    ['2024-03-05/06', '2024-03-05'],
    ['2024-03-05/2024-03-06', '2024-03-05'],
    ['2024-03-05 – 03-06', '2024-03-05'],
    ['from 5 March 2024 to 6 March 2024', '2024-03-05'],
    ['from March 5 to March 6, 2024', '2024-03-05'],
    ['between 5 and 6 March 2024', '2024-03-05'],
    ['5.–6. März 2024', '2024-03-05'],
    ['vom 5. bis 6. März 2024', '2024-03-05'],
    ['du 5 au 6 mars 2024', '2024-03-05'],
    ['del 5 al 6 de marzo de 2024', '2024-03-05'],
    ['5 a 6 de março de 2024', '2024-03-05'],
    ['5.–6.3.2024', '2024-03-05'],
    ['05.03.–06.03.2024', '2024-03-05'],
    ['2024年3月5日〜6日', '2024-03-05'],
    ['28 February – 2 March 2024', '2024-02-28'],
    ['Feb 29 – Mar 1, 2024', '2024-02-29'],
    ['30 Dec 2023 – 2 Jan 2024', '2023-12-30'],
    ['30 Dec – 2 Jan 2024', '2023-12-30'],
    ['03/12/2024 – 03/14/2024', '2024-03-12'],
    ['29 Feb – 1 Mar 2023', undefined],
    ['03/04/2024 – 05/04/2024', undefined],
  ];
  for (const [text, first] of spans) {
    it(`begin a span such as "${text}"`, () => {
      assert.equal(findDate(text), first);
      assert.equal(findDate(`Orders lost, ${text}`), first);
    });
  }

  it('end a span where it ends', () => {
    assert.deepEqual(readDays('30 Dec – 2 Jan 2024: x', 0), {
      day: { year: 2023, month: 12, day: 30 },
      until: { year: 2024, month: 1, day: 2 },
      end: 19,
    });
    assert.equal(readDays('5 March – 10:20 alert', 0)?.end, 7);
    assert.equal(readDays('March 5 - 10 servers are down', 0)?.end, 7);
  });

  const found: ReadonlyArray<readonly [text: string, date: string | undefined]> = [
    ['13 de março de 2026', '2026-03-13'],
    ['20240305', '2024-03-05'],
    ['20240305T1020Z', '2024-03-05'],
    ['05-Mar-24', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['13/04/2025', '2025-04-13'],
    ['Tue, 5 Mar 2024', '2024-03-05'],
    ['March 2024', '2024-03'],
    ['março de 2024', '2024-03'],
    ['03/04/2025 (2025-04-03)', '2025-04-03'],
    ['version 2024.3.1', undefined],
    ['call 20240305123', undefined],
    ['2 out of 3 in 2024', undefined],
    ['10.0.0.1 in 2024', undefined],
    ['5 minutes in 2024', undefined],
    ['31 November 2024', undefined],
  ];
  for (const [text, date] of found) {
    it(`are found in "${text}" as ${date ?? 'none'}`, () => assert.equal(findDate(text), date));
  }

  it('are found in names of files', () => {
    assert.equal(dateOfPath('postmortems/5-march-2024-orders.md'), '2024-03-05');
    assert.equal(dateOfPath('postmortems/20240305_orders.md'), '2024-03-05');
  });

  const faults: ReadonlyArray<readonly [text: string, kind: string | undefined, part: string]> = [
    ['on 30 de fevereiro de 2024', 'impossible', '30 de fevereiro de 2024'],
    ['20240230', 'impossible', '20240230'],
    ['31. April 2024', 'impossible', '31. April 2024'],
    ['2024-03-05 25:10', 'impossible', '2024-03-05 25:10'],
    ['by 03-04-2024', 'ambiguous', '03-04-2024'],
    ['2024-03-05 24:00', undefined, ''],
    ['5–6 March 2024', undefined, ''],
    ['1.2.3.2024', undefined, ''],
  ];
  for (const [text, kind, part] of faults) {
    it(`have ${kind ?? 'no'} fault in "${text}"`, () => {
      const fault = dateFault(text);
      assert.equal(fault?.kind, kind);
      assert.equal(fault === undefined ? '' : text.slice(fault.from, fault.to), part);
    });
  }

  it('take time that grows with the text', () => {
    for (const part of [
      '5 ',
      '2024-',
      '5–6 ',
      '5.',
      'march ',
      '12/',
      '1.1.',
      '20240305',
      'von 5. bis ',
      '５ ',
      'Mon, ',
    ]) {
      // The quickest of some, since others use the machine too.
      const measure = (count: number): number => {
        const text = part.repeat(count);
        const times = [0, 1, 2].map(() => {
          const start = performance.now();
          findDate(text);
          dateFault(text);
          readStamp(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      const [short, long] = [measure(4000), measure(32_000)];
      assert.ok(long < 200 + short * 24, `${part}: ${short} ms, then ${long} ms`);
    }
  });
});

describe('words for days', () => {
  const cases: ReadonlyArray<readonly [text: string, word: string]> = [
    ['next day', 'shift 1'],
    ['the following morning', 'shift 1'],
    ['tags darauf', 'shift 1'],
    ['le lendemain', 'shift 1'],
    ['al día siguiente', 'shift 1'],
    ['no dia seguinte', 'shift 1'],
    ['翌日', 'shift 1'],
    ['two days later', 'shift 2'],
    ['3 days later', 'shift 3'],
    ['same day', 'shift 0'],
    ['the day before', 'shift -1'],
    ['am Vortag', 'shift -1'],
    ['+1d', 'shift 1 start'],
    ['+2 days', 'shift 2 start'],
    ['T+1', 'shift 1 start'],
    ['D+3', 'shift 3 start'],
    ['Day 2', 'numbered 2'],
    ['day one', 'numbered 1'],
    ['Tag 2', 'numbered 2'],
    ['2日目', 'numbered 2'],
    ['first day', 'numbered 1'],
    ['Tue', 'weekday 2'],
    ['Mi.', 'weekday 3'],
    ['Sun', 'weekday 0'],
  ];
  for (const [text, word] of cases) {
    it(`read "${text}"`, () => {
      const read = readDayWord(`(${text}) x`, 1);
      assert.equal(read && Object.values(read.word).join(' '), word);
      assert.equal(read?.end, text.length + 1);
    });
  }

  it('leave what only looks like one', () => {
    for (const text of [
      'T+5 min',
      'T+1:20',
      'T+10m',
      'Day-to-day',
      'daylight',
      'Sunny',
      'so 10',
      'Monitoring',
      'Marching',
      'days',
      'Day 1.5',
    ]) {
      assert.equal(readDayWord(text, 0), undefined, text);
    }
  });
});
