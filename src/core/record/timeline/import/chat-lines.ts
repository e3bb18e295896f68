import { readStamp, type Stamp } from '../../../time/stamp.ts';
import {
  appMark,
  appMarkBehind,
  beforeClock,
  chatFurniture,
  guestMark,
  nameParticles,
  todayWord,
  yesterdayWord,
} from '../../../vocabulary/chat-words.ts';
import { trimmedEnd } from '../../../text/ends.ts';
import { daysAfter } from '../../../time/calendar.ts';

/** A stamp that is all of a text, and that text with a date for words such as "yesterday". */
export interface WholeStamp {
  readonly written: string;
  readonly stamp: Stamp;
}

/** The longest line in which the head of a message is looked for. In characters. */
const longestHead = 140;

/** One emoji, or a part of one. */
const emoji =
  /:[a-z+-][\w+'-]{0,40}:(?::skin-tone-\d:)?|[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u200d|\ufe0f/giu;

/** Returns whether a line holds emoji alone, with their counts: reactions. */
export function isEmoji(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= longestHead && !/^\d/.test(text) && text.search(emoji) === 0 && /^[\s\d]*$/.test(withoutEmoji(text))
  );
}

function withoutEmoji(text: string): string {
  return text.replace(emoji, ' ').trim();
}

/** Returns whether a line is the mark of a program. */
export function isAppMark(line: string): boolean {
  return appMark.test(line.trim());
}

/** Returns whether a line is no part of a message: replies, buttons, what is new. */
export function isFurniture(line: string): boolean {
  const text = line.trim().replace(/^[·•|\s]+/, '');
  return text.length <= longestHead && chatFurniture.some((pattern) => pattern.test(text));
}

/** Returns a text with the date in place of "today" and "yesterday" at its start. @param today YYYY-MM-DD. */
export function withDate(text: string, today: string): string {
  const told = text.replace(/^[[(\s]+/, '');
  const word = todayWord.exec(told)?.[0] ?? yesterdayWord.exec(told)?.[0];
  if (word === undefined) {
    return told.replace(beforeClock, '');
  }
  // The text between the word and the clock does not matter, except for the half of the day.
  const rest = told.slice(word.length).replace(/^[,\s]{0,3}[\p{Script=Latin}\p{Script=Cyrillic}.\s]{0,12}(?=\d)/u, '');
  return `${todayWord.test(told) ? today : daysAfter(today, -1)} ${rest.trim()}`.trim();
}

/** Returns the stamp that is all of a text, brackets and emoji around it apart. */
export function wholeStamp(text: string, today: string): WholeStamp | undefined {
  const told = withoutEmoji(text);
  if (told.length === 0 || told.length > 80 || !/\d/.test(told)) {
    return undefined;
  }
  const written = trimmedEnd(withDate(told, today), /[\])]/);
  const stamp = readStamp(written, 'day');
  return stamp?.clock !== undefined && stamp.until === undefined && stamp.to >= written.trimEnd().length
    ? { written, stamp }
    : undefined;
}

/** Returns the day that a line states for what is below it, with a date for "today"; undefined for other lines. */
export function dayLine(line: string, today: string): string | undefined {
  const told = trimmedEnd(line.replace(/^[\s\-–—_=─*|]+/, '').replace(/ New$/, ''), /[\s\-–—_=─*|·•]/);
  if (told.length === 0 || told.length > 60) {
    return undefined;
  }
  const written = withDate(told, today);
  const stamp = readStamp(written, 'day');
  const isDay = stamp?.day !== undefined || stamp?.unreadable === true || stamp?.dayWord?.kind === 'weekday';
  return stamp !== undefined && isDay && stamp.clock === undefined && stamp.to >= written.length && stamp.from === 0
    ? written
    : undefined;
}

/** The head of a message: whose it is, and when. */
export interface Head {
  readonly time: WholeStamp;
  /** Empty if the line does not say it. */
  readonly person: string;
  /** The beginning of the message, on the same line. */
  readonly text: string;
  readonly app: boolean;
  /**
   * Certainty that the line is one: by brackets, gaps and marks beside a name, by the form of the name, by a gap beside
   * a possible name, or hardly.
   */
  readonly sure: 'mark' | 'name' | 'gap' | 'hardly';
}

