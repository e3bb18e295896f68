import { once } from '../util/memo.ts';
import { clockSigns, halfOfDay } from '../vocabulary/time-signs.ts';
import { ended, written } from '../vocabulary/words.ts';
import { matchAt, pieceAt } from './sticky.ts';

/** A clock time. */
export interface Clock {
  /** 0–23; 24 where a text writes the end of a day as 24:00. */
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Whether the half of the day is certain. An hour of one digit without am or pm may be either. */
  readonly sure: boolean;
  /** Whether it can only be a 24-hour time: an hour after 12, or a leading zero. */
  readonly twentyFour: boolean;
  /** Whether it was written with am or pm. */
  readonly twelve: boolean;
}

/** A clock time, or an unknown one ("14:??", "HH:mm"), and the offset after it. */
export interface ReadClock {
  readonly clock: Clock | undefined;
  readonly end: number;
}

const inWords = once(() => {
  const hours = ended(written(({ time }) => time.hours));
  return {
    colon: new RegExp(
      `(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d|[:.]\\d)(?:\\s?([ap])(?:\\.\\s?)?m\\b\\.?|\\s?(?:${hours}|o'clock\\b)|\\s?h\\b(?!\\s?\\d))?`,
      'iuy',
    ),
    point: new RegExp(`(\\d{1,2})\\.(\\d{2})(?:\\s?${hours}|\\s?([ap])\\.?m\\b\\.?)`, 'iuy'),
    oclock: new RegExp(
      `(\\d{1,2})\\s?${ended(written(({ time }) => time.oclock))}(?:\\s(\\d{2})\\b(?![.:/-]\\d))?`,
      'iuy',
    ),
  };
});
const letter = /(\d{1,2})\s?h\s?(\d{2})(?:m(?:in)?)?\b/iy;
/** After a date: "20240305T1020". */
const compact = /(?<=\dT)([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?!\d)/y;
const noon = /(\d{1,2})\s?([ap])(?:\.\s?)?m\b\.?/iy;
const military =
  /([01]\d|2[0-3])([0-5]\d)(?=Z\b|\s?(?:hrs?|hours|UTC|GMT|[CEMPB][SDE]?[SE]T)\b)(?:\s?(?:hrs?|hours)\b)?/y;
const unknown =
  /(?=[\dHhXx?-]{1,2}[:h][\dMmXx?-]{2})(?=\d*[HhXx?-]|\d+:\d?[MmXx?-])[\dHhXx?-]{1,2}[:h][\dMmXx?-]{2}(?!\w)/y;

/**
 * Returns the clock time that begins exactly at `at`; undefined if there is none. Understands 10:20, 10:20:05, 10：20, 10h20, 10.20 Uhr,
 * 10 Uhr 20, 10時20分, 午後3時, 9pm, 1420 UTC, 20240305T1020Z after its day, and 24:00.
 */
export function readClock(text: string, at: number): ReadClock | undefined {
  // The character before it counts too: the "T" after a day.
  const from = Math.max(0, at - 2);
  const found = clockIn(`${text.slice(from, at)}${pieceAt(text, at)}`, at - from);
  return found && { ...found, end: from + found.end };
}

function clockIn(text: string, at: number): ReadClock | undefined {
  const before = matchAt(halfOfDay, text, at);
  if (before !== undefined) {
    const start = at + before[0].length;
    return (
      exec(clockSigns, text, start, (m) => clockOf(m[1], minutesIn(m), m[3], before[1] === undefined ? 'p' : 'a')) ??
      exec(inWords().colon, text, start, (m) => clockOf(m[1], m[2], m[3], before[1] === undefined ? 'p' : 'a'))
    );
  }
  const found =
    exec(inWords().colon, text, at, (m) => clockOf(m[1], m[2], m[3], m[4])) ??
    exec(letter, text, at, (m) => clockOf(m[1], m[2])) ??
    exec(inWords().point, text, at, (m) => clockOf(m[1], m[2], undefined, m[3])) ??
    exec(noon, text, at, (m) => clockOf(m[1], '00', undefined, m[2])) ??
    exec(clockSigns, text, at, (m) => clockOf(m[1], minutesIn(m), m[3])) ??
    exec(inWords().oclock, text, at, (m) => clockOf(m[1], m[2] ?? '00')) ??
    exec(compact, text, at, (m) => clockOf(m[1], m[2], m[3])) ??
    exec(military, text, at, (m) => clockOf(m[1], m[2]));
  return found ?? exec(unknown, text, at, () => undefined);
}

/** Returns minutes since midnight, with seconds as a fraction. */
export function minutesOf({ hour, minute, second = 0 }: Clock): number {
  return hour * 60 + minute + second / 60;
}

function minutesIn([, , minutes = '00', , whole]: RegExpExecArray): string {
  return whole === undefined ? minutes : '30';
}

function exec(
  pattern: RegExp,
  text: string,
  at: number,
  make: (match: RegExpExecArray) => Clock | undefined,
): ReadClock | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : { clock: make(match), end: at + match[0].length };
}

/** Undefined if there is no such time, such as 25:00. */
function clockOf(hours = '', minutes = '', seconds?: string, half?: string): Clock | undefined {
  const hour = Number(hours);
  const minute = Number(minutes);
  const second = seconds === undefined ? undefined : Number(seconds);
  if (hour > 24 || minute > 59 || (second ?? 0) > 60 || (hour === 24 && minute + (second ?? 0) > 0)) {
    return undefined;
  }
  const twelve = half !== undefined;
  // "17:14pm" says the same twice, and "0:30 am" is half past midnight.
  const meant = !twelve || hour > 12 ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return {
    hour: meant,
    minute,
    ...(second !== undefined && { second }),
    sure: twelve || hours.length === 2 || hour === 0,
    twentyFour: !twelve && (hour > 12 || hours.startsWith('0')),
    twelve,
  };
}
