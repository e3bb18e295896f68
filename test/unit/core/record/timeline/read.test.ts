import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../../../src/core/text/lines.ts';
import type { TimelineEntry } from '../../../../../src/core/record/timeline/entry.ts';
import { readTimelines } from '../../../../../src/core/record/timeline/read.ts';
import { assertInside } from '../../../support/assertions.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

/** The entries of all timelines. */
const readTimeline = (document: CatalogDocument): TimelineEntry[] =>
  readTimelines(document).flatMap(({ entries }) => entries);

const source = (...lines: readonly string[]): string => lines.join('\n');
const entriesOf = (...lines: readonly string[]): TimelineEntry[] =>
  readTimeline(documentOf('postmortem', source(...lines)));

/** An entry in short: date, clock, zone, text. */
function shown({ date, dateSure, clock, zone, text, author }: TimelineEntry): string {
  const time = clock === undefined ? undefined : `${clock.hour}:${String(clock.minute).padStart(2, '0')}`;
  return [date === undefined ? undefined : `${date}${dateSure ? '' : '~'}`, time, zone, author && `<${author}>`, text]
    .filter((part) => part !== undefined)
    .join(' ')
    .trimEnd();
}
const shownOf = (...lines: readonly string[]): string[] => entriesOf(...lines).map(shown);