/** "Ada Example  10:05 AM", "Ada Example [10:05]", "PagerDuty APP  10:05". */
export function headBefore(line: string, today: string): Head | undefined {
  if (line.length > longestHead || !/\d/.test(line)) {
    return undefined;
  }
  const starts = [...line.matchAll(/(?<=[\s([,·:])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  for (const at of starts) {
    const before = line.slice(0, at);
    const time = /\p{L}/u.test(before) ? wholeStamp(line.slice(at), today) : undefined;
    if (time !== undefined) {
      const { person, app } = personOf(trimmedEnd(before, /[\s[(,·|–—-]/));
      const marked = app || /(?:\s\s|[[(]|,\s|[·|–—]\s?)$/.test(before);
      const form = nameForm(person);
      if (form === undefined && !(person === '' && app)) {
        return marked && mayBeName(person) ? { time, person, text: '', app, sure: 'gap' } : undefined;
      }
      return { time, person, text: '', app, sure: marked ? 'mark' : form === 'full' ? 'name' : 'hardly' };
    }
  }
  return undefined;
}

/** "[10:05] Ada Example: text", "[10:05 AM] Ada Example", "24/11/2026, 10:05 - Ada: text". */
export function headBehind(line: string, today: string): Head | undefined {
  const bracket = /^\s{0,9}\[([^\][]{3,60})\]\s{0,3}[-–:]?\s{0,3}/.exec(line);
  const time = bracket === null ? plainStart(line, today) : whole(bracket[1] ?? '', bracket[0].length, today);
  if (time === undefined) {
    return undefined;
  }
  const rest = line.slice(time.end).trim();
  const named = /^<([^<>]{1,40})>\s(.*)$/su.exec(rest) ?? /^([^:：]{1,60}?)\s?[:：](?!\/\/)(?:\s|$)(.*)$/su.exec(rest);
  const { person, app } = personOf(named?.[1] ?? rest);
  const form = nameForm(person);
  if (named !== null && form !== undefined) {
    return { time, person, text: (named[2] ?? '').trim(), app, sure: bracket === null ? 'name' : 'mark' };
  }
  return named === null && form !== undefined && bracket !== null && (form === 'full' || app)
    ? { time, person, text: '', app, sure: 'mark' }
    : { time, person: '', text: rest, app: false, sure: bracket === null ? 'hardly' : 'mark' };
}

function whole(text: string, end: number, today: string): (WholeStamp & { readonly end: number }) | undefined {
  const found = wholeStamp(text, today);
  return found && { ...found, end };
}

/** A line that begins with a time, after a bullet. */
function plainStart(line: string, today: string): (WholeStamp & { readonly end: number }) | undefined {
  const lead = /^\s{0,9}(?:[-*•>]\s{1,3})?/.exec(line)?.[0].length ?? 0;
  const own = line.slice(lead, lead + 200);
  const written = withDate(own, today);
  const stamp = /^[\p{L}\p{N}]/u.test(own) ? readStamp(written, 'day') : undefined;
  if (stamp?.clock === undefined || stamp.from > 0) {
    return undefined;
  }
  const rest = written.length - stamp.rest;
  return { written: written.slice(0, stamp.to), stamp, end: line.slice(0, lead + 200).length - rest };
}

/** Returns a name without the marks beside it, and whether one of them is that of a program. */
export function personOf(written: string): { readonly person: string; readonly app: boolean } {
  const plain = withoutEmoji(written);
  const alone = isAppMark(plain);
  const person = alone ? '' : plain.replace(appMarkBehind, '').replace(guestMark, '').trim();
  return { person, app: alone || appMarkBehind.test(plain) };
}

/** Returns whether a text may be a name where its place says so: "ada lovelace". */
export function mayBeName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N}._'’ -]{0,40}$/u.test(text) && text.split(' ').length <= 4 && !text.endsWith('.');
}

/** Returns how a text looks as a name: in full, as one word, or not at all. */
export function nameForm(written: string): 'full' | 'word' | undefined {
  const text = written.replace(/\s?\([^()]{1,40}\)$/, '');
  if (text.length === 0 || text.length > 60 || /https?:|[!?;…`"<>{}=]|[.:,]$/.test(text.replace(/\b\p{Lu}\.$/u, ''))) {
    return undefined;
  }
  const words = text.split(/[\s,/|]+/).filter((word) => word !== '');
  const capital = words.filter((word) => /^[(@'’"]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word));
  const fits = words.every(
    (word) => capital.includes(word) || nameParticles.has(word.toLowerCase()) || /^[-–—&+]$|^\(.*\)$/.test(word),
  );
  if (words.length > 1) {
    return fits && words.length <= 6 && capital.length > 1 ? 'full' : undefined;
  }
  return /^@?[\p{L}][\p{L}\p{N}._'’-]{0,40}$/u.test(text) ? 'word' : undefined;
}
