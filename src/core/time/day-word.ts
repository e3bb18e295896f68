import { matchAt, pieceAt } from './sticky.ts';
import { dayBefore, dayNumber, dayOffset, dayShift, daysLater, nextDay, sameDay } from '../vocabulary/time-signs.ts';
import { isFullWeekday, numberNamed, weekdayNamed } from '../vocabulary/calendar.ts';

/** A day as a word. The text around it decides the date. */
export type DayWord =
  /** "Tue", "Wednesday"; Sunday is 0. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /**
   * "next day" is 1, "same day" 0, "the day before" -1, counted from the previous entry. "+1d" and "T+1" count from the start: from the
   * last day that is stated without such a mark.
   */
  | { readonly kind: 'shift'; readonly days: number; readonly from?: 'start' }
  /** "Day 2". */
  | { readonly kind: 'numbered'; readonly number: number };

/** A word for a day, and the offset after it. */
export interface ReadDayWord {
  readonly word: DayWord;
  readonly end: number;
  /** Whether it is a day even without a time next to it: "Tuesday" is, "Tue" can be part of any sentence. */
  readonly full: boolean;
}

const weekday = /(?:on\s|am\s)?(\p{L}[\p{L}-]{0,13})(\.?)/iuy;

const ordinals = new Map(['first', 'second', 'third', 'fourth', 'fifth'].map((word, index) => [word, index + 1]));

/**
 * Returns the day in words that begins exactly at `at`: a weekday, "next day", "+1d", "Day 2", "T+1", in several languages. Undefined if
 * there is none.
 */
export function readDayWord(text: string, at: number): ReadDayWord | undefined {
  const piece = pieceAt(text, at);
  return (
    exec(nextDay, piece, at, () => ({ kind: 'shift', days: 1 })) ??
    exec(daysLater, piece, at, (m) => counted(m[1], (days) => ({ kind: 'shift', days }))) ??
    exec(dayBefore, piece, at, () => ({ kind: 'shift', days: -1 })) ??
    exec(sameDay, piece, at, () => ({ kind: 'shift', days: 0 })) ??
    exec(dayShift, piece, at, (m) => ({ kind: 'shift', days: Number(m[1] ?? m[2]), from: 'start' })) ??
    exec(dayOffset, piece, at, (m) => ({ kind: 'shift', days: Number(m[1]), from: 'start' })) ??
    exec(dayNumber, piece, at, (m) =>
      counted(m[1] ?? m[2] ?? m[3] ?? m[4], (value) => ({ kind: 'numbered', number: value })),
    ) ??
    readWeekday(piece, at)
  );
}

function readWeekday(text: string, at: number): ReadDayWord | undefined {
  const match = matchAt(weekday, text, 0);
  const [whole = '', name = '', dot = ''] = match ?? [];
  const found = weekdayNamed(name);
  // Two letters are a weekday in some language and a word in others: "So 10:20" is one, "so" is not.
  const plain = name.length === 2 && dot === '' && name.toLowerCase() === name && /[a-z]/.test(name);
  return found === undefined || plain
    ? undefined
    : { word: { kind: 'weekday', weekday: found % 7 }, end: at + whole.length, full: isFullWeekday(name) };
}

function exec(
  pattern: RegExp,
  text: string,
  at: number,
  make: (match: RegExpExecArray) => DayWord | undefined,
): ReadDayWord | undefined {
  const match = matchAt(pattern, text, 0);
  const word = match && make(match);
  return match === undefined || word === undefined ? undefined : { word, end: at + match[0].length, full: true };
}

function counted(text: string | undefined, make: (count: number) => DayWord): DayWord | undefined {
  const count = /^\d+$/.test(text ?? '')
    ? Number(text)
    : (numberNamed(text ?? '') ?? ordinals.get((text ?? '').toLowerCase()));
  return count === undefined ? undefined : make(count);
}
