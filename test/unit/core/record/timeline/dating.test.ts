import assert from 'node:assert/strict';
import { readTimelines } from '../../../../../src/core/record/timeline/read.ts';
import { logEntry, zoneOfEntries } from '../../../../../src/core/record/timeline/write/log-entry.ts';
import { misplacedIn } from '../../../../../src/core/record/timeline/order.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { instantOfEntry } from '../../../../../src/core/time/instant.ts';
import { typedEntry } from '../../../../../src/core/workflow/incident/entry-time.ts';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { documentOf } from '../../../support/context.ts';

interface Frame {
  readonly title?: string;
  readonly heading?: string;
}

/** A record whose timeline holds some lines. */
function record(
  lines: readonly string[],
  { title = 'Orders lost on 5 March 2024', heading = 'Timeline (UTC)' }: Frame = {},
): CatalogDocument {
  const text = ['# ' + title, '', '## ' + heading, '', ...lines, '', '## Root cause', '', 'A disk.', ''].join('\n');
  return documentOf('postmortem', text, 'postmortems/orders.md');
}
const items = (...texts: readonly string[]): string[] => texts.map((text) => `- ${text}`);

const entriesOf = (document: CatalogDocument) => readTimelines(document).flatMap(({ entries }) => entries);
const datesOf = (lines: readonly string[], frame?: Frame): string[] =>
  entriesOf(record(lines, frame)).map(({ date }) => date?.slice(5) ?? '');
const instantsOf = (lines: readonly string[], frame?: Frame): string[] =>
  entriesOf(record(lines, frame)).map((entry) => instantOfEntry(entry)?.toISOString().slice(8, 16) ?? '');
const disorder = (lines: readonly string[], frame?: Frame): string[] =>
  readTimelines(record(lines, frame))
    .flatMap(misplacedIn)
    .map(({ entry, other, where }) => `${entry.time.text} ${where} ${other.time.text}`);

/** The lines around a new entry, which was logged at an instant. */
function logged(lines: readonly string[], at: string, frame?: Frame): string[] {
  const document = record(lines, frame);
  const after = applyEdits(document.text, logEntry(document, { at: new Date(at), text: 'new' })).split('\n');
  const index = after.findIndex((line) => line.includes('new'));
  return after.slice(index - 1, index + 2);
}

describe('dating across zones', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], dates: readonly string[]]> = [
    [
      'a zone to the west',
      items('10:20 UTC a', '05:25 EST b', '10:30 UTC c', '05:40 EST d'),
      ['03-05', '03-05', '03-05', '03-05'],
    ],
    [
      'three zones',
      items('10:20 UTC a', '05:25 EST b', '02:30 PST c', '10:40 UTC d', '05:45 EST e', '02:50 PST f'),
      Array.from({ length: 6 }, () => '03-05'),
    ],
    ['a zone with several meanings', items('15:50 IST a', '10:25 UTC b', '16:00 IST c'), ['03-05', '03-05', '03-05']],
    [
      'zones twelve hours apart',
      items('14:20 UTC a', '03:25 NZDT b', '14:30 UTC c', '03:40 NZDT d', '2024-03-05 14:50 UTC e'),
      ['03-05', '03-06', '03-05', '03-06', '03-05'],
    ],
    ['zones nineteen hours apart', items('09:20 PST a', '02:25 JST b', '09:40 PST c'), ['03-05', '03-06', '03-05']],
    [
      'half hours, and IANA names',
      items('10:20 UTC a', '15:55 Asia/Kolkata b', '10:30 UTC c', '20:05 ACST d', '05:40 America/New_York e'),
      Array.from({ length: 5 }, () => '03-05'),
    ],
    [
      'midnight in one of them',
      items('23:50 UTC a', '18:55 EST b', '00:10 UTC c', '19:15 EST d'),
      ['03-05', '03-05', '03-06', '03-05'],
    ],
    [
      'a real next day',
      items('16:20 UTC a', '11:25 EST b', '09:00 UTC c', '04:30 EST d'),
      ['03-05', '03-05', '03-06', '03-06'],
    ],
  ];
  for (const [what, lines, dates] of cases) {
    it(`counts days on instants: ${what}`, () => {
      assert.deepEqual(datesOf(lines, { heading: 'Timeline' }), dates);
      assert.deepEqual(disorder(lines, { heading: 'Timeline' }), []);
    });
  }

  it('puts a new entry where its instant belongs', () => {
    const frame = { heading: 'Timeline' };
    const west = items('10:20 UTC a', '05:25 EST b', '10:30 UTC c', '05:40 EST d');
    assert.deepEqual(logged(west, '2024-03-05T10:45:00Z', frame), ['- 05:40 EST d', '- 05:45 EST new', '']);
    const india = items('15:50 IST a', '10:25 UTC b', '16:00 IST c');
    assert.deepEqual(logged(india, '2024-03-05T10:35:00Z', frame), ['- 16:00 IST c', '- 10:35 UTC new', '']);
    assert.deepEqual(logged(india, '2024-03-05T10:22:00Z', frame).slice(0, 1), ['- 15:50 IST a']);
  });

  it('still tells what stands in the wrong place', () => {
    const frame = { heading: 'Timeline' };
    const later = ['05:45 EST d', '10:50 UTC e', '10:55 UTC f'];
    assert.deepEqual(disorder(items('10:20 UTC a', '05:25 EST b', '10:05 UTC c', ...later), frame), [
      '10:05 UTC below 10:20 UTC',
    ]);
    assert.deepEqual(disorder(items('10:20 UTC a', '03:05 EST b', '10:35 UTC c', ...later), frame), [
      '03:05 EST below 10:20 UTC',
    ]);
  });
});

