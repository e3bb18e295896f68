import { readClock, type Clock } from './clock.ts';
import { readDay, readDays, type Day, type DateOrder } from './day.ts';
import { readDayWord, type DayWord } from './day-word.ts';
import { once } from '../util/memo.ts';
import { aboutBehind, aboutInside } from '../vocabulary/time-signs.ts';
import { ended, joined, whole, written, type Alternatives } from '../vocabulary/words.ts';
import { halfWidth, take } from './sticky.ts';
import { readZone } from './zone.ts';

/** A time in a text. Offsets count in that text. */
export interface Stamp {
  /** Day, time and zone are between these offsets. */
  readonly from: number;
  readonly to: number;
  /** Start of the text after the time and its separator. */
  readonly rest: number;
  readonly day?: Day;
  /** The word for the day, before or after the time. A stated date takes precedence. */
  readonly dayWord?: DayWord;
  readonly clock?: Clock;
  /** The end of a span of time ("10:20–10:40"). */
  readonly until?: Clock;
  readonly zone?: { readonly text: string; readonly from: number; readonly to: number };
  /** "~10:20", "ca. 10:20", "10:45~". */
  readonly approximate: boolean;
  /** Part of it cannot be read: "14:??", "HH:mm", "2024-03-??", or the order of "03/04". */
  readonly unreadable: boolean;
  /** A separator, the end of emphasis or of the text comes after it. */
  readonly separated: boolean;
  /** It is in square brackets, as in pasted chat. */
  readonly bracketed: boolean;
  /** Whether a word such as "at" or "on" comes before it, as in a sentence. */
  readonly led: boolean;
  /** The same time in another zone, in brackets before it: "(09:25 UTC)". */
  readonly otherClock?: string;
}

/** Longest stamp, in characters. */
const longest = 200;

/** Characters that can come before a time: emphasis, brackets, tags, emoji and their shortcodes, images, bullets. */
const marks =
  /(?:[\s>*_~`[(≈"'“‘「『【・•·…–—→⇒‣※]|\\?-(?!\d)|[\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}]|[\u200b\u200c]|\u200d|\ufe0f|\u20e3|\d\ufe0f?\u20e3|:[a-z][\w+-]{1,30}:|<\/?[a-z][^<>]{0,99}>|!\[[^[\]]{0,99}\]\([^()\s]{0,150}\)|&#x?[\da-f]{2,6};)*/iuy;
const words = once(() => {
  const about = written(({ time }) => time.about);
  const at = written(({ time }) => time.at);
  const lead = written(({ time: { at: before, lead: more, about: vague } }) => joined(before, more, vague));
  const nearly = written(({ time: { at: before, about: vague } }) => joined(before, vague));
  const until = ended(written(({ time }) => time.until));
  return {
    lead: new RegExp(`(?:${followed(lead)}){1,2}`, 'iuy'),
    about: new RegExp(whole(about), 'iu'),
    betweenDayAndTime: new RegExp(
      `[\\s*_\`]*(?:,|T(?=\\d)|@|${ended(at)}|[-–—:|])?[\\s*_\`~]*(?:${followed(nearly)})?~?`,
      'iuy',
    ),
    betweenTimeAndDay: new RegExp(`[\\s,*_\`]*(?:${followed(lead)}|@\\s*)?[[(]?`, 'iuy'),
    behindDayWord: new RegExp(`[\\s*_\`]*(?:[,:|–—-][\\s*_\`]*)?[([]?(?:${followed(lead)}){0,2}~?`, 'iuy'),
    beforeDayWord: new RegExp(`[\\s,*_\`]*[([]?(?:${followed(lead)})?`, 'iuy'),
    toward: new RegExp(`\\s*~?\\s*(?:->|→|[-–—−~〜]|${until})\\s*~?\\s*`, 'iuy'),
  };
});

/** Words with the white space after them; after a point it may be left out. */
function followed({ spaced, unspaced }: Alternatives): string {
  return `(?:${spaced})(?:\\s+|(?<=\\.))|(?:${unspaced})\\s*`;
}

