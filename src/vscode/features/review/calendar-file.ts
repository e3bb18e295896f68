import { createEvents, type EventAttributes } from 'ics';
import type { RetrospectiveEvent } from '../../../core/index.ts';

/** The longest line without its line break (RFC 5545, 3.1). In bytes of UTF-8. */
const longestLine = 75;

/**
 * Returns a retrospective as a calendar file (RFC 5545). It has no METHOD: the user opens the event with its guests and
 * sends the invitations from the calendar.
 * @param stamp creation time of the file.
 */
export function calendarFile(event: RetrospectiveEvent, stamp: Date): string {
  const { uid, sequence, title, start, minutes, description, organizer, attendees } = event;
  const attributes: EventAttributes & { readonly timestamp: number } = {
    uid,
    sequence,
    title: printable(title),
    description: printable(description),
    start: start.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
    timestamp: stamp.getTime(),
    ...(organizer && { organizer: { name: parameter(organizer.name), email: organizer.email } }),
    attendees: attendees.map(({ name, email }) => ({
      name: parameter(name),
      email,
      rsvp: true,
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
    })),
  };
  const { error, value } = createEvents([attributes], { productId: '-//Runbook Lens//Retrospective//EN', method: '' });
  if (value === null) {
    throw error ?? new Error('The calendar file could not be made');
  }
  return value
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

/** Returns a text without characters that a calendar file cannot hold. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/gu, '');
}

/** Returns a name as a parameter value, without quotation marks. */
function parameter(text: string): string {
  return printable(text)
    .replace(/["\n]+/g, ' ')
    .trim();
}

/**
 * Returns a line folded by bytes (the library counts characters). No line ends in white space, which editors remove on
 * save.
 */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > longestLine) {
      // oxlint-disable-next-line regexp/no-super-linear-move -- At most `longestLine` bytes.
      const tail = part.trim() === '' ? '' : (/[ \t]+$/.exec(part)?.[0] ?? '');
      parts.push(part.slice(0, part.length - tail.length));
      part = ` ${tail}`;
      bytes = part.length;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