describe('dating in a pair of zones', () => {
  const july = { title: 'Orders lost on 5 July 2024' };
  const pairs: ReadonlyArray<readonly [zone: string, clock: string]> = [
    ['PST/PDT', '04:05'],
    ['Pacific', '04:05'],
    ['PST or PDT', '04:05'],
    ['CET/CEST', '13:05'],
    ['MEZ/MESZ', '13:05'],
    ['CET (CEST)', '13:05'],
    ['EST/EDT', '07:05'],
    ['ET', '07:05'],
    ['CT', '06:05'],
    ['CST/CDT', '06:05'],
    ['GMT/BST', '12:05'],
    ['AEST/AEDT', '21:05'],
    ['Zurich time', '13:05'],
  ];
  for (const [zone, clock] of pairs) {
    it(`writes a new entry of July in what ${zone} means then`, () => {
      const lines = items('03:20 alert', '03:40 look');
      const heading = `Timeline (all times in ${zone})`;
      assert.deepEqual(logged(lines, '2024-07-05T11:05:00Z', { ...july, heading }), [
        '- 03:40 look',
        `- ${clock} new`,
        '',
      ]);
    });
  }

  it('writes one of January in what it means then', () => {
    const frame = { title: 'Orders lost on 5 January 2024', heading: 'Timeline (CEST/CET)' };
    assert.deepEqual(logged(items('03:20 alert'), '2024-01-05T11:05:00Z', frame), ['- 03:20 alert', '- 12:05 new', '']);
  });

  it('understands what is typed', () => {
    const document = record(items('03:20 alert'), { ...july, heading: 'Timeline (PST/PDT)' });
    const now = new Date('2024-07-05T11:10:00Z');
    const typed = typedEntry('04:05 rolled back', now, zoneOfEntries(document));
    assert.deepEqual(typed, { at: new Date('2024-07-05T11:05:00Z'), text: 'rolled back', timed: true });
  });
});

