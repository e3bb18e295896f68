import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importEntries, knownMessages } from '../../../../../../src/core/record/timeline/import/import-entries.ts';
import type { ImportedMessage } from '../../../../../../src/core/record/timeline/import/message.ts';
import { readTimelines } from '../../../../../../src/core/record/timeline/read.ts';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { instantOfEntry } from '../../../../../../src/core/time/instant.ts';
import { documentOf } from '../../../../support/context.ts';

const front = '---\ndate: 2026-11-24\n---\n\n# Checkout was down\n\n';
const record = (...lines: readonly string[]): string => `${front}${lines.join('\n')}\n`;

/** A message of the evening of 24 November 2026, or of a later day. @param time hh:mm, or an instant. */
function message(time: string, text: string, person?: string): ImportedMessage {
  const instant = new Date(time.includes('T') ? time : `2026-11-24T${time}:00Z`).getTime();
  return { instant, text, cut: false, noise: false, ...(person !== undefined && { person }) };
}

function imported(text: string, messages: readonly ImportedMessage[], zone = 'UTC'): string {
  return applyEdits(text, importEntries(documentOf('postmortem', text), messages, zone).edits);
}

/** The lines of a text that another does not have; all others must be there in their order. */
function newLines(before: string, after: string): string[] {
  const left = before.split(/\r\n|\n/);
  const added = after.split(/\r\n|\n/).filter((line) => {
    const same = line === left[0];
    left.splice(0, same ? 1 : 0);
    return !same;
  });
  assert.deepEqual(left, []);
  return added;
}

const shapes: Readonly<Record<string, string>> = {
  list: record(
    '## Timeline',
    '',
    '- 22:00 UTC – Deployed v12',
    '- 22:30 UTC – Rolled back',
    '',
    '## Causes',
    '',
    'A bug.',
  ),
  'dated list': record(
    '## Timeline (UTC)',
    '',
    '- 2026-11-24 22:00: Deployed v12',
    '- 2026-11-25 00:30: Rolled back',
    '',
    '## Causes',
  ),
  table: record(
    '## Timeline',
    '',
    '| Time (UTC) | Who | Event |',
    '|---|---|---|',
    '| 22:00 | Ada | Deployed v12 |',
    '| 22:30 | Ben | Rolled back |',
    '',
    '## Causes',
  ),
  'table with days': record(
    '## Timeline',
    '',
    '| Date | Time (UTC) | Event |',
    '| ---- | ---------- | ----- |',
    '| 2026-11-24 | 22:00 | Deployed v12 |',
    '| 2026-11-25 | 00:30 | Rolled back |',
  ),
  headings: record(
    '## Timeline (UTC)',
    '',
    '### 22:00',
    '',
    'Deployed v12',
    '',
    '### 22:30',
    '',
    'Rolled back',
    '',
    '## Causes',
  ),
  'local zone': record('## Timeline (all times in Europe/Berlin)', '', '- 23:00 Deployed v12', '- 23:30 Rolled back'),
  empty: record('## Timeline', '', '## Causes', '', 'A bug.'),
  none: record('## Causes', '', 'A bug.'),
};

