import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type {
  ImportedMessage,
  Reading,
  ReadingContext,
} from '../../../../../../src/core/record/timeline/import/message.ts';
import { readThread } from '../../../../../../src/core/record/timeline/import/read-thread.ts';
import { longestEntry } from '../../../../../../src/core/record/timeline/import/tidy.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../fixtures/import');
const context: ReadingContext = { today: '2026-11-25', incident: '2026-11-24' };

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A message on one line, as the fixtures have it. */
function shown({ instant, date, clock, zone, person, text, cut, noise }: ImportedMessage): string {
  const seconds = clock?.second === undefined ? '' : `:${two(clock.second)}`;
  const time =
    instant === undefined
      ? `${date ?? '?'} ${two(clock?.hour ?? 99)}:${two(clock?.minute ?? 99)}${seconds}${zone === undefined ? '' : ` ${zone}`}`
      : `@${instant / 1000}`;
  return `${time} | ${person ?? '-'} | ${text}${cut ? ' [cut]' : ''}${noise ? ' [noise]' : ''}`;
}

function summary({ source, zoneOpen, dayOpen, meanings }: Reading): string {
  return [
    source,
    ...(zoneOpen ? ['zone-open'] : []),
    ...(dayOpen ? ['day-open'] : []),
    ...(meanings === undefined ? [] : ['meanings', ...meanings]),
  ].join(' ');
}

/** A copy, what it is read with, and what it is read as. */
function fixture(name: string): { text: string; told: ReadingContext; day: string | undefined; expected: string[] } {
  const [text = '', lines = ''] = readFileSync(path.join(folder, name), 'utf8').split(/^=====\n/m);
  const directives = new Map<string, string>();
  const expected = lines
    .trim()
    .split('\n')
    .filter((line) => {
      const [, key, value] = /^(today|incident|day) (\S+)$/.exec(line) ?? [];
      if (key !== undefined && value !== undefined) {
        directives.set(key, value);
      }
      return key === undefined;
    });
  const { incident, ...plain } = context;
  const named = directives.get('incident') ?? incident;
  return {
    text,
    told: {
      ...plain,
      today: directives.get('today') ?? context.today,
      ...(named !== '-' && { incident: named }),
    },
    day: directives.get('day'),
    expected,
  };
}

const names = readdirSync(folder);

describe('readThread', () => {
  it('has at least thirty copies to read', () => assert.ok(names.length >= 30));

  for (const name of names) {
    for (const [eol, written] of [
      ['LF', (text: string) => text],
      ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`reads ${name} with ${eol}`, () => {
        const { text, told, day, expected } = fixture(name);
        const first = readThread(written(text), told);
        const { messages } = day === undefined ? first : readThread(written(text), { ...told, day });
        assert.deepEqual([summary(first), ...messages.map(shown)], expected);
      });
    }
  }
});

describe('readThread, of any text', () => {
  const parts = fc.constantFrom(
    'Ada Example',
    '  10:05 AM',
    '10:06',
    '[10:05]',
    'Yesterday at',
    '03/04/2026',
    ':eyes:',
    '```',
    'APP',
    '> q',
    '"',
    ',',
    ';',
    '{"ts":"1795601100","text":"x"}',
    'time,text',
    '\u00a0',
    'x'.repeat(400),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(parts, fc.constantFrom('\n', ' ', '  ', '\r\n', ''))).map((all) => all.flat().join('')),
    fc.json(),
  );

  it('gives messages of one short line with a time, and no message twice as long', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const message of readThread(text, context).messages) {
          assert.ok(message.clock !== undefined || Number.isFinite(message.instant));
          assert.ok(message.text.length > 0 && message.text.length <= longestEntry);
          assert.doesNotMatch(message.text, /[\p{Cc}\u202e]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  for (const [name, piece] of [
    ['names', 'Ada Example\n'],
    ['clocks', '10:05\n'],
    ['one long line', '[10:05 Ada '],
    ['emoji', ':eyes: '],
    ['fences', '```\n'],
    ['quotes', '"a,'],
    ['links', '<https://x|'],
  ] as const) {
    it(`takes no longer than a long text deserves: ${name}`, () => {
      const time = (count: number): number => {
        const start = performance.now();
        readThread(`time,text\n${piece.repeat(count)}`, context);
        readThread(`Ada Example\n  10:05 AM\n${piece.repeat(count)}`, context);
        return performance.now() - start;
      };
      time(100);
      assert.ok(time(8000) < 5000);
    });
  }
});