describe('dating by words', () => {
  const cases: ReadonlyArray<readonly [what: string, lines: readonly string[], dates: readonly string[]]> = [
    ['weekdays', items('Tue 10:20 a', 'Tue 12:40 b', 'Wed 09:00 c'), ['03-05', '03-05', '03-06']],
    [
      'weekdays in full',
      items('Tuesday at 10:20 a', 'Wednesday at 09:00 b', 'Friday, 08:00: c'),
      ['03-05', '03-06', '03-08'],
    ],
    ['weekdays in German', items('Di 10:20 a', 'Mi., 09:00 Uhr b'), ['03-05', '03-06']],
    ['weekdays in French', items('mardi 10h20 a', 'mercredi à 09h00 b'), ['03-05', '03-06']],
    ['weekdays in Japanese', items('火曜日 10:20 a', '水曜日 09:00 b', '翌日 08:00 c'), ['03-05', '03-06', '03-07']],
    [
      'weekdays behind the time',
      items('10:20 (Tue) a', '09:00 (Wed) b', '09:30 (same day) c'),
      ['03-05', '03-06', '03-06'],
    ],
    ['a weekend', items('Fri 16:00 a', 'Mon 09:00 b'), ['03-08', '03-11']],
    [
      'next day in brackets',
      items('10:30 a', '12:00 b', '09:00 (next day): c', '09:30 d'),
      ['03-05', '03-05', '03-06', '03-06'],
    ],
    [
      'next day in front',
      items('10:30 a', 'Next day, 09:00: b', 'Next day, 10:00: c', 'the following day at 7:30 d'),
      ['03-05', '03-06', '03-06', '03-07'],
    ],
    ['next day in German', items('10:30 a', 'tags darauf, 09:00 Uhr: b'), ['03-05', '03-06']],
    ['+1d', items('23:50 a', '09:00 +1d: b', '10:00 (+1) c', '08:00 +2d: d'), ['03-05', '03-06', '03-06', '03-07']],
    ['days later', items('10:30 a', 'Two days later, 08:00: b'), ['03-05', '03-07']],
    [
      'headings that are weekdays',
      ['### Friday', '', ...items('10:20 a', '12:40 b'), '', '### Monday', '', ...items('09:00 c')],
      ['03-08', '03-08', '03-11'],
    ],
    [
      'headings that are numbers of days',
      [
        '### Day 1',
        '',
        ...items('10:20 a'),
        '',
        '### Day 2',
        '',
        ...items('09:00 b'),
        '',
        '### Day 4',
        '',
        ...items('08:00 c'),
      ],
      ['03-05', '03-06', '03-08'],
    ],
    [
      'labels that are numbers of days',
      ['**Day one**', '', ...items('10:20 a'), '', '**Day two**', '', ...items('09:00 b')],
      ['03-05', '03-06'],
    ],
    [
      'T+1',
      [
        '### T+0',
        '',
        ...items('10:20 a'),
        '',
        '### T+1',
        '',
        ...items('09:00 b'),
        '',
        '### T+3',
        '',
        ...items('08:00 c'),
      ],
      ['03-05', '03-06', '03-08'],
    ],
    [
      'a column of weekdays',
      ['| Day | Time | Event |', '|---|---|---|', '| Tue | 10:20 | a |', '| | 12:40 | b |', '| Wed | 09:00 | c |'],
      ['03-05', '03-05', '03-06'],
    ],
  ];
  for (const [what, lines, dates] of cases) {
    it(`reads ${what}`, () => {
      assert.deepEqual(datesOf(lines), dates);
      assert.deepEqual(disorder(lines), []);
    });
  }

  it('counts over the end of a year, and over a leap day', () => {
    assert.deepEqual(
      datesOf(items('Tue 23:20 a', 'Wed 00:40 b', 'Thu 09:00 c'), { title: 'Down on 31 December 2024' }),
      ['12-31', '01-01', '01-02'],
    );
    assert.deepEqual(
      datesOf(items('23:20 a', '00:40 b', '09:00 (next day) c'), { title: 'Down on 28 February 2024' }),
      ['02-28', '02-29', '03-01'],
    );
  });

  it('keeps days apart where nothing tells the date', () => {
    const frame = { title: 'Orders lost' };
    for (const lines of [
      items('Tue 10:20 a', 'Tue 12:40 b', 'Wed 09:00 c'),
      items('March 5 10:20 a', 'March 5 12:40 b', 'March 6 09:00 c'),
    ]) {
      assert.deepEqual(datesOf(lines, frame), ['', '', '']);
      assert.deepEqual(disorder(lines, frame), []);
    }
  });

  const wrong: ReadonlyArray<readonly [lines: readonly string[], message: string, frame?: Frame]> = [
    [items('Tue 10:20 a', 'Tue 12:40 b', 'Tue 11:00 c', 'Wed 09:00 d'), 'Tue 11:00 below Tue 12:40'],
    [items('Tue 10:20 a', 'Tue 18:40 b', 'Tue 11:00 c', 'Tue 18:50 d', 'Wed 09:00 e'), 'Tue 11:00 below Tue 18:40'],
    [items('Tue 10:20 a', 'Wed 09:00 b', 'Tue 12:40 c', 'Wed 10:00 d', 'Wed 11:00 e'), 'Tue 12:40 below Wed 09:00'],
    [
      items('10:20 a', '12:40 b', '09:00 (next day) c', '09:40 (same day) d', '09:20 (same day) e'),
      '09:20 (same day) below 09:40 (same day)',
    ],
    [
      items('Tue 10:20 a', 'Tue 12:40 b', 'Tue 11:00 c', 'Wed 09:00 d'),
      'Tue 11:00 below Tue 12:40',
      { title: 'Orders lost' },
    ],
    [['### Friday', '', ...items('10:20 a', '12:40 b', '11:00 c', '13:00 d')], '11:00 below 12:40'],
  ];
  for (const [lines, message, frame] of wrong) {
    it(`still tells that ${message}${frame === undefined ? '' : ', without a date'}`, () => {
      assert.deepEqual(disorder(lines, frame), [message]);
    });
  }

  it('lets a new entry join', () => {
    const lines = ['### Friday', '', ...items('10:20 a'), '', '### Monday', '', ...items('09:00 b')];
    assert.deepEqual(logged(lines, '2024-03-11T09:40:00Z'), ['- 09:00 b', '- 09:40 new', '']);
    assert.deepEqual(logged(lines, '2024-03-08T10:40:00Z').slice(0, 2), ['- 10:20 a', '- 10:40 new']);
  });
});