describe('readTimelines, by entry', () => {
  it('reads tables with date and time in one column, wherever it stands, and the zone of its header', () => {
    assert.deepEqual(
      shownOf(
        '## Timeline',
        '| Time (UTC) | Event |',
        '| --- | --- |',
        '| 2021-03-04 10:20 | Queue is full |',
        '| 2021-03-04 10:40 | A worker \\| two are added |',
      ),
      ['2021-03-04 10:20 UTC Queue is full', '2021-03-04 10:40 UTC A worker | two are added'],
    );
    assert.deepEqual(
      shownOf(
        '## Timeline',
        '| Who | When | What |',
        '|---|---|---|',
        '| Ada | 10:20 CET | Looks |',
        'Bob | 10:25 | Helps',
      ),
      ['10:20 CET Ada | Looks', '10:25 Bob | Helps'],
    );
  });

  it('tells what a reader sees: the text of references, of each cell by itself, and of what stands below', () => {
    assert.deepEqual(
      shownOf(
        '## Timeline (UTC)',
        '### 10:20',
        '- **see [the change][c]**',
        '- ~~wrong~~ right',
        '',
        'Later.',
        '',
        '### 10:30 – *done*, see [it][c]',
        '',
        '[c]: https://c.example',
      ),
      ['10:20 UTC see the change - right', '10:30 UTC done, see it'],
    );
    assert.deepEqual(
      shownOf(
        '## Timeline (UTC)',
        '| Time | Who | Event |',
        '| - | - | - |',
        '| 10:20 | a * b | c * d [e][c] |',
        '',
        '[c]: x',
      ),
      ['10:20 UTC a * b | c * d e'],
    );
    assert.deepEqual(shownOf('## Timeline (UTC)', '```', '10:20 Accept: */*', '10:30 b', '10:40 c', '```'), [
      '10:20 UTC Accept: */*',
      '10:30 UTC b',
      '10:40 UTC c',
    ]);
  });

  it('reads tables with a column for dates and one for times, where a blank date is the one above', () => {
    assert.deepEqual(
      shownOf(
        '## Timeline',
        '| Date | Time | Event |',
        '|---|---|---|',
        '| 2021-03-04 | 23:40 | Down |',
        '| | 23:55 | Paged |',
        '| | 00:10 | Looked at |',
        '| 2021-03-05 | 01:00 | Up |',
      ),
      ['2021-03-04 23:40 Down', '2021-03-04 23:55 Paged', '2021-03-05 0:10 Looked at', '2021-03-05 1:00 Up'],
    );
  });

  it('reads list items, with other lines of the item, and says where they end', () => {
    const entries = entriesOf(
      '## Timeline',
      '- 10:20: queue',
      '  is full',
      '  - a detail',
      '* 14:05 UTC – page',
      '* 2021-01-01 15:00',
    );
    assert.deepEqual(entries.map(shown), ['10:20 queue is full', '14:05 UTC page', '2021-01-01 15:00']);
    assert.deepEqual(
      entries.map(({ range }) => [range.start.line, range.end.line]),
      [
        [1, 3],
        [4, 4],
        [5, 5],
      ],
    );
  });

  it('reads headings, with the text below, and dates that earlier ones state', () => {
    assert.deepEqual(
      shownOf(
        '## Timeline',
        'All times in CET.',
        '### 2022-01-27 14:29 Hub restarted',
        '### 14:40',
        '',
        'It is back.',
        '### 00:10',
        'Down again.',
        '## Jan 28, 09:00',
        'Meeting.',
        '## Impact',
        '10:00 no entry',
      ),
      [
        '2022-01-27 14:29 CET Hub restarted',
        '2022-01-27 14:40 CET It is back.',
        '2022-01-28 0:10 CET Down again.',
        '2022-01-28 9:00 CET Meeting.',
      ],
    );
  });

  it('reads headings and labels that are dates as the dates of what follows', () => {
    assert.deepEqual(
      shownOf(
        '---',
        'date: 2021-03-04',
        '---',
        '## Timeline',
        '### March 4th',
        '- 10:20 down',
        '',
        '### March 5',
        '- 9:00 up',
      ),
      ['2021-03-04 10:20 down', '2021-03-05 9:00 up'],
    );
    assert.deepEqual(
      shownOf('## Timeline', '**2021-03-04**', '', '- 10:20 down', '', '**2021-03-05**', '', '- 09:00 up'),
      ['2021-03-04 10:20 down', '2021-03-05 9:00 up'],
    );
    assert.deepEqual(shownOf('## Timeline', '- 2021-03-04', '  - 10:20 down', '- 2021-03-05', '  - 09:00 up'), [
      '2021-03-04 10:20 down',
      '2021-03-05 9:00 up',
    ]);
    assert.deepEqual(shownOf('## Timeline', 'All times on 2021-03-04, in UTC.', '', '- 10:20 down'), [
      '2021-03-04 10:20 UTC down',
    ]);
  });

  it('keeps days without times as entries where nothing stands under them', () => {
    assert.deepEqual(shownOf('## Timeline', '### 2021-03-04', 'We were warned.', '### 2021-03-05 10:00', 'Down.'), [
      '2021-03-04 We were warned.',
      '2021-03-05 10:00 Down.',
    ]);
  });

  it('reads paragraphs, one line each', () => {
    assert.deepEqual(shownOf('## Timeline', '12:45 PM 2021-03-04: down', '1:05 PM: up', '', '**13:20** closed'), [
      '2021-03-04 12:45 down',
      '2021-03-04 13:05 up',
      '2021-03-04 13:20 closed',
    ]);
  });

  it('leaves lines of prose that happen to begin with a time', () => {
    assert.deepEqual(
      shownOf('## Timeline', 'The page came at', '10:20 and was seen at', '10:25 by two.', '', '- 10:30 up'),
      ['10:30 up'],
    );
  });

  it('reads pasted chat', () => {
    assert.deepEqual(shownOf('## Timeline', '[10:20] ada: is it down?', '[10:21] bob: yes'), [
      '10:20 <ada> is it down?',
      '10:21 <bob> yes',
    ]);
    assert.deepEqual(shownOf('## Timeline', 'Ada Lovelace  10:20 AM', 'is it down?', '', 'bob  10:21 AM', 'yes'), [
      '10:20 <Ada Lovelace> is it down?',
      '10:21 <bob> yes',
    ]);
  });

  it('reads timelines that were pasted into a code block, and no logs beside other entries', () => {
    assert.deepEqual(shownOf('## Timeline', '```', '10:20 down', '10:25 page', '10:40 up', '```'), [
      '10:20 down',
      '10:25 page',
      '10:40 up',
    ]);
    assert.deepEqual(shownOf('## Timeline', '- 10:20 down', '', '```', '10:20 a', '10:25 b', '10:40 c', '```'), [
      '10:20 down',
    ]);
  });

  it('reads labels with times behind them', () => {
    assert.deepEqual(
      shownOf(
        '- **Key events**',
        '  - First detected: 2021-03-04 10:20',
        '  - Resolved 2021-03-04 11:00',
        '  - **Closed**: 12:00',
      ),
      ['2021-03-04 10:20 First detected', '2021-03-04 11:00 Resolved', '2021-03-04 12:00 Closed'],
    );
  });

  it('says exactly where the time stands', () => {
    const text = source('## Timeline', '- **10:20 UTC** – down', '', '| a | Time |', '|---|---|', '| x | `10:30` |');
    const lines = Lines.of(text);
    const cut = readTimeline(documentOf('postmortem', text)).map(({ time: { range } }) =>
      lines.text(range.start.line).slice(range.start.character, range.end.character),
    );
    assert.deepEqual(cut, ['10:20 UTC', '10:30']);
  });

  it('reads runs of entries where no section is called timeline, and no fewer than three', () => {
    assert.deepEqual(shownOf('## Leadup', '- 10:20 down', '- 10:25 page', '- 10:40 up').length, 3);
    assert.deepEqual(shownOf('## Leadup', '- 10:20 down', '- 10:25 page'), []);
    assert.deepEqual(
      shownOf('## Facts', '- Start: 2021-03-04 10:20', '- Detected: 2021-03-04 10:25', '- End: 2021-03-04 11:00'),
      [],
    );
    assert.deepEqual(shownOf('## Action items', '- 10:20 down', '- 10:25 page', '- 10:40 up'), []);
    assert.deepEqual(shownOf('# Report', '## 10:20', 'Down.', '## 10:25', 'Page.', '## 10:40', 'Up.').length, 3);
  });

  it('leaves what stands in the section and is about something else', () => {
    assert.deepEqual(shownOf('## Timeline', '- 10:20 down', '### What went well', '- 10:25 was quick'), ['10:20 down']);
  });

  it('is silent on documents that are no postmortems', () => {
    assert.deepEqual(readTimeline(documentOf('runbook', '## Timeline\n- 10:20 down\n- 10:30 up\n- 10:40 x')), []);
  });

  it('takes years from the document, the nearest one', () => {
    assert.deepEqual(
      shownOf('---', 'date: 2021-12-31', '---', '## Timeline', '- Dec 31, 23:50 down', '- Jan 1, 00:20 up'),
      ['2021-12-31 23:50 down', '2022-01-01 0:20 up'],
    );
  });

  it('does not trust the date where a time is earlier by some hours, or of an unknown half of the day', () => {
    const sure = (...lines: string[]): boolean[] => entriesOf('## Timeline', ...lines).map(({ dateSure }) => dateSure);
    assert.deepEqual(sure('- 2021-03-04 17:30 a', '- 10:00 b', '- 10:30 c'), [true, false, false]);
    assert.deepEqual(sure('- 2021-03-04 23:30 a', '- 00:10 b', '- 00:30 c'), [true, true, true]);
    assert.deepEqual(sure('- 2021-03-04 11:30 a', '- 1:10 b'), [true, false]);
  });
});

