import type { WallTime } from '../../../time/instant.ts';
import { readClock } from '../../../time/clock.ts';
import { readDay } from '../../../time/day.ts';
import { readDayWord } from '../../../time/day-word.ts';
import { halfWidth } from '../../../time/sticky.ts';

/** The parts of a time as somebody wrote it, each as written. */
export interface WrittenTime {
  readonly day?: string;
  readonly clock?: string;
  /** The text between day and clock. */
  readonly joint?: string;
  /** Whether the clock comes first, as in "4:10 PM on May 3rd". */
  readonly dayLast: boolean;
}

/** Returns the day (or weekday) and the clock in the text of a time; what cannot be found is absent. */
export function partsOfTime(written: string): WrittenTime {
  const text = halfWidth(written);
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\d)T\d/gu)].map(({ index, 0: found }) =>
    found.length === 2 ? index + 1 : index,
  );
  const clock = firstOf(starts, (at) => readClock(text, at)?.end);
  const day = firstOf(starts, (at) => {
    const word = readDayWord(text, at);
    return readDay(text, at)?.end ?? (word?.word.kind === 'weekday' ? word.end : undefined);
  });
  return {
    ...(day && { day: written.slice(day.from, day.to) }),
    ...(clock && { clock: written.slice(clock.from, clock.to) }),
    ...(day && clock && { joint: written.slice(Math.min(day.to, clock.to), Math.max(day.from, clock.from)) }),
    dayLast: day !== undefined && clock !== undefined && clock.from < day.from,
  };
}

function firstOf(
  starts: readonly number[],
  end: (at: number) => number | undefined,
): { from: number; to: number } | undefined {
  for (const from of starts) {
    const to = end(from);
    if (to !== undefined) {
      return { from, to };
    }
  }
  return undefined;
}

/** Returns a time in the format of another: with "10時20分", 11:05 gives "11時05分". Undefined for formats with words. */
export function clockLike(written: string, { hour, minute, second }: WallTime): string | undefined {
  const digits = written.match(/\d+/g) ?? [];
  if (digits.length === 1 && (digits[0]?.length ?? 0) >= 4) {
    return written.replace(/\d+/, (all) => [two(hour), two(minute), two(second)].join('').slice(0, all.length));
  }
  const model = readClock(halfWidth(written), 0)?.clock;
  const late = hour >= 12;
  // Before the number the half of the day is a word that is kept: that of the other half is not known.
  const inFront = model?.twelve === true && /\p{L}/u.test(written.slice(0, written.search(/\p{Nd}/u)));
  const inWords = usual(written).match(/\d+/g)?.length === 1;
  if (model === undefined || inWords || (inFront && late !== model.hour >= 12)) {
    return undefined;
  }
  const shown = model.twelve ? (hour % 12 === 0 ? 12 : hour % 12) : hour;
  const first = model.twelve && !/^\D*0/.test(usual(written)) ? String(shown) : two(shown);
  const numbers = [first, two(minute), two(second)];
  const text = usual(written).replace(/\d+/g, (number, at: number) => {
    const value = numbers.shift() ?? number;
    return at > 0 && number.length === 1 ? String(Number(value)) : value;
  });
  const halved = text.replace(/(?<=\d\s?)[ap](?=\.?m\b)/i, (letter) => cased(letter, late ? 'p' : 'a'));
  return likeWidth(written, halved);
}

/**
 * Returns a day as another is written: "05-Mar-24" gives "06-Mar-24", "Tue" gives "Wed". Undefined for forms that are not understood.
 * @param own the date (YYYY-MM-DD) that the written day means.
 */
export function dayLike(written: string, own: string, { year, month, day }: WallTime): string | undefined {
  const [ownMonth = 0, ownDay = 0] = own.split('-').slice(1).map(Number);
  const text = usual(written);
  const date = new Date(Date.UTC(year, month - 1, day));
  const fields: Field[] = [];
  const named = [...text.matchAll(/\p{L}{3,}/gu)].some(([word]) => nameLike(word, date)?.kind === 'month');
  const yearFirst = /^\D*\d{4}/.test(text);
  const numbers = [...text.matchAll(/\d{1,2}(?!\d)(?<!\d{3})/g)].map(([number]) => Number(number));
  const monthFirst =
    yearFirst ||
    /\d\s?(?!\p{Script=Latin})\p{L}\s?\d/u.test(text) ||
    (numbers[0] === ownMonth && numbers[1] === ownDay);
  fields.push(
    ...(named
      ? (['day', 'year'] as const)
      : monthFirst
        ? (['month', 'day', 'year'] as const)
        : (['day', 'month', 'year'] as const)),
  );
  let failed = false;
  const result = text.replace(/(\d+)(st|nd|rd|th)?|\p{L}{2,}\.?/gu, (all, number?: string, ordinal?: string) => {
    if (number === undefined) {
      return nameLike(all, date)?.name ?? all;
    }
    if (number.length === 8) {
      return `${year}${two(month)}${two(day)}`;
    }
    if (number.length === 4) {
      return String(year);
    }
    const field = fields.shift();
    failed ||= field === undefined || number.length > 2;
    if (field === 'year') {
      return two(year % 100);
    }
    const value = field === 'month' ? month : day;
    const ended = ordinal === undefined ? '' : ordinalOf(value);
    const padded = number.startsWith('0') || (number.length === 2 && !/[/\p{L}\s]/u.test(text));
    return `${padded ? two(value) : value}${ended}`;
  });
  return failed ? undefined : likeWidth(written, result);
}

type Field = 'year' | 'month' | 'day';

const locales = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'ko'];

/** The name of a date's month or weekday, in the language and length of a word that names another; undefined for other words. */
function nameLike(word: string, date: Date): { kind: 'month' | 'weekday'; name: string } | undefined {
  const bare = word.replace(/\.$/, '').toLowerCase();
  for (const locale of locales) {
    for (const width of ['long', 'short'] as const) {
      for (const kind of ['month', 'weekday'] as const) {
        const format = new Intl.DateTimeFormat(locale, { [kind]: width, timeZone: 'UTC' });
        const nameOf = (at: number): string => format.format(at).replace(/\.$/, '');
        // January 2024 begins with a Monday.
        const times = Array.from({ length: kind === 'month' ? 12 : 7 }, (_, index) =>
          kind === 'month' ? Date.UTC(2024, index, 1) : Date.UTC(2024, 0, 1 + index),
        );
        if (times.some((time) => nameOf(time).toLowerCase() === bare)) {
          return { kind, name: `${cased(word, nameOf(date.getTime()))}${word.endsWith('.') ? '.' : ''}` };
        }
      }
    }
  }
  return undefined;
}

/** A word in capitals, with a capital in front, or without any, as another is. */
function cased(model: string, word: string): string {
  const capital = model.charAt(0) !== model.charAt(0).toLowerCase();
  const whole = capital && model === model.toUpperCase() && (model.length > 1 || word.length === 1);
  return whole ? word.toUpperCase() : capital ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
}

function ordinalOf(number: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return { one: 'st', two: 'nd', few: 'rd' }[rule as string] ?? 'th';
}

/** Full-width digits as the usual ones. */
function usual(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) - 0xfee0));
}

function likeWidth(model: string, text: string): string {
  return /[０-９]/.test(model)
    ? text.replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))
    : text;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
