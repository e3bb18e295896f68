import assert from 'node:assert/strict';
import { readDocument } from '../../../../../src/core/document/document.ts';
import {
  readEvent,
  retrospectiveEvent,
  type RetrospectiveEvent,
} from '../../../../../src/core/workflow/review/event.ts';
import { recordText } from './records.ts';

const known = [
  { name: 'Ada Example', email: 'ada@example.com' },
  { name: 'Bo Sample', email: 'bo@example.com' },
];
const organizer = { name: 'Eve Case', email: 'eve@example.com' };

function eventFor(path: string, request: Partial<Parameters<typeof retrospectiveEvent>[1]> = {}): RetrospectiveEvent {
  const place = { uri: path, root: 'root', path };
  const document = readDocument(place, recordText(), { kind: 'postmortem', why: 'the test says so' });
  const start = new Date('2026-03-12T09:00:00Z');
  return retrospectiveEvent(document, { start, minutes: 60, address: path, words: {}, known, organizer, ...request });
}

describe('retrospectiveEvent', () => {
  it('invites those whose addresses are known and names the others', () => {
    const event = eventFor('postmortems/search.md');
    assert.equal(event.title, 'Retrospective: Search was down');
    assert.deepEqual(event.organizer, organizer);
    assert.deepEqual(event.attendees, known);
    assert.match(
      event.description,
      /^Search was down\n[\s\S]*\n\nNot invited by this file. Please invite them too:\n- Cy Pattern \(Authors\)$/,
    );
  });

  it('invites nobody where nobody can call the meeting, and names all with their addresses', () => {
    for (const nobody of [undefined, { name: 'Eve Case' }, { name: 'Eve Case', email: 'eve@laptop.local' }]) {
      const event = eventFor('postmortems/search.md', { organizer: nobody });
      assert.equal(event.organizer, undefined);
      assert.deepEqual(event.attendees, []);
      assert.match(event.description, /- Ada Example \(Incident commander, ada@example\.com\)\n- Bo Sample/);
    }
  });

  it('has one id for each record, and the next number for a change', () => {
    const first = eventFor('postmortems/søk nede.md');
    assert.equal(first.uid, eventFor('postmortems/søk nede.md').uid);
    assert.notEqual(first.uid, eventFor('postmortems/other.md').uid);
    assert.match(first.uid, /^[\x21-\x7e]+$/);
    assert.equal(first.sequence, 0);
    const moved = eventFor('elsewhere/search.md', { previous: { uid: 'abc@calendar', sequence: 4 } });
    assert.deepEqual([moved.uid, moved.sequence], ['abc@calendar', 5]);
  });
});

describe('readEvent', () => {
  const file = (lines: string): string =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nUID:outside\r\nBEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

  it('reads what identifies an event, over folded lines and other line breaks', () => {
    const text = file('UID:retrospective-\r\n 1@x\r\nSEQUENCE:3\r\nDTSTART:20260312T090000Z');
    const expected = { uid: 'retrospective-1@x', sequence: 3, start: new Date('2026-03-12T09:00:00Z') };
    assert.deepEqual(readEvent(text), expected);
    assert.deepEqual(readEvent(text.replaceAll('\r\n', '\n')), expected);
  });

  it('takes an event without a number for the first, and reads no local time', () => {
    assert.deepEqual(readEvent(file('UID:a\r\nDTSTART;TZID=Europe/Berlin:20260312T090000')), { uid: 'a', sequence: 0 });
    assert.deepEqual(readEvent(file('UID:a\r\nSEQUENCE:x\r\nDTSTART:20261312T990000Z')), { uid: 'a', sequence: 0 });
  });

  it('reads nothing in other texts', () => {
    for (const text of [
      '',
      '# A page\n',
      'BEGIN:VEVENT\r\nUID:a\r\n',
      file('SUMMARY:no id'),
      'END:VEVENT\nBEGIN:VEVENT\nUID:a',
    ]) {
      assert.equal(readEvent(text), undefined);
    }
  });
});
