import { readStamp } from '../../../time/stamp.ts';
import { dateMessages } from './date-messages.ts';
import type { Reading, ReadingContext } from './message.ts';
import { readChat } from './read-chat.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';

/** The longest text that is read. In characters. */
const longest = 5_000_000;

/**
 * Returns the messages of a text from elsewhere: a thread that was copied from Slack or Teams, their exports and those of PagerDuty as
 * JSON, a table as CSV, or notes with times. Any text gives a reading, if only one without messages. Each message stays one of its own,
 * also those of one person in one minute, so that each can be left out.
 */
export function readThread(text: string, context: ReadingContext): Reading {
  const pasted = text.slice(0, longest);
  const json = readJson(pasted);
  const csv = json === undefined ? readCsv(pasted) : undefined;
  const { source, messages } =
    json ?? (csv === undefined ? readChat(pasted, context.today) : { source: 'csv' as const, messages: csv });
  // A message without a readable time is not an entry of a timeline.
  const timed = messages.filter(
    ({ instant, when }) => instant !== undefined || readStamp(when, 'day')?.clock !== undefined,
  );
  return { source, ...dateMessages(timed, context) };
}