describe('importEntries', () => {
  it('writes in the shape and order of a list, with names', () => {
    const before = shapes['list'] ?? '';
    const after = imported(before, [
      message('22:40', 'All clear', 'Ben Okafor'),
      message('22:10', 'Error rate 5 %', 'Ada Example'),
    ]);
    assert.deepEqual(newLines(before, after), [
      '- 22:10 UTC – Error rate 5 % (Ada Example)',
      '- 22:40 UTC – All clear (Ben Okafor)',
    ]);
  });

  it('writes in the columns of a table', () => {
    const before = shapes['table'] ?? '';
    const after = imported(before, [message('22:10', 'a | b', 'Ada Example')]);
    assert.deepEqual(newLines(before, after), ['| 22:10 | Ada Example | a \\| b |']);
  });

  it('converts to the zone of the record, over midnight', () => {
    const before = shapes['local zone'] ?? '';
    const after = imported(before, [message('22:10', 'Paged'), message('23:20', 'Fixed')]);
    assert.deepEqual(newLines(before, after), ['- 23:10 Paged', '- 2026-11-25 00:20 Fixed']);
  });

  it('takes the zone that it is told for times without one', () => {
    const before = shapes['list'] ?? '';
    const clock = { hour: 23, minute: 10, sure: true, twentyFour: true, twelve: false };
    const after = imported(
      before,
      [{ date: '2026-11-24', clock, text: 'Paged', cut: false, noise: false }],
      'Europe/Berlin',
    );
    assert.deepEqual(newLines(before, after), ['- 22:10 UTC – Paged']);
  });

  it('leaves out what is there: in the same minute the same or a part of it, within two minutes the same', () => {
    const before = shapes['list'] ?? '';
    const there = [
      message('22:00', 'Deployed v12'),
      message('22:00', 'Deployed v12 to production', 'Ada'),
      message('22:31', 'rolled back!'),
    ];
    const fresh = [
      message('22:00', 'Paged'),
      message('22:33', 'Rolled back'),
      message('22:30', 'ok'),
      message('22:01', 'Deployed v12 again'),
    ];
    const document = documentOf('postmortem', before);
    assert.deepEqual([...knownMessages(document, [...there, ...fresh], 'UTC')], there);
    assert.deepEqual(importEntries(document, there, 'UTC').edits, []);
    assert.equal(newLines(before, imported(before, [...there, ...fresh])).length, fresh.length);
  });

  it('keeps one of a message that is given twice, and what two people say in the same words', () => {
    const before = shapes['table'] ?? '';
    const given = [message('22:10', 'ack', 'Ada'), message('22:10', 'ack', 'Ben'), message('22:11', 'ack', 'Ben')];
    const after = imported(before, given);
    assert.deepEqual(newLines(before, after), ['| 22:10 | Ada | ack |', '| 22:10 | Ben | ack |']);
    assert.equal(imported(after, given), after);
  });

  it('lets nothing become markup but code and addresses', () => {
    const before = shapes['list'] ?? '';
    const text =
      '# <b>x</b> **y** [z](command:a) ![i](http://e.example/i.png) `code` https://e.example/a_b?c=1#d ~~s~~ {{ t }} &amp;';
    const [line = ''] = newLines(before, imported(before, [message('22:10', text)]));
    assert.equal(
      line,
      String.raw`- 22:10 UTC – \# \<b\>x\</b\> \*\*y\*\* \[z\](command:a) \!\[i\](http://e.example/i.png) ${'`code`'} https://e.example/a_b?c=1#d \~\~s\~\~ \{{ t }} \&amp;`,
    );
  });

  it('keeps the order of messages of one minute', () => {
    const before = shapes['list'] ?? '';
    const after = imported(before, [message('22:10', 'one'), message('22:10', 'two'), message('22:10', 'three')]);
    assert.deepEqual(newLines(before, after), ['- 22:10 UTC – one', '- 22:10 UTC – two', '- 22:10 UTC – three']);
  });

  it('leaves out what has no day', () => {
    const { edits } = importEntries(
      documentOf('postmortem', shapes['list'] ?? ''),
      [{ text: 'x', cut: false, noise: false }],
      'UTC',
    );
    assert.deepEqual(edits, []);
  });

  const words = fc.array(
    fc.constantFrom(
      'api',
      'down',
      '**bold**',
      '`top -b`',
      'a|b',
      '<b>',
      '[x](y)',
      'db_main',
      '10:05',
      '2026-11-24',
      '- x',
      '# y',
      'é',
      '$(x)',
      'https://e.example/a_b',
      '1.',
      '&amp;',
      '~z~',
    ),
    { minLength: 1, maxLength: 4 },
  );
  const messages = fc
    .uniqueArray(
      fc.record({
        minute: fc.integer({ min: -90, max: 200 }),
        words,
        person: fc.option(fc.constantFrom('Ada Example', 'Ben_O', 'Zoé')),
      }),
      {
        selector: ({ minute }) => minute,
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((all) =>
      all.map(({ minute, words: some, person }, index) => {
        const at = new Date(Date.UTC(2026, 10, 24, 22, 0) + minute * 60_000).toISOString();
        return message(at, `Event ${'abcdefgh'[index]}${index} ${some.join(' ')} end${index}`, person ?? undefined);
      }),
    );

  for (const [name, lf] of Object.entries(shapes)) {
    for (const eol of ['\n', '\r\n']) {
      it(`gives a timeline in order, each once, and the same when repeated: ${name}, ${JSON.stringify(eol)}`, function () {
        this.timeout(60_000);
        const before = lf.replaceAll('\n', eol);
        fc.assert(
          fc.property(messages, fc.integer({ min: 0, max: 5 }), (all, cut) => {
            const after = imported(imported(before, all.slice(cut)), all.slice(0, cut));
            const entries = readTimelines(documentOf('postmortem', after)).flatMap((timeline) => timeline.entries);
            const minutes = entries.map((entry) =>
              Math.floor((instantOfEntry(entry)?.getTime() ?? Number.NaN) / 60_000),
            );
            assert.deepEqual(
              minutes,
              minutes.toSorted((a, b) => a - b),
              after,
            );
            for (const { text, instant = 0 } of all) {
              const own = entries.filter((entry) => entry.text.includes(`Event ${text.slice(6, 8)}`));
              assert.equal(own.length, 1, `${text}\n${after}`);
              assert.equal(instantOfEntry(own[0] ?? {})?.getTime(), instant);
            }
            const again = importEntries(documentOf('postmortem', after), all, 'UTC');
            assert.deepEqual(again.edits, [], after);
            assert.ok(newLines(before, after).length >= all.length);
            assert.equal(after.replaceAll(eol, '').includes('\n'), false);
          }),
          { numRuns: 12 },
        );
      });
    }
  }
});