/** Between the same time on two clocks: "10:20 UTC / 11:20 CET". */
const sameTime = /\s?[/=]\s?/y;
const zoneGap = /[\s*_`]{0,3}[[(]?\s?/y;
const closing = /\s?[\])]/y;
const tail = /~?\??(?:[*_`~)\]"'”’」』】]|<\/[a-z]{1,10}>){0,8}(?:(?<=\])\([^()\s]{1,400}\))?/iy;
const separator = /\s*(?:->|=>|→|⇒|»|、|\\?[:–—\-|,>;=.])+(?:\s*[*_`~]{1,4}(?=\s|$))?\s*|\s*$/y;

/**
 * Returns the time at the start of a text, after emphasis, marks, brackets and words such as "at" or "ca.": a day, a time, or both in
 * either order. A word for a day counts alone only if it stands apart, as in a heading. Undefined if the text begins otherwise.
 * @param order what comes first in dates such as "3/5/2024". Without it they are unreadable.
 */
export function readStamp(source: string, order?: DateOrder): Stamp | undefined {
  const text = halfWidth(source.slice(0, longest));
  const opening = take(marks, text, 0);
  const lead = take(words().lead, text, opening);
  const told = withDayWord(text, lead, order);
  if (told === undefined) {
    return undefined;
  }
  const other = text.slice(0, lead).endsWith('(') ? behindOtherClock(text, told) : undefined;
  const core = other ?? told;
  const { day, dayWord, clock, until, zone, unreadable } = core;
  const end = take(aboutBehind, text, core.end);
  const closed = take(tail, text, end);
  const rest = take(separator, text, closed);
  const around = text.slice(end, closed);
  const from = other?.from ?? lead;
  const stamp: Stamp = {
    from,
    to: end,
    rest,
    ...(day && { day }),
    ...(dayWord && { dayWord }),
    ...(clock && { clock }),
    ...(until && { until }),
    ...(zone && { zone }),
    approximate:
      /(?<!~)~(?!~)|≈/.test(text.slice(0, opening)) ||
      words().about.test(text.slice(opening, lead)) ||
      aboutInside.test(text.slice(from, end)) ||
      words().about.test(text.slice(from, end)) ||
      /^[~?]/.test(around),
    unreadable,
    separated: rest > closed || closed > end || rest >= text.length,
    bracketed: text.slice(0, opening).includes('[') && around.includes(']'),
    led: lead > opening || core.led === true,
    ...(other && { otherClock: source.slice(lead - 1, other.from).trim() }),
  };
  return day === undefined && clock === undefined && !unreadable && !standsApart(text, stamp) ? undefined : stamp;
}

/** "Friday" and "Friday: the fix" name a day for what follows; "Friday, we went on" is a sentence. */
function standsApart(text: string, { to, rest, separated }: Stamp): boolean {
  return separated && !text.slice(to, rest).includes(',');
}

interface Core {
  readonly day?: Day | undefined;
  readonly dayWord?: DayWord | undefined;
  readonly clock?: Clock | undefined;
  readonly until?: Clock | undefined;
  readonly zone?: Stamp['zone'] | undefined;
  readonly end: number;
  readonly unreadable: boolean;
  readonly led?: boolean;
}

/** A time with the word for its day before it or after it, or such a word alone. */
function withDayWord(text: string, at: number, order: DateOrder | undefined): Core | undefined {
  const plain = absolute(text, at, order);
  if (plain !== undefined) {
    return plain.clock === undefined ? plain : withWordBehind(text, plain);
  }
  const front = readDayWord(text, at);
  if (front === undefined) {
    return undefined;
  }
  const gap = take(words().behindDayWord, text, front.end);
  const core = gap === front.end ? undefined : absolute(text, gap, order);
  return core === undefined
    ? front.full || take(separator, text, take(tail, text, front.end)) >= text.length
      ? { dayWord: front.word, end: front.end, unreadable: false }
      : undefined
    : { ...core, dayWord: front.word, led: /\p{L}\s+~?$/u.test(text.slice(front.end, gap)) || core.led === true };
}

function absolute(text: string, at: number, order: DateOrder | undefined): Core | undefined {
  return dayAndTime(text, at, order) ?? timeAndDay(text, at, order);
}

function withWordBehind(text: string, core: Core): Core {
  const gap = take(words().beforeDayWord, text, core.end);
  const found = gap === core.end ? undefined : readDayWord(text, gap);
  if (found === undefined) {
    return core;
  }
  const before = text.slice(core.end, gap);
  const opened = /[[(]$/.test(before);
  const closed = opened ? take(closing, text, found.end) : found.end;
  const led = /[a-z]\s+$/i.test(before) && /[\s,.;]/.test(text.charAt(closed));
  const stands = opened
    ? closed > found.end
    : text.charAt(gap) === '+' || led || take(separator, text, take(tail, text, closed)) > closed;
  if (!stands) {
    return core;
  }
  const zone = core.zone === undefined ? zoneAt(text, closed) : undefined;
  // "23:50–00:10 (next day)" says when it ended.
  const ofEnd = core.until !== undefined && found.word.kind === 'shift';
  return {
    ...core,
    ...(zone && { zone: zone.zone }),
    ...(!ofEnd && { dayWord: found.word }),
    end: zone?.end ?? closed,
    led,
  };
}

/** The time after one of another clock in brackets. */
function behindOtherClock(text: string, { day, clock, end }: Core): (Core & { readonly from: number }) | undefined {
  const closed = take(closing, text, end);
  const from = take(/\s+/y, text, closed);
  const found = day === undefined && clock !== undefined && closed > end ? timeAt(text, from) : undefined;
  return found === undefined ? undefined : { ...found, from };
}

function dayAndTime(text: string, at: number, order: DateOrder | undefined): Core | undefined {
  const day = readDay(text, at, order);
  // "2021-03-04-report.md" is a file's name.
  if (day === undefined || /^-\w/.test(text.slice(day.end, day.end + 2))) {
    return undefined;
  }
  const gap = take(words().betweenDayAndTime, text, day.end);
  const time = timeAt(text, behindWeekday(text, gap));
  const unreadable = day.day === undefined;
  if (time === undefined) {
    return { day: day.day, end: readDays(text, at)?.end ?? day.end, unreadable };
  }
  // "Tue Mar  5 10:20:00 UTC 2024", as machines write it.
  const year =
    day.day === undefined || day.day.year !== undefined
      ? null
      : /^\s((?:19|20)\d{2})(?![\d:])/.exec(text.slice(time.end, time.end + 6));
  return year !== null
    ? { ...time, day: { month: 1, day: 1, ...day.day, year: Number(year[1]) }, end: time.end + year[0].length }
    : {
        ...time,
        day: day.day,
        unreadable: unreadable || time.unreadable,
        led: /\p{L}\s+~?$/u.test(text.slice(day.end, gap)),
      };
}

/** "2024-03-05, Tuesday, 10:20" says its day twice. */
function behindWeekday(text: string, at: number): number {
  const found = readDayWord(text, at);
  return found?.word.kind === 'weekday' ? take(/[,\s]{1,3}/y, text, found.end) : at;
}

function timeAndDay(text: string, at: number, order: DateOrder | undefined): Core | undefined {
  const time = timeAt(text, at);
  if (time === undefined) {
    return undefined;
  }
  const gap = take(words().betweenTimeAndDay, text, time.end);
  const opened = /[[(]$/.test(text.slice(time.end, gap));
  const day = gap === time.end ? undefined : readDay(text, gap, order);
  if (day === undefined) {
    return time;
  }
  const closed = opened ? take(/[\])]/y, text, day.end) : day.end;
  const zone = time.zone === undefined ? zoneAt(text, closed) : undefined;
  const end = zone?.end ?? closed;
  // "10:20 May 4 servers were back" begins with a time and goes on about servers.
  const led = /\bon\s+[[(]?$/i.test(text.slice(time.end, gap));
  const stands = led || day.day?.year !== undefined || take(separator, text, take(tail, text, end)) > end;
  return stands && day.day !== undefined ? { ...time, ...(zone && { zone: zone.zone }), day: day.day, end, led } : time;
}

/** A clock time, or a span of time, and its zone. */
function timeAt(text: string, at: number): Core | undefined {
  const ahead = readZone(text, at);
  const start = readClock(text, ahead === undefined ? at : take(/[\])]?[\s:]{1,3}/y, text, ahead.end));
  if (start === undefined) {
    return undefined;
  }
  const first =
    ahead === undefined
      ? zoneAt(text, start.end)
      : { zone: { text: ahead.zone, from: at, to: ahead.end }, end: start.end };
  const here = first?.end ?? start.end;
  const gap = take(words().toward, text, here);
  const otherDay = gap === here ? undefined : readDay(text, gap);
  const second =
    gap === here
      ? undefined
      : readClock(text, otherDay === undefined ? gap : take(words().betweenDayAndTime, text, otherDay.end));
  if (second === undefined) {
    return {
      clock: start.clock,
      zone: first?.zone,
      end: behindSameTime(text, here),
      unreadable: start.clock === undefined,
    };
  }
  const last = zoneAt(text, second.end);
  return {
    clock: start.clock && likeItsEnd(start.clock, second.clock),
    until: second.clock,
    zone: first?.zone ?? last?.zone,
    end: last?.end ?? second.end,
    unreadable: start.clock === undefined,
  };
}

/** Returns the offset after the same time in another zone; `at` if there is none. */
function behindSameTime(text: string, at: number): number {
  const gap = take(sameTime, text, at);
  const clock = gap === at ? undefined : readClock(text, gap);
  return clock === undefined ? at : (zoneAt(text, clock.end)?.end ?? at);
}

/** "9:30–10:15 pm" begins in the evening too. */
function likeItsEnd(start: Clock, end: Clock | undefined): Clock {
  if (end === undefined || !end.twelve || start.twelve || start.twentyFour) {
    return start;
  }
  const late = end.hour >= 12 && (start.hour % 12) + 12 <= end.hour;
  return { ...start, hour: late ? (start.hour % 12) + 12 : start.hour % 12, sure: true, twelve: true };
}

function zoneAt(text: string, at: number): { zone: NonNullable<Stamp['zone']>; end: number } | undefined {
  const begin = take(zoneGap, text, at);
  const found = readZone(text, begin);
  if (found === undefined) {
    return undefined;
  }
  const opened = /[[(]/.test(text.slice(at, begin));
  const end = opened ? take(closing, text, found.end) : found.end;
  // "18:25 (UTC 09:25)" names the zone of another clock.
  if (opened && end === found.end && /^\s?\d/.test(text.slice(end, end + 2))) {
    return undefined;
  }
  return { zone: { text: found.zone, from: begin, to: found.end }, end };
}
