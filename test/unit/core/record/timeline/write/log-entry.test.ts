import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../../src/core/text/lines.ts';
import { instantOfEntry } from '../../../../../../src/core/time/instant.ts';
import { readTimelines } from '../../../../../../src/core/record/timeline/read.ts';
import { logEntry, zoneOfEntries } from '../../../../../../src/core/record/timeline/write/log-entry.ts';
import type { NewEntry } from '../../../../../../src/core/record/timeline/write/new-entry.ts';
import { UserError } from '../../../../../../src/core/util/user-error.ts';
import { documentOf } from '../../../../support/context.ts';
import { examples } from '../../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../../support/markdown.ts';

const front = '---\ndate: 2026-03-28\n---\n\n# Down\n\n';
const source = (...lines: readonly string[]): string => `${front}${lines.join('\n')}`;

/** The text after an entry was written at a time, on 28 March 2026 where no day is given. */
function logged(text: string, time: string, entry: Partial<NewEntry> = {}): string {
  const at = new Date(time.includes('T') ? time : `2026-03-28T${time}:00Z`);
  return applyEdits(text, logEntry(documentOf('postmortem', text), { at, text: 'Paged', ...entry }));
}

/** The lines of `after` that `before` does not have, in order; `before` must be there whole but for lines given as gone. */
function added(before: string, after: string, gone: readonly string[] = []): string[] {
  const left = before.split(/\r\n|\r|\n/).filter((line) => !gone.includes(line));
  const rest = after.split(/\r\n|\r|\n/).filter((line) => {
    const same = line === left[0];
    if (same) {
      left.shift();
    }
    return !same;
  });
  assert.deepEqual(left, []);
  return rest;
}

