import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { instantOfEntry } from '../../../../../../src/core/time/instant.ts';
import { readTimelines } from '../../../../../../src/core/record/timeline/read.ts';
import { logEntry } from '../../../../../../src/core/record/timeline/write/log-entry.ts';
import { documentOf } from '../../../../support/context.ts';
import { shapes, timelineIn } from '../shapes.ts';

const head = '---\ndate: 2024-03-05\n---\n\n# Orders lost\n\n## Summary\n\nDown.\n\n## Timeline (UTC)\n\n';
const tail = '\n\n## Root cause\n\nA disk.\n';

/** The timeline after an entry "Paged" was written at a time on 5 March 2024. */
function logged(body: string, time: string): string {
  const text = `${head}${body}${tail}`;
  const at = new Date(time.includes('T') ? time : `2024-03-05T${time}:00Z`);
  const after = applyEdits(text, logEntry(documentOf('postmortem', text), { at, text: 'Paged' }));
  assert.ok(after.startsWith(head) && after.endsWith(tail), after);
  return after.slice(head.length, after.length - tail.length);
}

function told(body: string): string[] {
  return readTimelines(documentOf('postmortem', `${head}${body}${tail}`)).flatMap(({ entries }) =>
    entries.map((entry) => `${instantOfEntry(entry)?.toISOString().slice(11, 16)} ${entry.text}`),
  );
}

