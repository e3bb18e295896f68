import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEvent, type RetrospectiveEvent } from '../../../../../src/core/index.ts';
import { calendarFile } from '../../../../../src/vscode/features/review/calendar-file.ts';
import { anyText } from '../../../support/markdown.ts';

const event: RetrospectiveEvent = {
  uid: 'retrospective-2026-03-09-a.md@runbook-lens',
  sequence: 2,
  title: 'Retrospective: Search was down, twice; again',
  start: new Date('2026-03-12T09:00:00Z'),
  minutes: 60,
  description: 'Søk var nede\n\n1. Impact\n   - 1,200 customers; C:\\x',
  organizer: { name: 'Eve "E" Case', email: 'eve@example.com' },
  attendees: [
    { name: 'Ada Example', email: 'ada@example.com' },
    { name: 'Bo; Sample, Jr.', email: 'bo@example.com' },
  ],
};
const stamp = new Date('2026-03-10T07:08:09Z');

/** The content lines of a calendar file, unfolded, each with its name, parameters and value. */
function contentLines(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
}

/** The text that a value of the type TEXT stands for (RFC 5545, 3.3.11). */
function textOf(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

function valueOf(lines: readonly string[], name: string): string {
  const found = lines.filter((line) => line.startsWith(`${name}:`));
  assert.equal(found.length, 1, name);
  return found[0]?.slice(name.length + 1) ?? '';
}

describe('calendarFile', () => {
  it('is the calendar that RFC 5545 describes', () => {
    assert.deepEqual(contentLines(calendarFile(event, stamp)), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Runbook Lens//Retrospective//EN',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:retrospective-2026-03-09-a.md@runbook-lens',
      String.raw`SUMMARY:Retrospective: Search was down\, twice\; again`,
      'DTSTAMP:20260310T070809Z',
      'DTSTART:20260312T090000Z',
      'SEQUENCE:2',
      String.raw`DESCRIPTION:Søk var nede\n\n1. Impact\n   - 1\,200 customers\; C:\\x`,
      'ORGANIZER;CN="Eve  E  Case":MAILTO:eve@example.com',
      'ATTENDEE;RSVP=TRUE;ROLE="REQ-PARTICIPANT";PARTSTAT="NEEDS-ACTION";CN="Ada Example":mailto:ada@example.com',
      'ATTENDEE;RSVP=TRUE;ROLE="REQ-PARTICIPANT";PARTSTAT="NEEDS-ACTION";CN="Bo; Sample, Jr.":mailto:bo@example.com',
      'DURATION:PT60M',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('names no guests where nobody calls the meeting', () => {
    const { organizer: _, ...others } = event;
    const lines = contentLines(calendarFile({ ...others, attendees: [] }, stamp));
    assert.ok(!lines.some((line) => /^(?:ORGANIZER|ATTENDEE|METHOD)/.test(line)));
  });

  it('is read again by what reschedules it', () => {
    const { uid, sequence, start } = event;
    assert.deepEqual(readEvent(calendarFile(event, stamp)), { uid, sequence, start });
  });

  it('is folded in front of spaces, never behind one: editors take white space away from the ends of lines', () => {
    const description = 'words of all lengths, some of them rather long ones '.repeat(20);
    const physical = calendarFile({ ...event, description }, stamp).split('\r\n');
    assert.ok(physical.length > 25);
    // The very last space of the text stands where a line ends anyway.
    const ends = physical.filter((line) => /\s$/.test(line));
    assert.ok(ends.length <= 1 && physical.join('').includes('  '), ends.join('|'));
  });

  it('holds any title, agenda and name in lines of at most 75 bytes', () => {
    const text = fc.oneof(
      anyText,
      fc.constantFrom('é'.repeat(200), 'word '.repeat(60), ' '.repeat(300), 'a\tb'.repeat(50)),
    );
    fc.assert(
      fc.property(text, text, text, (title, description, name) => {
        const file = calendarFile(
          { ...event, title: `R ${title}`, description, attendees: [{ name, email: 'ada@example.com' }] },
          stamp,
        );
        const physical = file.split('\r\n');
        assert.equal(physical.at(-1), '');
        for (const line of physical.slice(0, -1)) {
          assert.ok(new TextEncoder().encode(line).length <= 75, `too long: ${line}`);
          // oxlint-disable-next-line no-control-regex -- RFC 5545, 3.1: no control characters but the tabulator
          assert.doesNotMatch(line, /[\u0000-\u0008\u000a-\u001f\u007f]/);
          assert.notEqual(line, '');
        }
        const lines = contentLines(file);
        assert.equal(lines.filter((line) => line.startsWith('BEGIN:VEVENT')).length, 1);
        const kept = (source: string): string =>
          // oxlint-disable-next-line no-control-regex -- what a calendar file cannot hold
          source.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/gu, '');
        assert.equal(textOf(valueOf(lines, 'SUMMARY')), kept(`R ${title}`));
        if (description !== '') {
          assert.equal(textOf(valueOf(lines, 'DESCRIPTION')), kept(description));
        }
        const guest = lines.find((line) => line.startsWith('ATTENDEE'));
        assert.match(guest ?? '', /;CN="[^"]*":mailto:ada@example\.com$/);
      }),
    );
  });
});