describe('readTimelines', () => {
  it('lists what could not be read', () => {
    const [timeline] = readTimelines(
      documentOf(
        'postmortem',
        source(
          '## Timeline',
          '| Time | Event |',
          '|---|---|',
          '| 2021-03-04 14:?? | a |',
          '| 20211-03-04 10:00 | b |',
          '| | c |',
          '| | |',
          '| 10:00 | d |',
          '',
          '- 10:00 e',
          '- 10:05 f',
          '- later',
          '### 2X:XX',
        ),
      ),
    );
    assert.deepEqual(
      timeline?.unread.map(({ reason, text, range }) => `${range.start.line} ${reason}: ${text}`),
      [
        '3 unknown time: 2021-03-04 14:??',
        '4 not understood: 20211-03-04 10:00',
        '5 no time: c',
        '11 no time: later',
        '12 unknown time: 2X:XX',
      ],
    );
    assert.equal(timeline?.entries.length, 3);
  });

  const zones: ReadonlyArray<readonly [zone: string | undefined, lines: readonly string[]]> = [
    ['UTC', ['## Timeline (UTC)', '- 10:20 a']],
    ['CET', ['## Timeline', 'All times CET', '', '- 10:20 a']],
    ['US/Pacific', ['## Timeline', '_(All times US/Pacific, 24-hour clock.)_', '', '- 10:20 a']],
    ['UTC+1', ['## Timeline', 'Times in UTC+1 (Zurich time).', '', '- 10:20 a']],
    ['ET', ['## Timeline', 'All times in ET.', '', '- 10:20 a']],
    ['UTC', ['## Timeline', '- 10:20 a', '', 'All times are UTC.']],
    ['Europe/Berlin', ['---', 'timezone: Europe/Berlin', '---', '## Timeline', '- 10:20 a']],
    ['Z', ['---', 'start_time: 2021-03-04T10:20:00Z', '---', '## Timeline', '- 10:20 a']],
    ['GMT-5', ['# Mail', 'Down from 10:00 AM to 2:00 PM (GMT-5).', '## Timeline', '- 10:20 a']],
    [undefined, ['# Mail', 'The IT team was PAST caring.', '## Timeline', '- 10:20 a', '- 10:30 est. of users']],
  ];
  for (const [zone, lines] of zones) {
    it(`finds the zone ${zone} of: ${lines.join(' / ')}`, () => {
      assert.equal(readTimelines(documentOf('postmortem', source(...lines)))[0]?.zone, zone);
    });
  }

  it('never throws, and keeps its ranges inside any text', () => {
    const timelike = fc
      .array(
        fc.constantFrom(
          '## Timeline',
          '### 10:20',
          '- 10:20 a',
          '  - 10:25 b',
          '| Time | x |',
          '|---|---|',
          '| 10:20 | c |',
          '> - 09:00 q',
          '**March 5**',
          '[10:20] a: b',
          'ada 10:20 AM',
          '',
          '```',
          '2021-03-04',
          '1. 2021-02-30 10:00 x',
          '## Feb 21, 13:00',
          '~~10:20~~',
          '\t10:20',
          '- ',
          '| 10:20',
          '- [ ] 10:20 x',
        ),
        { maxLength: 16 },
      )
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((eol) => lines.join(eol)));
    fc.assert(
      fc.property(fc.oneof(anyText, wildMarkdown, plausibleDocument('postmortem'), timelike, timelike), (text) => {
        const document = documentOf('postmortem', text);
        const lines = Lines.of(document.text);
        for (const timeline of readTimelines(document)) {
          assertInside(lines, timeline.titleRange, 'title');
          timeline.unread.forEach(({ range }) => assertInside(lines, range, 'unread'));
          for (const { range, time } of timeline.entries) {
            assertInside(lines, range, 'entry');
            assertInside(lines, time.range, 'time');
            assert.equal(
              lines.text(time.range.start.line).slice(time.range.start.character, time.range.end.character),
              time.text,
            );
          }
        }
      }),
      { numRuns: examples(1500) },
    );
  });
});
