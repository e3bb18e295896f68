import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readStamp } from '../../../../src/core/time/stamp.ts';
import { examples } from '../../support/examples.ts';
import { anyText } from '../../support/markdown.ts';

/** What is read of a text: day, clock, end, zone, and what follows; `~` for approximate, `?` for unreadable. */
function read(text: string): string {
  const stamp = readStamp(text);
  if (stamp === undefined) {
    return 'none';
  }
  const { day, dayWord, clock, until, zone, approximate, unreadable, rest } = stamp;
  const clockText = (value: typeof clock): string => `${value?.hour}:${String(value?.minute).padStart(2, '0')}`;
  return [
    day && `${day.year ?? ''}/${day.month}/${day.day}`,
    dayWord && `<${Object.values(dayWord).join(' ')}>`,
    clock && clockText(clock),
    until && `to ${clockText(until)}`,
    zone?.text,
    approximate ? '~' : undefined,
    unreadable ? '?' : undefined,
    `| ${text.slice(rest).trim()}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
    .trimEnd();
}

describe('readStamp', () => {
  const cases: ReadonlyArray<readonly [text: string, expected: string]> = [
    ['10:20: pool is full', '10:20 | pool is full'],
    ['10:20 - pool is full', '10:20 | pool is full'],
    ['14:05 UTC – pool is full', '14:05 UTC | pool is full'],
    ['**10:20** pool', '10:20 | pool'],
    ['**10:20 UTC:** pool', '10:20 UTC | pool'],
    ['`14:05:59Z` pool', '14:05 Z | pool'],
    ['[10:20](https://chat.example.org/1) pool', '10:20 | pool'],
    ['2021-03-04 10:20', '2021/3/4 10:20 |'],
    ['2021-03-04T10:20:00+02:00 pool', '2021/3/4 10:20 +02:00 | pool'],
    ['2021/03/04, 10:20 (CET): pool', '2021/3/4 10:20 CET | pool'],
    ['March 5th, 2021 at 9:05 am pool', '2021/3/5 9:05 | pool'],
    ['Friday, March 5, 14:00 pool', '/3/5 14:00 | pool'],
    ['5. März 2021, 14.30 Uhr: Ausfall', '2021/3/5 14:30 | Ausfall'],
    ['5 de março de 2021 14h30 - fila cheia', '2021/3/5 14:30 | fila cheia'],
    ['5 février 14h30 : panne', '/2/5 14:30 | panne'],
    ['12:45 PM 2021-03-04: pool', '2021/3/4 12:45 | pool'],
    ['12:05 am: pool', '0:05 | pool'],
    ['9pm: pool', '21:00 | pool'],
    ['17:14pm pool', '17:14 | pool'],
    ['1420 UTC: pool', '14:20 UTC | pool'],
    ['10:20–10:45: pool', '10:20 to 10:45 | pool'],
    ['9:30 - 10:15 PM pool', '21:30 to 22:15 | pool'],
    ['11:30 - 1:15 PM pool', '11:30 to 13:15 | pool'],
    ['2021-03-04 23:50 to 2021-03-05 00:10 pool', '2021/3/4 23:50 to 0:10 | pool'],
    ['~10:20 pool', '10:20 ~ | pool'],
    ['2021-03-04 ca. 10:20', '2021/3/4 10:20 ~ |'],
    ['10:45~', '10:45 ~ |'],
    ['Around 10:20 the pool was full', '10:20 ~ | the pool was full'],
    ['At 10:20 the pool was full', '10:20 | the pool was full'],
    ['14:?? pool', '? | pool'],
    ['2021-03-04 HH:mm', '2021/3/4 ? |'],
    ['2021-03-04 --:--', '2021/3/4 ? |'],
    ['2021-03-?? 10:20', '10:20 ? |'],
    ['03/04/2021 10:20', '10:20 ? |'],
    ['13/04/2021 10:20', '2021/4/13 10:20 |'],
    ['04.03.2021 10:20', '2021/3/4 10:20 |'],
    ['2021-03-04', '2021/3/4 |'],
    ['2021-02-30 10:20', '10:20 ? |'],
    ['25:00 pool', '? | pool'],
    ['10:20 May 4 servers were back', '10:20 | May 4 servers were back'],
    ['20211-03-04 10:20', 'none'],
    ['5 minutes later', 'none'],
    ['1.2.3 was released', 'none'],
    ['10.0.0.1 did not answer', 'none'],
    ['2021-03-04-report.md was written', 'none'],
    ['The pool was full at 10:20', 'none'],
    ['', 'none'],
    // Words for days.
    ['Tue 10:20 pool', '<weekday 2> 10:20 | pool'],
    ['Wednesday at 09:00 pool', '<weekday 3> 9:00 | pool'],
    ['09:00 (next day): pool', '<shift 1> 9:00 | pool'],
    ['09:00 +1d: pool', '<shift 1 start> 9:00 | pool'],
    ['10:20 (+1) pool', '<shift 1 start> 10:20 | pool'],
    ['Next day, 09:00: pool', '<shift 1> 9:00 | pool'],
    ['the following morning at 9:00 AM, pool', '<shift 1> 9:00 | pool'],
    ['Am nächsten Tag um 09:00 Uhr: Ausfall', '<shift 1> 9:00 | Ausfall'],
    ['le lendemain à 09h00 : panne', '<shift 1> 9:00 | panne'],
    ['翌日 09:00 復旧', '<shift 1> 9:00 | 復旧'],
    ['Day 2, 10:20: pool', '<numbered 2> 10:20 | pool'],
    ['10:20 Friday: pool', '<weekday 5> 10:20 | pool'],
    ['10:20 Friday deploy began', '10:20 | Friday deploy began'],
    ['23:50–00:10 (next day) pool', '23:50 to 0:10 | pool'],
    ['Friday', '<weekday 5> |'],
    ['Day 1', '<numbered 1> |'],
    ['Friday, we went on', 'none'],
    ['So weit, so gut', 'none'],
    // Marks in front of a time.
    ['🔥 10:20 pool', '10:20 | pool'],
    [':fire: 10:20 pool', '10:20 | pool'],
    ['1️⃣ 10:20 pool', '10:20 | pool'],
    ['<b>10:20</b> – pool', '10:20 | pool'],
    ['![](fire.png) 10:20 pool', '10:20 | pool'],
    // Signs and orders of other languages and of machines.
    ['10時20分 検知', '10:20 | 検知'],
    ['10：40 調査', '10:40 | 調査'],
    ['１１時０５分　復旧', '11:05 | 復旧'],
    ['午後2時5分 復旧', '14:05 | 復旧'],
    ['오후 2:05 복구', '14:05 | 복구'],
    ['10時間後 復旧', 'none'],
    ['2024年3月5日(火) 10時20分 検知', '2024/3/5 10:20 | 検知'],
    ['05-Mar-24 10:20 pool', '2024/3/5 10:20 | pool'],
    ['5 Mar 24 10:20 pool', '2024/3/5 10:20 | pool'],
    ['20240305T1020Z pool', '2024/3/5 10:20 Z | pool'],
    ['20240305T102030+0900 pool', '2024/3/5 10:20 +0900 | pool'],
    ['10:20 Uhr Ausfall', '10:20 | Ausfall'],
    ['10:20 \\- pool', '10:20 | pool'],
    // The same time on another clock.
    ['18:25 (UTC 09:25) pool', '18:25 | (UTC 09:25) pool'],
    ['18:25 [UTC 09:25] pool', '18:25 | [UTC 09:25] pool'],
    ['18:25 JST (09:25 UTC) pool', '18:25 JST | (09:25 UTC) pool'],
    ['(09:25 UTC) 18:25 pool', '18:25 | pool'],
    ['18:25 (JST) pool', '18:25 JST | pool'],
    // Sentences.
    ['At 4:10 PM on May 3rd a token', '/5/3 16:10 | a token'],
    ['At 2:05 PM UTC on May 9th it was', '/5/9 14:05 UTC | it was'],
  ];
  for (const [text, expected] of cases) {
    it(`reads "${text}"`, () => assert.equal(read(text), expected));
  }

  it('reads dates of numbers in the order that is given', () => {
    assert.deepEqual(readStamp('3/5/2024 10:20', 'month')?.day, { year: 2024, month: 3, day: 5 });
    assert.deepEqual(readStamp('3/5/2024 10:20', 'day')?.day, { year: 2024, month: 5, day: 3 });
    assert.deepEqual(readStamp('3-5-2024', 'day')?.day, { year: 2024, month: 5, day: 3 });
    assert.deepEqual(readStamp('3/5 10:20', 'month')?.day, { month: 3, day: 5 });
    assert.equal(readStamp('3/5 10:20')?.unreadable, true);
    // What can be read one way only is.
    assert.deepEqual(readStamp('13/5/2024', 'month')?.day, { year: 2024, month: 5, day: 13 });
  });

  it('keeps its offsets inside any text, in order', () => {
    const times = fc.constantFrom(
      '10:20',
      '2021-03-04',
      ' ',
      '**',
      '[',
      '](',
      'UTC',
      '–',
      'pm',
      'March',
      '??:??',
      '~',
      '(',
      ':',
      'Tue',
      'next day',
      '+1d',
      '🔥',
      '時',
      '：',
      '3/5',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(times, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const stamp = readStamp(text);
          if (stamp !== undefined) {
            const places = [0, stamp.from, stamp.to, stamp.rest, text.length];
            assert.deepEqual(
              places,
              places.toSorted((a, b) => a - b),
            );
            assert.ok(stamp.day ?? stamp.dayWord ?? stamp.clock ?? stamp.unreadable);
          }
        },
      ),
      { numRuns: examples(2000) },
    );
  });
});
