import { matchAt, pieceAt } from './sticky.ts';
import { isFullWeekday, numberNamed, weekdayNamed } from '../vocabulary/calendar.ts';

/** A day that is told by a word. What stands around it says which date is meant. */
export type DayWord =
  /** "Tue", "Wednesday"; Sunday is 0. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /**
   * "next day" is 1, "same day" 0, "the day before" -1, counted from the entry in front of it. From the start are "+1d" and "T+1": from the
   * day that was told last without such a mark.
   */
  | { readonly kind: 'shift'; readonly days: number; readonly from?: 'start' }
  /** "Day 2". */
  | { readonly kind: 'numbered'; readonly number: number };

/** A word for a day, and where the text goes on. */
export interface ReadDayWord {
  readonly word: DayWord;
  readonly end: number;
  /** Whether it tells a day without a clock beside it: "Tuesday" does, "Tue" is a part of many a sentence. */
  readonly full: boolean;
}

const next =
  /(?:(?:on\s)?(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening|night)|(?:the\s)?(?:day|morning)\safter|(?:am\s)?(?:n[äa]chste[nr]?|folgende[nr]?)\s(?:tage?s?|morgen)|(?:am\s)?tags?\sdarauf|(?:am\s)?folgetage?s?|le\slendemain(?:\smatin)?|lendemain|le\sjour\ssuivant|(?:al|el)\sd[ií]a\ssiguiente|d[ií]a\ssiguiente|(?:no\s)?dia\sseguinte|(?:il\s)?giorno\s(?:dopo|seguente|successivo)|(?:de\s)?volgende\s(?:dag|ochtend)|de\sdag\s(?:erna|daarna)|翌日|翌朝|次の日|次日|第二天|다음\s?날|익일)(?![\p{L}\p{N}])/iuy;
const later =
  /(\d{1,2}|[a-z]{2,5})\s(?:days?\slater|tage?\ssp[äa]ter|jours?\splus\stard|d[ií]as?\s(?:despu[ée]s|depois)|日後)(?![\p{L}\p{N}])/iuy;
const previous =
  /(?:(?:on\s)?(?:the\s)?(?:previous|prior)\s(?:day|evening|night|morning)|(?:the\s)?(?:day|evening|night)\sbefore|(?:am\s)?vortage?s?|la\sveille|d[ií]a\santerior|前日|전날)(?![\p{L}\p{N}])/iuy;
const same =
  /(?:(?:on\s)?(?:the\s)?same\sday|(?:am\s)?(?:selben|gleichen)\stage?|(?:le\s)?m[êe]me\sjour|(?:el\s)?mismo\sd[ií]a|(?:no\s)?mesmo\sdia|同日|같은\s?날)(?![\p{L}\p{N}])/iuy;
const shift = /\+\s?(\d{1,2})\s?(?:d(?:ays?)?|tage?|j(?:ours?)?|日)(?![\p{L}\p{N}])|\+(\d)(?=[\s)\]:,;–—]|$)/iuy;
const offset = /[TD]\s?\+\s?(\d{1,2})(?:\s?d(?:ays?)?)?(?![\d:.\p{L}]|\s?(?:m|min|h|s|hr|sec)\p{L}*)/uy;
const number =
  /(?:day|tag|jour|d[ií]a|giorno|dag)\s?#?(\d{1,2}|(?<=\s)\p{L}{2,7})(?![\p{L}\p{N}]|[.:]\d)|(\p{L}{4,7})\sday(?![\p{L}\p{N}])|(\d{1,2})\s?(?:日目|일차)|第(\d{1,2})天/iuy;
const weekday = /(?:on\s|am\s)?(\p{L}[\p{L}-]{0,13})(\.?)/iuy;

const ordinals = new Map(['first', 'second', 'third', 'fourth', 'fifth'].map((word, index) => [word, index + 1]));

/** The day in words that begins exactly at `at`: a weekday, "next day", "+1d", "Day 2", "T+1", in several languages. Undefined where none does. */
export function readDayWord(text: string, at: number): ReadDayWord | undefined {
  const piece = pieceAt(text, at);
  return (
    exec(next, piece, at, () => ({ kind: 'shift', days: 1 })) ??
    exec(later, piece, at, (m) => counted(m[1], (days) => ({ kind: 'shift', days }))) ??
    exec(previous, piece, at, () => ({ kind: 'shift', days: -1 })) ??
    exec(same, piece, at, () => ({ kind: 'shift', days: 0 })) ??
    exec(shift, piece, at, (m) => ({ kind: 'shift', days: Number(m[1] ?? m[2]), from: 'start' })) ??
    exec(offset, piece, at, (m) => ({ kind: 'shift', days: Number(m[1]), from: 'start' })) ??
    exec(number, piece, at, (m) =>
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
