import assert from 'node:assert/strict';
import { misplacedIn } from '../../../../../src/core/record/timeline/order.ts';
import { readTimelines } from '../../../../../src/core/record/timeline/read.ts';
import type { Timeline } from '../../../../../src/core/record/timeline/entry.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { documentOf } from '../../../support/context.ts';
import { shapes, timelineIn } from './shapes.ts';

const front = '---\ndate: 2024-03-05\n---\n\n# Orders lost\n\n';

function timelinesOf(body: string, heading = '## Timeline (UTC)'): readonly Timeline[] {
  return readTimelines(documentOf('postmortem', `${front}${heading}\n\n${body}\n\n## Root cause\n\nA disk.\n`));
}

/** The entries of a timeline: day of the month, clock and text. */
function entriesOf(body: string, heading?: string): string[] {
  return timelinesOf(body, heading).flatMap(({ entries }) =>
    entries.map(({ date, clock, text }) =>
      [date?.slice(-2), clock && `${clock.hour}:${String(clock.minute).padStart(2, '0')}`, text]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  );
}

function misplacedOf(body: string, heading?: string): string[] {
  return timelinesOf(body, heading)
    .flatMap(misplacedIn)
    .map(({ entry, other, where }) => `${entry.time.text} ${where} ${other.time.text}`);
}

describe('readTimelines, by shape', () => {
  for (const shape of shapes) {
    const { name } = shape;
    const body = (times: readonly string[]): string => timelineIn(shape, times);

    it(`reads ${name}: each entry, its text alone, its time where it stands`, () => {
      const text = body(['10:20', '10:40', '11:00']);
      assert.deepEqual(entriesOf(text), ['05 10:20 event a', '05 10:40 event b', '05 11:00 event c']);
      assert.deepEqual(misplacedOf(text), []);
      const lines = Lines.of(`${front}## Timeline (UTC)\n\n${text}`);
      for (const { time } of timelinesOf(text).flatMap(({ entries }) => entries)) {
        const { start, end } = time.range;
        assert.equal(lines.text(start.line).slice(start.character, end.character), time.text);
        assert.match(time.text, /^1\d\D\d\d(?:分| Uhr)?$/);
      }
    });

    it(`tells of what is out of order in ${name}`, () => {
      const [found] = misplacedOf(body(['10:20', '11:00', '10:40']));
      assert.match(found ?? '', /^1\d\D\d\d.* (?:below|above) 1\d/);
    });
  }

  it('reads entries that begin in mid-line, with the lines that they go on', () => {
    const body =
      '15:27 - Ada changes a record, not knowing that\nit adds four more.<br> 21:14 - The change takes effect. Most of the\nservers fail.<br> 21:20 - The first mail comes.';
    assert.deepEqual(entriesOf(body), [
      '05 15:27 Ada changes a record, not knowing that it adds four more.',
      '05 21:14 The change takes effect. Most of the servers fail.',
      '05 21:20 The first mail comes.',
    ]);
    const [timeline] = timelinesOf(body);
    assert.deepEqual(
      timeline?.entries.map(({ range: { start, end } }) => [
        start.line - 8,
        start.character,
        end.line - 8,
        end.character,
      ]),
      [
        [0, 0, 1, 18],
        [1, 23, 2, 13],
        [2, 18, 2, 47],
      ],
    );
  });

  it('leaves lines that go on about a time', () => {
    assert.deepEqual(entriesOf('10:20 alert, seen at\n10:25 by two and again at\n10:30 by all'), [
      '05 10:20 alert, seen at 10:25 by two and again at 10:30 by all',
    ]);
  });

  it('drops hard breaks and the ends of containers', () => {
    assert.deepEqual(entriesOf('- 10:20 alert\\\n  by mail\\\n- 10:40 look<br>\n- 11:00 fixed'), [
      '05 10:20 alert by mail',
      '05 10:40 look',
      '05 11:00 fixed',
    ]);
  });

  it('keeps the brackets of another clock, and the zone that is stated for the column', () => {
    const table = (cell: string): Timeline | undefined =>
      timelinesOf(`| Time (JST) | Event |\n| --- | --- |\n| ${cell} | look |\n| 18:40 | page |`, '## Timeline')[0];
    for (const [cell, text] of [
      ['18:25 (UTC 09:25)', '(UTC 09:25) | look'],
      ['18:25 [UTC 09:25]', '[UTC 09:25] | look'],
      ['18:25（UTC 09:25）', '（UTC 09:25） | look'],
      ['18:25 (UTC 03-05 09:25)', '(UTC 03-05 09:25) | look'],
      ['18:25 JST (09:25 UTC)', '(09:25 UTC) | look'],
      ['(09:25 UTC) 18:25', '(09:25 UTC) | look'],
    ] as const) {
      const [entry] = table(cell)?.entries ?? [];
      assert.deepEqual([entry?.clock?.hour, entry?.zone, entry?.text], [18, 'JST', text], cell);
      assert.deepEqual(misplacedIn(table(cell) ?? assert.fail()), []);
    }
  });

  it('takes the date of a row from the column that has dates, and drops that of weekdays', () => {
    assert.deepEqual(
      entriesOf(
        '| Day | Date | Time | Event |\n|---|---|---|---|\n| Tue | Mar 5 | 10:20 | alert |\n| Thu | Mar 7 | 10:40 | look |',
      ),
      ['05 10:20 alert', '07 10:40 look'],
    );
  });

  it('drops columns that hold further times, not those of lengths', () => {
    assert.deepEqual(
      entriesOf('| Start | End | Event |\n|---|---|---|\n| 10:20 | 10:30 | alert |\n| 10:40 | 10:50 | look |'),
      ['05 10:20 alert', '05 10:40 look'],
    );
    assert.deepEqual(entriesOf('| Time | Duration | Event |\n|---|---|---|\n| 10:20 | 0:30 | alert |'), [
      '05 10:20 0:30 | alert',
    ]);
  });
});

describe('readTimelines, what stands around a time', () => {
  it('is a tag that belongs to the text', () => {
    assert.deepEqual(entriesOf('- [SEV1] 10:20 alert\n- #2 10:40 look\n- (c) 11:00 fixed'), [
      '05 10:20 [SEV1] alert',
      '05 10:40 #2 look',
      '05 11:00 (c) fixed',
    ]);
  });

  it('is the same time elsewhere, or a word for "about"', () => {
    assert.deepEqual(entriesOf('- 10:20 UTC / 11:20 CET alert\n- 10:40頃 調査\n- 11:05過ぎ 復旧'), [
      '05 10:20 alert',
      '05 10:40 調査',
      '05 11:05 復旧',
    ]);
  });

  it('is a break between the day and the clock of a cell', () => {
    const [timeline] = timelinesOf('| Time | Event |\n|---|---|\n| 2024-03-05<br>10:20 | alert<br>by mail |');
    assert.deepEqual(
      timeline?.entries.map(({ time, text }) => [time.text, text]),
      [['2024-03-05<br>10:20', 'alert by mail']],
    );
  });
});

describe('readTimelines, what is struck out', () => {
  it('is no entry and no part of one', () => {
    for (const struck of [
      '~~10:50 alert~~',
      '<s>10:50 alert</s>',
      '<del>10:50 alert</del>',
      '<strike>10:50 alert</strike>',
    ]) {
      const body = `- ${struck}\n- 10:25 look\n- ~~10:55~~ 10:30 page\n- 10:40 ~~bad~~ good`;
      assert.deepEqual(entriesOf(body), ['05 10:25 look', '05 10:30 page', '05 10:40 good']);
      assert.deepEqual(misplacedOf(body), []);
      assert.deepEqual(timelinesOf(body)[0]?.unread, []);
      assert.deepEqual(entriesOf(`${struck}<br>\n10:25 look<br>\n10:30 page`), ['05 10:25 look', '05 10:30 page']);
      assert.deepEqual(entriesOf(`| Time | Event |\n|---|---|\n| ${struck} | x |\n| 10:25 | look |`), [
        '05 10:25 look',
      ]);
      assert.deepEqual(entriesOf(`### ${struck}\n\n### 10:25 look`), ['05 10:25 look']);
    }
    assert.deepEqual(entriesOf('<del>\n\n- 10:50 alert\n\n</del>\n\n- 10:25 look'), ['05 10:25 look']);
  });

  it('is not what one tilde stands before', () => {
    const [timeline] = timelinesOf('- ~10:20-~10:40 alert\n- ~10:50 look');
    assert.deepEqual(
      timeline?.entries.map(({ approximate }) => approximate),
      [true, true],
    );
  });

  it('does not hide what is out of order', () => {
    assert.deepEqual(misplacedOf('- ~~10:50 alert~~\n- 10:20 a\n- 10:40 b\n- 10:30 c\n- 10:50 d'), [
      '10:30 below 10:40',
    ]);
  });
});

describe('readTimelines, running text', () => {
  it('carries the date named last on, and is not compared', () => {
    const body =
      'At 4:10 PM on May 3rd a token was copied.\n\nAt 2:05 PM UTC on May 9th it was used.\n\nAt 2:20 PM, an alert came.\n\nAt 1:00 PM, a mail had come.';
    assert.deepEqual(entriesOf(body), [
      '03 16:10 a token was copied.',
      '09 14:05 it was used.',
      '09 14:20 an alert came.',
      '09 13:00 a mail had come.',
    ]);
    assert.deepEqual(misplacedOf(body), []);
    assert.deepEqual(
      entriesOf('At 4:10 PM on May 3rd it began, and on May 5th it came back.\n\nAt 2:20 PM, an alert came.').at(-1),
      '05 14:20 an alert came.',
    );
    assert.deepEqual(entriesOf('On May 3rd a token was copied.\n\nAt 2:20 PM, an alert came.'), [
      '03 14:20 an alert came.',
    ]);
  });

  it('is where a day leads a sentence in, and not where days and times stand in lines', () => {
    assert.deepEqual(entriesOf('2024-03-05、調査を依頼された。'), []);
    assert.deepEqual(entriesOf('On 6 March, we went on.\n\n- 09:00 fixed'), ['06 9:00 fixed']);
    const body = '03-05-2024\n\n7:32 PM - down\n\n7:38 PM - seen\n\n7:42 PM - up\n\n03-13-2024 - fixed';
    assert.deepEqual(entriesOf(body, '## What we saw'), ['05 19:32 down', '05 19:38 seen', '05 19:42 up', '13 fixed']);
  });

  it('beside a list does not move the days of its entries', () => {
    const body =
      '- 10:20 alert\n- 10:40 look\n\nAt 09:00 the day before, Ada had changed a setting.\n\n- 11:00 fixed\n- 10:50 page';
    assert.deepEqual(entriesOf(body), ['05 10:20 alert', '05 10:40 look', '05 11:00 fixed', '05 10:50 page']);
    assert.deepEqual(misplacedOf(body), ['10:50 below 11:00']);
  });

  it('is none of the entries of a list beside it', () => {
    assert.deepEqual(
      entriesOf('- 10:20 alert\n- 10:40 look\n- 11:00 fixed\n\nAt 10:30 the team thought it was over.'),
      ['05 10:20 alert', '05 10:40 look', '05 11:00 fixed'],
    );
  });

  it('is not what a list of lines is', () => {
    assert.deepEqual(misplacedOf('At 10:20: alert<br>\nAt 11:00: look<br>\nAt 10:40: fixed'), ['10:40 below 11:00']);
  });
});

describe('readTimelines, days in words', () => {
  const cases: ReadonlyArray<readonly [body: string, entries: readonly string[]]> = [
    ['- Tue 10:20 alert\n- Tue 12:40 look\n- Wed 09:00 fixed', ['05 10:20 alert', '05 12:40 look', '06 9:00 fixed']],
    ['- 10:30 alert\n- 12:00 look\n- 09:00 (next day): fixed', ['05 10:30 alert', '05 12:00 look', '06 9:00 fixed']],
    ['- 10:30 alert\n- 12:00 look\n- 09:00 +1d: fixed', ['05 10:30 alert', '05 12:00 look', '06 9:00 fixed']],
    ['- 10:30 alert\n- 12:00 look\n- Next day, 09:00: fixed', ['05 10:30 alert', '05 12:00 look', '06 9:00 fixed']],
    ['- Tuesday at 10:30 alert\n- Wednesday at 09:00 fixed', ['05 10:30 alert', '06 9:00 fixed']],
    [
      '### Tuesday\n\n- 10:20 alert\n- 12:40 look\n\n### Friday\n\n- 09:00 fixed',
      ['05 10:20 alert', '05 12:40 look', '08 9:00 fixed'],
    ],
    [
      '### Day 1\n\n- 10:20 alert\n- 12:40 look\n\n### Day 2\n\n- 09:00 fixed',
      ['05 10:20 alert', '05 12:40 look', '06 9:00 fixed'],
    ],
    [
      '**Tuesday**\n\n10:20 alert  \n12:40 look\n\n**Wednesday**\n\n09:00 fixed  \n09:20 closed',
      ['05 10:20 alert', '05 12:40 look', '06 9:00 fixed', '06 9:20 closed'],
    ],
    [
      '- Day 1\n  - 10:20 alert\n  - 12:40 look\n- Day 2\n  - 09:00 fixed',
      ['05 10:20 alert', '05 12:40 look', '06 9:00 fixed'],
    ],
    [
      '| Day | Time | Event |\n|---|---|---|\n| Tue | 10:20 | alert |\n| Wed | 09:00 | fixed |',
      ['05 10:20 alert', '06 9:00 fixed'],
    ],
    ['- 10:30 alert\n- 翌日 09:00 復旧', ['05 10:30 alert', '06 9:00 復旧']],
    ['- Di 10:30 Uhr Alarm\n- Am nächsten Tag um 09:00 Uhr: behoben', ['05 10:30 Alarm', '06 9:00 behoben']],
  ];
  for (const [body, entries] of cases) {
    it(`dates ${JSON.stringify(body)}`, () => {
      assert.deepEqual(entriesOf(body), entries);
      assert.deepEqual(misplacedOf(body), []);
    });
  }

  it('tells of what is out of order on one day', () => {
    assert.deepEqual(misplacedOf('- Tue 10:20 alert\n- Tue 12:40 look\n- Tue 11:30 page\n- Wed 09:00 fixed'), [
      'Tue 11:30 below Tue 12:40',
    ]);
    assert.deepEqual(misplacedOf('### Day 2\n\n- 10:20 alert\n- 12:40 look\n- 11:30 page'), ['11:30 below 12:40']);
  });
});

describe('readTimelines, dates of numbers', () => {
  it('have the order that one of them shows', () => {
    const days = (body: string): string[] =>
      timelinesOf(body).flatMap(({ entries }) => entries.map(({ date = '?' }) => date));
    assert.deepEqual(days('- 3/5/2024 10:20 AM: alert\n- 3/13/2024 11:00 AM: closed'), ['2024-03-05', '2024-03-13']);
    assert.deepEqual(days('- 05/03/2024 10:20: alert\n- 13/03/2024 11:00: closed'), ['2024-03-05', '2024-03-13']);
    assert.deepEqual(days('- 3/5 10:20 alert\n- 3/13 11:00 closed'), ['2024-03-05', '2024-03-13']);
    assert.deepEqual(days('- 3/5 10:20 検知\n- 3/6 10:40 調査'), ['2024-03-05', '2024-03-06']);
    assert.deepEqual(days('- 5-3-2024 10:20 alert\n- 13-3-2024 11:00 closed'), ['2024-03-05', '2024-03-13']);
    assert.deepEqual(days('### 3/5/2024\n\n- 10:20 alert\n\n### 3/13/2024\n\n- 11:00 closed'), [
      '2024-03-05',
      '2024-03-13',
    ]);
    assert.deepEqual(
      days('Down on 3/13/2024.\n\n| Date | Time | Event |\n|---|---|---|\n| 3/5/2024 | 10:20 | alert |'),
      ['2024-03-05'],
    );
  });

  it('stay unread where it is open, and nothing is certain of the days behind them', () => {
    assert.deepEqual(misplacedOf('### 3/5\n\n- 10:20 alert\n\n### 3/6\n\n- 09:00 look'), []);
    assert.deepEqual(
      misplacedOf('| Date | Time | Event |\n|---|---|---|\n| 3/5/2024 | 10:20 | alert |\n| 3/6/2024 | 09:00 | look |'),
      [],
    );
    for (const body of [
      '- 3/5/2024 10:20 AM: alert\n- 11:00 AM: closed',
      '### 3/5/2024\n\n- 11:00 AM: closed',
      '3/5/2024 10:20 AM: alert<br>\n11:00 AM: closed',
    ]) {
      const [timeline] = timelinesOf(body);
      assert.equal(timeline?.unread[0]?.reason, 'unknown time', body);
      assert.equal(timeline?.entries.at(-1)?.dateSure, false, body);
    }
    // Two that contradict one another tell nothing, and neither does a fraction.
    assert.equal(timelinesOf('- 3/5/2024 10:20 a\n- 3/13/2024 10:30 b\n- 13/3/2024 10:40 c')[0]?.unread.length, 1);
    assert.equal(timelinesOf('- 3/5/2024 10:20 a\n- 10:30 5/13 of the pods are up')[0]?.unread.length, 1);
  });
});
