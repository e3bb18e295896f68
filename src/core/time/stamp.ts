import { readClock, type Clock } from './clock.ts';
import { readDay, type Day } from './day.ts';
import { once } from '../util/memo.ts';
import { weekdayNames } from '../vocabulary/calendar.ts';
import { ended, whole, written, type Alternatives } from '../vocabulary/words.ts';
import { matchAt } from './sticky.ts';
import { readZone } from './zone.ts';

/** A time as it is written somewhere in a text. Offsets count in that text. */
export interface Stamp {
  /** Day, time and zone as written lie between these. */
  readonly from: number;
  readonly to: number;
  /** Where the text behind the time and its separator begins. */
  readonly rest: number;
  readonly day?: Day;
  readonly clock?: Clock;
  /** The end of a span of time ("10:20–10:40"). */
  readonly until?: Clock;
  readonly zone?: { readonly text: string; readonly from: number; readonly to: number };
  /** "~10:20", "ca. 10:20", "10:45~". */
  readonly approximate: boolean;
  /** Part of it cannot be read: "14:??", "HH:mm", "2024-03-??", or the order of "03/04". */
  readonly unreadable: boolean;
  /** A separator, the end of emphasis or of the text stands behind it. */
  readonly separated: boolean;
  /** It stands in square brackets, as in pasted chat. */
  readonly bracketed: boolean;
}

/** A stamp lies within so many characters. */
const longest = 200;

const before = /[\s>*_~`[(≈"'“]{0,16}/y;
const words = once(() => {
  const about = written(({ time }) => time.about);
  const at = written(({ time }) => time.at);
  const lead = written(({ time: { at: before, lead: more, about: vague } }) => joined(before, more, vague));
  const nearly = written(({ time: { at: before, about: vague } }) => joined(before, vague));
  const days = weekdayNames();
  return {
    lead: new RegExp(`(?:${followed(lead)}){1,2}`, 'iuy'),
    about: new RegExp(whole(about), 'iu'),
    weekday: new RegExp(
      `(?:(?:${days.long.spaced})\\.?[,\\s]+(?=[\\d\\p{L}])|(?:${days.short.spaced})\\.?[,\\s]+(?=\\d)|(?:${days.long.unspaced})[,\\s]*(?=\\d))`,
      'iuy',
    ),
    betweenDayAndTime: new RegExp(
      `[\\s*_\`]*(?:,|T(?=\\d)|@|${ended(at)}|[-–—:|])?[\\s*_\`~]*(?:${followed(nearly)})?~?`,
      'iuy',
    ),
    betweenTimeAndDay: new RegExp(`[\\s,*_\`]*(?:${followed(lead)}|@\\s*)?[[(]?`, 'iuy'),
    toward: new RegExp(`\\s*~?\\s*(?:->|→|[-–—−]|${ended(written(({ time }) => time.until))})\\s*~?\\s*`, 'iuy'),
  };
});

function joined(...patterns: readonly string[]): string {
  return patterns.filter((pattern) => pattern !== '').join('|');
}

/** Words with the white space behind them; behind a point it may be left out. */
function followed({ spaced, unspaced }: Alternatives): string {
  return `(?:${spaced})(?:\\s+|(?<=\\.))|(?:${unspaced})\\s*`;
}

const zoneGap = /[\s*_`]{0,3}[[(]?\s?/y;
const tail = /~?\??[*_`~)\]"'”]{0,8}(?:\([^()\s]{1,400}\))?/y;
const separator = /\s*(?:->|=>|→|[:–—\-|,>;=.])+(?:\s*[*_`~]{1,4}(?=\s|$))?\s*|\s*$/y;

/**
 * The time with which a text begins, behind emphasis, brackets and words such as "at" or "ca.": a day, a clock time, or
 * both in either order. Undefined where the text begins otherwise.
 */
export function readStamp(source: string): Stamp | undefined {
  const text = source.slice(0, longest);
  const opening = take(before, text, 0);
  const lead = take(words().lead, text, opening);
  const from = take(words().weekday, text, lead);
  const core = dayAndTime(text, from) ?? timeAndDay(text, from);
  if (core === undefined) {
    return undefined;
  }
  const { day, clock, until, zone, end, unreadable } = core;
  const closed = take(tail, text, end);
  const rest = take(separator, text, closed);
  const marks = text.slice(end, closed);
  return {
    from: lead,
    to: end,
    rest,
    ...(day && { day }),
    ...(clock && { clock }),
    ...(until && { until }),
    ...(zone && { zone }),
    approximate:
      /(?<!~)~(?!~)|≈/.test(text.slice(0, opening)) ||
      words().about.test(text.slice(opening, lead)) ||
      text.slice(from, end).includes('~') ||
      words().about.test(text.slice(from, end)) ||
      /^[~?]/.test(marks),
    unreadable,
    separated: rest > closed || closed > end || rest >= text.length,
    bracketed: text.slice(0, opening).includes('[') && marks.includes(']'),
  };
}

interface Core {
  readonly day?: Day | undefined;
  readonly clock?: Clock | undefined;
  readonly until?: Clock | undefined;
  readonly zone?: Stamp['zone'] | undefined;
  readonly end: number;
  readonly unreadable: boolean;
}

function dayAndTime(text: string, at: number): Core | undefined {
  const day = readDay(text, at);
  if (day === undefined) {
    return undefined;
  }
  const time = timeAt(text, take(words().weekday, text, take(words().betweenDayAndTime, text, day.end)));
  const unreadable = day.day === undefined;
  return time === undefined
    ? { day: day.day, end: day.end, unreadable }
    : { ...time, day: day.day, unreadable: unreadable || time.unreadable };
}

function timeAndDay(text: string, at: number): Core | undefined {
  const time = timeAt(text, at);
  if (time === undefined) {
    return undefined;
  }
  const gap = take(words().betweenTimeAndDay, text, time.end);
  const opened = /[[(]$/.test(text.slice(time.end, gap));
  const day = gap === time.end ? undefined : readDay(text, take(words().weekday, text, gap));
  if (day === undefined) {
    return time;
  }
  const closed = opened ? take(/[\])]/y, text, day.end) : day.end;
  const zone = time.zone === undefined ? zoneAt(text, closed) : undefined;
  const end = zone?.end ?? closed;
  // "10:20 May 4 servers were back" begins with a time and goes on about servers.
  const stands = day.day?.year !== undefined || take(separator, text, take(tail, text, end)) > end;
  return stands && day.day !== undefined ? { ...time, ...(zone && { zone: zone.zone }), day: day.day, end } : time;
}

/** A clock time, or a span of time, and its zone. */
function timeAt(text: string, at: number): Core | undefined {
  const start = readClock(text, at);
  if (start === undefined) {
    return undefined;
  }
  const first = zoneAt(text, start.end);
  const here = first?.end ?? start.end;
  const gap = take(words().toward, text, here);
  const otherDay = gap === here ? undefined : readDay(text, gap);
  const second =
    gap === here
      ? undefined
      : readClock(text, otherDay === undefined ? gap : take(words().betweenDayAndTime, text, otherDay.end));
  if (second === undefined) {
    return { clock: start.clock, zone: first?.zone, end: here, unreadable: start.clock === undefined };
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
  const end = opened ? take(/\s?[\])]/y, text, found.end) : found.end;
  return { zone: { text: found.zone, from: begin, to: found.end }, end };
}

/** Where the text goes on behind what a sticky pattern takes at `at`; `at` itself where it takes nothing. */
function take(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