describe('dating by the clock', () => {
  it('takes a time of minutes for the whole minute', () => {
    assert.deepEqual(disorder(items('08:14:05 a', '08:16:40 b', '08:16 c', '08:19:00 d')), []);
    assert.deepEqual(disorder(items('08:14:05 a', '08:16:40 b', '08:15 c', '08:19:00 d')), ['08:15 below 08:16:40']);
  });

  it('knows the end of a day', () => {
    assert.deepEqual(datesOf(items('23:20 a', '24:00 b', '00:10 c')), ['03-05', '03-05', '03-06']);
    assert.deepEqual(disorder(items('23:20 a', '24:00 b', '00:10 c')), []);
  });

  const nights: ReadonlyArray<
    readonly [zone: string, day: string, lines: readonly string[], instants: readonly string[]]
  > = [
    [
      'Europe/Berlin',
      '27 October 2024',
      items('02:40 a', '02:55 b', '02:05 c', '02:30 d'),
      ['27T00:40', '27T00:55', '27T01:05', '27T01:30'],
    ],
    [
      'CET/CEST',
      '27 October 2024',
      items('02:40 a', '02:55 b', '02:05 c', '02:30 d'),
      ['27T00:40', '27T00:55', '27T01:05', '27T01:30'],
    ],
    ['Pacific', '3 November 2024', items('01:40 a', '01:05 b'), ['03T08:40', '03T09:05']],
    ['AEST/AEDT', '7 April 2024', items('02:40 a', '02:05 b'), ['06T15:40', '06T16:05']],
    [
      'Australia/Lord_Howe',
      '7 April 2024',
      items('01:40 a', '01:55 b', '01:35 c'),
      ['06T14:40', '06T14:55', '06T15:05'],
    ],
    ['Europe/Berlin', '31 March 2024', items('01:40 a', '02:20 b', '03:30 c'), ['31T00:40', '31T01:20', '31T01:30']],
  ];
  for (const [zone, day, lines, instants] of nights) {
    it(`reads the hour that changes in ${zone} on ${day}`, () => {
      const frame = { title: `Orders lost on ${day}`, heading: `Timeline (${zone})` };
      assert.deepEqual(instantsOf(lines, frame), instants);
      assert.deepEqual(disorder(lines, frame), []);
    });
  }

  it('puts a new entry into the second of two hours, and still tells an earlier one', () => {
    const frame = { title: 'Orders lost on 27 October 2024', heading: 'Timeline (Europe/Berlin)' };
    const lines = items('02:40 a', '02:55 b', '02:05 c', '02:30 d');
    assert.deepEqual(logged(lines, '2024-10-27T01:35:00Z', frame), ['- 02:30 d', '- 02:35+01:00 new', '']);
    assert.deepEqual(logged(lines, '2024-10-27T00:45:00Z', frame), ['- 02:40 a', '- 02:45 new', '- 02:55 b']);
    assert.deepEqual(disorder([...lines, ...items('01:50 e', '03:10 f')], frame), ['01:50 below 02:30']);
  });
});
