import assert from 'node:assert/strict';
import { readDocument, type Range } from '../../../../../../src/core/index.ts';
import { working } from '../../../../../../src/core/record/timeline/write/read-back.ts';

const lines = [
  '---',
  'date: 2026-03-04',
  '---',
  '# Postmortem: queue stuck',
  '',
  '## Timeline',
  '',
  'All times in UTC.',
  '',
  '- 10:00 the queue grows',
  '- 10:30 the worker is restarted',
  '',
  '## Action items',
  '',
  '- [ ] Watch the queue',
  '',
];
const document = readDocument({ uri: 'u', root: 'r', path: 'postmortems/2026-03-04-queue.md' }, lines.join('\n'), {
  kind: 'postmortem',
  why: 'in a test',
});
const entry = { at: new Date('2026-03-04T10:40:00Z'), text: 'the queue is empty' };

/** An edit that puts lines in the place of some (0-based, the last not included). */
function put(from: number, to: number, ...texts: readonly string[]): { range: Range; newText: string } {
  return {
    range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
    newText: texts.map((text) => `${text}\n`).join(''),
  };
}

describe('a record that is read back after an entry was added', () => {
  const added = put(11, 11, '- 10:40 the queue is empty');

  it('is the record with the entry', () => {
    assert.match(working(document, [added], entry)?.text ?? '', /restarted\n- 10:40 the queue is empty\n\n## Action/);
  });

  for (const [what, ...edits] of [
    ['nothing was changed'],
    ['another entry is gone', put(9, 10), added],
    ['another entry has another time', put(9, 10, '- 10:05 the queue grows'), added],
    ['the entry has another time', put(11, 11, '- 10:41 the queue is empty')],
    ['the entry says something else', put(11, 11, '- 10:40 the queue is full')],
    ['the entry stands there twice', put(11, 11, '- 10:40 the queue is empty', '- 10:40 the queue is empty')],
    ['a section is gone', added, put(12, 14)],
    ['the entry is in no timeline', put(15, 15, 'At 10:40 the queue is empty')],
  ] as const) {
    it(`is refused where ${what}`, () => assert.equal(working(document, edits, entry), undefined));
  }
});