describe('logEntry, in the style of the others', () => {
  const cases: ReadonlyArray<readonly [name: string, before: string, time: string, after: string]> = [
    [
      'adds the break that the last line lacks',
      '10:20 UTC - alert<br>\n10:40 UTC - look',
      '11:05',
      '10:20 UTC - alert<br>\n10:40 UTC - look<br>\n11:05 UTC - Paged',
    ],
    ['ends a line as the others', '10:20 alert  \n10:40 look', '10:30', '10:20 alert  \n10:30 Paged  \n10:40 look'],
    ['keeps a backslash', '10:20 alert\\\n10:40 look', '11:05', '10:20 alert\\\n10:40 look\\\n11:05 Paged'],
    [
      'joins a line that others share',
      '10:20 alert<br>10:40 look',
      '10:30',
      '10:20 alert<br>10:30 Paged<br>10:40 look',
    ],
    ['joins it at its end', '10:20 alert<br> 10:40 look', '11:05', '10:20 alert<br> 10:40 look<br> 11:05 Paged'],
    ['joins it in front', '- 10:20 alert<br>10:40 look', '10:05', '- 10:05 Paged<br>10:20 alert<br>10:40 look'],
    [
      'goes between lines that are wrapped',
      '15:27 - Ada, not knowing that\nit adds more.<br> 21:14 - It takes effect.',
      '16:00',
      '15:27 - Ada, not knowing that\nit adds more.<br> 16:00 - Paged<br> 21:14 - It takes effect.',
    ],
    [
      'leaves the emoji of others to them',
      '- 🔥 10:20 alert\n- :fire: 10:40 look',
      '11:05',
      '- 🔥 10:20 alert\n- :fire: 10:40 look\n- 11:05 Paged',
    ],
    [
      'takes the mark that all bear',
      '- ⏰ 10:20 alert\n- ⏰ 10:40 look',
      '11:05',
      '- ⏰ 10:20 alert\n- ⏰ 10:40 look\n- ⏰ 11:05 Paged',
    ],
    [
      'writes clocks in signs',
      '- 10時20分 検知\n- 10時40分 調査',
      '11:05',
      '- 10時20分 検知\n- 10時40分 調査\n- 11時05分 Paged',
    ],
    [
      'writes full-width clocks',
      '- １０：２０ 検知\n- １０：４０ 調査',
      '11:05',
      '- １０：２０ 検知\n- １０：４０ 調査\n- １１：０５ Paged',
    ],
    ['writes h and Uhr', '- 10h20 alerte\n- 10h40 enquête', '11:05', '- 10h20 alerte\n- 10h40 enquête\n- 11h05 Paged'],
    ['writes Uhr', '- 10:20 Uhr Alarm', '11:05', '- 10:20 Uhr Alarm\n- 11:05 Uhr Paged'],
    [
      'writes months in words',
      '- 05-Mar-24 10:20 alert\n- 05-Mar-24 10:40 look',
      '2024-04-07T11:05:00Z',
      '- 05-Mar-24 10:20 alert\n- 05-Mar-24 10:40 look\n- 07-Apr-24 11:05 Paged',
    ],
    [
      'writes ordinals',
      '- March 5th, 2024 at 9:05 AM: alert',
      '2024-03-22T11:05:00Z',
      '- March 5th, 2024 at 9:05 AM: alert\n- March 22nd, 2024 at 11:05 AM: Paged',
    ],
    ['writes compact stamps', '- 20240305T1020Z alert', '11:05', '- 20240305T1020Z alert\n- 20240305T1105Z Paged'],
    [
      'writes numbers in the order that is there',
      '- 3/5/2024 10:20 AM: alert\n- 3/13/2024 11:00 AM: closed',
      '13:05',
      '- 3/5/2024 10:20 AM: alert\n- 3/5/2024 1:05 PM: Paged\n- 3/13/2024 11:00 AM: closed',
    ],
    [
      'writes lists of definitions',
      '10:20\n: alert\n\n10:40\n: look',
      '11:05',
      '10:20\n: alert\n\n10:40\n: look\n\n11:05\n: Paged',
    ],
    [
      'stays inside an admonition',
      ':::info\n\n- 10:20 alert\n- 10:40 look\n:::',
      '11:05',
      ':::info\n\n- 10:20 alert\n- 10:40 look\n- 11:05 Paged\n:::',
    ],
    [
      'stays inside an admonition of lines',
      ':::info\n10:20 alert\n10:40 look\n:::',
      '11:05',
      ':::info\n10:20 alert\n10:40 look\n11:05 Paged\n:::',
    ],
    ['stays inside a quotation', '> 10:20 alert\n> 10:40 look', '11:05', '> 10:20 alert\n> 10:40 look\n> 11:05 Paged'],
    [
      'keeps other clocks to their entries',
      '- (09:20 UTC) 10:20 CET alert\n- (09:40 UTC) 10:40 CET look',
      '11:05',
      '- (09:20 UTC) 10:20 CET alert\n- (09:40 UTC) 10:40 CET look\n- 12:05 CET Paged',
    ],
    [
      'fills columns of other zones',
      '| UTC | CET | Event |\n|---|---|---|\n| 10:20 | 11:20 | alert |',
      '11:05',
      '| UTC | CET | Event |\n|---|---|---|\n| 10:20 | 11:20 | alert |\n| 11:05 | 12:05 | Paged |',
    ],
    [
      'writes days in a column as the others',
      '| Date | Time | Event |\n|---|---|---|\n| 05.03.2024 | 10:20 | alert |',
      '2024-03-06T11:05:00Z',
      '| Date | Time | Event |\n|---|---|---|\n| 05.03.2024 | 10:20 | alert |\n| 06.03.2024 | 11:05 | Paged |',
    ],
    [
      'goes on with running text',
      'At 10:20 AM, an alert came.\n\nAt 10:40 AM, Ada looked.',
      '11:05',
      'At 10:20 AM, an alert came.\n\nAt 10:40 AM, Ada looked.\n\nAt 11:05 AM, Paged',
    ],
  ];
  for (const [name, before, time, after] of cases) {
    it(name, () => {
      assert.equal(logged(before, time), after);
    });
  }

  it('is read again beside all others, at its place, in any shape', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.uniqueArray(fc.integer({ min: 10 * 60, max: 20 * 60 - 1 }), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (shape, minutes, minute) => {
          const clock = (at: number): string =>
            `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
          const times = minutes.toSorted((a, b) => a - b).map(clock);
          const before = timelineIn(shape, times);
          const after = told(logged(before, clock(minute)));
          const order = after.map((entry) => entry.slice(0, 5));
          assert.deepEqual(order, order.toSorted());
          assert.equal(after.filter((entry) => entry === `${clock(minute)} Paged`).length, 1);
          assert.deepEqual(
            after.filter((entry) => !entry.endsWith('Paged')),
            told(before),
          );
        },
      ),
    );
  });
});