describe('logEntry, in the shape that is there', () => {
  const table = source(
    '## Timeline',
    '',
    '| Time (UTC) | Event |',
    '| --- | --- |',
    '| 10:00 | Down |',
    '| 11:00 | Up |',
    '',
    '## Causes',
    '',
  );

  it('adds a row in order of time, with the author and escaped pipes', () => {
    const after = logged(table, '10:30', { text: 'Ran `a | b`', author: 'Ada' });
    assert.deepEqual(added(table, after), ['| 10:30 | Ran `a \\| b` (Ada) |']);
    assert.match(after, /10:00 \| Down \|\n\| 10:30 .*\n\| 11:00/);
  });

  it('puts what is earlier than all in front, and what is later than all at the end', () => {
    assert.match(logged(table, '09:00'), /--- \|\n\| 09:00 \| Paged \|\n\| 10:00/);
    assert.match(logged(table, '12:00'), /11:00 \| Up \|\n\| 12:00 \| Paged \|\n\n## Causes/);
  });

  it('puts what happened in the same minute behind what is there', () => {
    assert.match(logged(table, '10:00'), /10:00 \| Down \|\n\| 10:00 \| Paged \|/);
    const newest = source('## Timeline (UTC)', '', '- 11:00 Up', '- 10:00 Down');
    assert.match(logged(newest, '10:00'), /11:00 Up\n- 10:00 Paged\n- 10:00 Down/);
  });

  it('fills the columns by their titles, and keeps a table straight', () => {
    const wide = source(
      '## Timeline',
      '',
      '| Date       | Time (UTC) | Who | What happened        |',
      '|------------|------------|-----|----------------------|',
      '| 2026-03-28 | 10:00      | Bob | Down                 |',
    );
    assert.deepEqual(added(wide, logged(wide, '10:05', { author: 'Ada' })), [
      '| 2026-03-28 | 10:05      | Ada | Paged                |',
    ]);
  });

  it('writes rows without outer pipes where the table has none', () => {
    const bare = source('## Timeline', '', 'Time (UTC) | Event', '--- | ---', '10:00 | Down');
    assert.deepEqual(added(bare, logged(bare, '10:05')), ['10:05 | Paged']);
  });

  it('fills the empty row of a template', () => {
    const empty = source('## Timeline', '', '| Time (UTC) | Event |', '| --- | --- |', '|  |  |');
    assert.deepEqual(added(empty, logged(empty, '10:05'), ['|  |  |']), ['| 10:05 | Paged |']);
  });

  it('says the zone in a table whose header does not', () => {
    const plain = source('## Timeline', '', '| Time | Event |', '| --- | --- |');
    assert.deepEqual(added(plain, logged(plain, '10:05')), ['| 10:05 UTC | Paged |']);
  });

  it('replaces the examples of a template, in their form', () => {
    const examples = source('## Timeline', '', '- **hh:mm CET**: <what>', '- **hh:mm CET**: <what else>', '');
    const gone = ['- **hh:mm CET**: <what>', '- **hh:mm CET**: <what else>'];
    assert.deepEqual(added(examples, logged(examples, '10:05'), gone), ['- **11:05 CET**: Paged']);
    const heading = source('## Timeline', '', '### hh:mm', '', '<What happened?>', '', '## Causes');
    assert.deepEqual(added(heading, logged(heading, '10:05'), ['### hh:mm', '<What happened?>']), [
      '### 10:05 UTC',
      'Paged',
    ]);
    const rows = source('## Timeline', '', '| When | What |', '|---|---|', '| YYYY-MM-DD hh:mm | <what> |');
    assert.deepEqual(added(rows, logged(rows, '10:05'), ['| YYYY-MM-DD hh:mm | <what> |']), [
      '| 2026-03-28 10:05 UTC | Paged |',
    ]);
  });

  it('adds list items with the marker, emphasis and separator of the others', () => {
    const list = source('## Timeline (UTC)', '', '* **10:00:** Down', '* **11:00:** Up');
    assert.deepEqual(added(list, logged(list, '10:30')), ['* **10:30:** Paged']);
    const numbered = source('## Timeline', '', '1. 10:00 UTC - Down', '2. 11:00 UTC - Up');
    assert.deepEqual(added(numbered, logged(numbered, '10:30')), ['2. 10:30 UTC - Paged']);
  });

  it('keeps lists loose that are', () => {
    const list = source('## Timeline (UTC)', '', '- 10:00 Down', '', '- 11:00 Up', '');
    assert.match(logged(list, '12:00'), /- 11:00 Up\n\n- 12:00 Paged\n/);
  });

  it('adds headings of the same level, with the text where the others have it', () => {
    const below = source('## Timeline', '', '### 10:00 UTC', '', 'Down.', '', '## Causes');
    assert.match(logged(below, '10:30'), /Down\.\n\n### 10:30 UTC\n\nPaged\n\n## Causes/);
    const beside = source('## Timeline', '', '#### 10:00 UTC – Down', '', 'All of it.', '');
    assert.match(logged(beside, '10:30'), /All of it\.\n\n#### 10:30 UTC – Paged/);
  });

  it('adds lines where entries are lines', () => {
    const lines = source('## Timeline', '', '10:00 UTC: Down', '11:00 UTC: Up');
    assert.deepEqual(added(lines, logged(lines, '10:30')), ['10:30 UTC: Paged']);
  });

  it('keeps the space behind a time that stands in brackets', () => {
    const pasted = source('## Timeline (UTC)', '', '[10:00] the queue is full', '[11:00] it is empty');
    assert.deepEqual(added(pasted, logged(pasted, '10:30')), ['[10:30] Paged']);
  });

  it('puts the newest first where the others do', () => {
    const list = source('## Timeline (UTC)', '', '- 12:00 Up', '- 11:00 Better', '- 10:00 Down');
    assert.match(logged(list, '12:30'), /- 12:30 Paged\n- 12:00 Up/);
    assert.match(logged(list, '11:30'), /- 11:30 Paged\n- 11:00 Better/);
  });

  it('begins a list in a timeline that is empty, and a timeline where there is none', () => {
    const empty = source('## Timeline', '', '## Causes', '');
    assert.deepEqual(added(empty, logged(empty, '10:05')).filter(Boolean), ['- 10:05 UTC – Paged']);
    const none = source('## Summary', '', 'Down.', '');
    assert.deepEqual(added(none, logged(none, '10:05')).filter(Boolean), ['## Timeline', '- 10:05 UTC – Paged']);
  });

  it('refuses what is no record', () => {
    const runbook = documentOf('runbook', table);
    assert.throws(() => logEntry(runbook, { at: new Date(), text: 'Paged' }), UserError);
  });
});

describe('logEntry, times', () => {
  it('writes in the zone of the file, in summer and in winter', () => {
    const list = (zone: string): string => source(`## Timeline (${zone})`, '', '- 00:10 Down');
    assert.match(logged(list('CET'), '10:05'), /^- 11:05 Paged$/m);
    assert.match(logged(list('Europe/Berlin'), '10:05'), /^- 11:05 Paged$/m);
    // The clocks go forward in the night of 29 March 2026 at 02:00.
    assert.match(logged(list('Europe/Berlin'), '2026-03-29T00:59:00Z'), /^- 2026-03-29 01:59 Paged$/m);
    assert.match(logged(list('Europe/Berlin'), '2026-03-29T01:01:00Z'), /^- 2026-03-29 03:01 Paged$/m);
    assert.match(logged(list('Eastern Time zone: ET'), '10:05'), /^- 06:05 Paged$/m);
  });

  it('tells the hours apart that a clock shows twice', () => {
    const night = '---\ndate: 2026-10-25\n---\n\n# Down\n\n## Timeline (Europe/Berlin)\n\n- 02:10 Down\n';
    const first = logged(night, '2026-10-25T00:30:00Z');
    assert.match(first, /^- 02:30 Paged$/m);
    const second = logged(first, '2026-10-25T01:20:00Z', { text: 'Again' });
    assert.match(second, /^- 02:30 Paged\n- 02:20\+01:00 Again$/m);
  });

  it('says UTC where the zone of the file is not known', () => {
    const list = source('## Timeline (local time)', '', '- 10:00 Down');
    assert.match(logged(list, '10:05'), /^- 10:05 UTC Paged$/m);
  });

  it('names the day where it changes, and not again', () => {
    const list = source('## Timeline (UTC)', '', '- 23:50 Down');
    const next = logged(list, '2026-03-29T00:10:00Z');
    assert.match(next, /^- 2026-03-29 00:10 Paged$/m);
    assert.match(logged(next, '2026-03-29T00:20:00Z', { text: 'Up' }), /00:10 Paged\n- 00:20 Up$/m);
    // A shift later the clock alone would be of the first day again.
    const shift = source('## Timeline (UTC)', '', '- 10:00 Down');
    assert.match(logged(shift, '2026-03-29T11:00:00Z'), /^- 2026-03-29 11:00 Paged$/m);
    // What belongs between the days goes there.
    assert.match(logged(next, '23:55', { text: 'Seen' }), /23:50 Down\n- 23:55 Seen\n- 2026-03-29 00:10/);
  });

  it('keeps seconds, days, "T" and am and pm where the others have them', () => {
    const list = (time: string): string => source('## Timeline (UTC)', '', `- ${time} Down`, '');
    assert.match(logged(list('10:00:05'), '10:05'), /^- 10:05:00 Paged$/m);
    assert.match(logged(list('2026-03-28T10:00Z'), '10:05'), /^- 2026-03-28T10:05Z Paged$/m);
    assert.match(logged(list('2026/03/28 10:00'), '10:05'), /^- 2026\/03\/28 10:05 Paged$/m);
    assert.match(logged(list('1:00 PM'), '14:05'), /^- 2:05 PM Paged$/m);
  });
});

describe('logEntry, with an attachment', () => {
  const attachment = { from: 'the terminal', text: '$ ls\n```\n' };

  it('keeps it word for word, in a longer fence, inside the list item', () => {
    const list = source('## Timeline (UTC)', '', '- 10:00 Down', '- 11:00 Up');
    assert.match(
      logged(list, '10:30', { attachment }),
      /- 10:30 Paged\n\n {2}````text\n {2}\$ ls\n {2}```\n {2}````\n- 11:00 Up/,
    );
  });

  it('goes below a table, where the row says so', () => {
    const table = source('## Timeline', '', '| Time (UTC) | Event |', '|---|---|', '| 10:00 | Down |', '', '## Causes');
    const after = logged(table, '10:30', { attachment });
    assert.match(after, /\| 10:30 \| Paged – output below \|\n\nFrom the terminal, 2026-03-28 10:30 UTC:\n\n````text/);
    assert.match(after, /````\n\n## Causes/);
  });
});

/** A timeline of some minutes, in every shape, with a neighbour before and after it. */
const timelines = fc
  .record({
    minutes: fc.uniqueArray(fc.integer({ min: 0, max: 20 * 60 }), { minLength: 1, maxLength: 8 }),
    shape: fc.constantFrom('table', 'list', 'heading', 'line'),
    days: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.boolean(),
  })
  .map(({ minutes, shape, days, eol, bom }) => {
    const times = minutes
      .toSorted((a, b) => a - b)
      .map((minute) => new Date(Date.UTC(2026, 2, 28, 0, minute)).toISOString())
      .map((iso) => (days ? iso.slice(0, 16).replace('T', ' ') : iso.slice(11, 16)));
    const rows: Readonly<Record<string, (time: string, index: number) => string>> = {
      table: (time, index) => `| ${time} | Event ${index} |\n`,
      list: (time, index) => `- ${time}: Event ${index}\n`,
      heading: (time, index) => `### ${time}\n\nEvent ${index}\n\n`,
      line: (time, index) => `${time} – Event ${index}\n\n`,
    };
    const head = shape === 'table' ? '| Time (UTC) | Event |\n|---|---|\n' : 'All times in UTC.\n\n';
    const body = times.map((time, index) => rows[shape]?.(time, index) ?? '').join('');
    const text = `${bom ? '\ufeff' : ''}${front}## Summary\n\nDown.\n\n## Timeline\n\n${head}${body}\n## Causes\n\nMany.\n`;
    return text.replaceAll('\n', eol);
  });
const entries = fc.record({
  at: fc.integer({ min: -300, max: 60 * 50 }).map((minute) => new Date(Date.UTC(2026, 2, 28, 0, minute))),
  text: fc.oneof(
    fc.constantFrom('Paged', 'a | b', '`x', '*bold', '<b>', '<!-- hidden', '# no heading', '~~~', '[l](u', '- x'),
    fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /[a-z0-9]/i.test(text)),
  ),
  author: fc.constantFrom(undefined, 'Ada', 'Grace | Hopper'),
  attachment: fc.constantFrom(undefined, { from: 'x', text: '$ ls\n```\n- 10:00 not an entry\n# no heading' }),
});

describe('logEntry, on any timeline', () => {
  it('adds one entry at its time, keeps every line and line break, and stays in order', () => {
    fc.assert(
      fc.property(timelines, entries, (text, entry) => {
        const before = documentOf('postmortem', text);
        const after = applyEdits(before.text, logEntry(before, entry));
        const found = readTimelines(documentOf('postmortem', after)).flatMap((timeline) => timeline.entries);
        const known = readTimelines(before).flatMap((timeline) => timeline.entries);
        assert.equal(found.length, known.length + 1);
        const times = found.map((other) => instantOfEntry(other)?.getTime() ?? 0);
        assert.deepEqual(
          times,
          times.toSorted((a, b) => a - b),
        );
        assert.ok(times.includes(entry.at.getTime()));
        added(before.text, after);
        assert.equal(Lines.of(after).eol, before.eol);
        assert.doesNotMatch(after.replaceAll(before.eol, ''), /[\r\n]/);
      }),
    );
  });

  it('can be done again and again', () => {
    fc.assert(
      fc.property(timelines, fc.array(entries, { minLength: 2, maxLength: 6 }), (text, several) => {
        let current = documentOf('postmortem', text);
        const count = readTimelines(current).flatMap((timeline) => timeline.entries).length;
        for (const entry of several) {
          current = documentOf('postmortem', applyEdits(current.text, logEntry(current, entry)));
        }
        assert.equal(readTimelines(current).flatMap((timeline) => timeline.entries).length, count + several.length);
      }),
      { numRuns: examples(50) },
    );
  });

  it('leaves the rest of any document as it is, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.oneof(plausibleDocument('postmortem'), wildMarkdown), entries, (text, entry) => {
        const document = documentOf('postmortem', text);
        try {
          const after = applyEdits(document.text, logEntry(document, entry));
          const all = readTimelines(documentOf('postmortem', after)).flatMap((timeline) => timeline.entries);
          assert.equal(all.length, readTimelines(document).flatMap((timeline) => timeline.entries).length + 1);
        } catch (error) {
          assert.ok(error instanceof UserError, String(error));
        }
      }),
    );
  });
});

describe('zoneOfEntries', () => {
  it('is the one in which the timeline is written, whatever zone other facts are in', () => {
    const zoneOf = (text: string): string => zoneOfEntries(documentOf('postmortem', text));
    const start = '---\nstart_time: 2026-03-28T09:00:00Z\n---\n\n# Down\n\n## Timeline\n\n';
    assert.equal(zoneOf(`${start}All times in Europe/Berlin.\n\n- 10:00 Down\n`), 'Europe/Berlin');
    assert.equal(zoneOf(`${start}- 10:00 CET Down\n`), 'CET');
    assert.equal(zoneOf(`${start}- 10:00 Down\n`), 'UTC');
    assert.equal(zoneOf('# Down\n'), 'UTC');
  });
});
