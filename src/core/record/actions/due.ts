import { monthNamed, weekdayNamed } from '../../vocabulary/calendar.ts';
import { once } from '../../util/memo.ts';
import { matchAt } from '../../time/sticky.ts';
import { readDay, type ReadDay } from '../../time/day.ts';
import { matchesOf } from '../../text/matches.ts';
import { placed, within, type Span } from '../../text/span.ts';
import { fullDate } from '../../time/calendar.ts';
import { withoutCode } from './flat.ts';
import type { Due } from './item.ts';
import { isNoValue } from './patterns.ts';
import { said as saidOf, type Said } from './said.ts';
import { labelPattern, valueFrom } from './value.ts';
import { wordsFor } from './words.ts';

const label = once(() => labelPattern(wordsFor('due')));
const word = once(() => new RegExp(`${wordsFor('by')}\\s+(?:(?:the )?end of\\s+)?|(?:📅|📆|🗓)\\ufe0f?\\s*`, 'giu'));
const was = once(() => new RegExp(`${wordsFor('was')}[\\s:(]*$`, 'iu'));
const moved = once(() => new RegExp(wordsFor('moved'), 'giu'));
/** After a date that is moved: "auf den 1. Mai verschoben"; and one by which something is wanted. */
const behind = once(() => ({
  moved: new RegExp(`\\s?${wordsFor('movedBehind')}`, 'iuy'),
  by: new RegExp(`(?:\\([^()]{1,3}\\))?\\s?${wordsFor('byBehind')}`, 'iuy'),
  any: new RegExp(`${wordsFor('movedBehind')}|${wordsFor('byBehind')}`, 'iu'),
}));
/** A small word between what says that a date was moved and that date. */
const joint = /[\s:]{0,6}(?:\p{L}{1,7}\s+)?/uy;
/** Begins a time that is not a day. */
const noDay =
  /(?:q[1-4]|h[12]|end|next|later|early|late|mid|spring|summer|autumn|fall|winter|sprint|week|(?:19|20)\d{2})(?![\p{L}\d])/iuy;
const arrow = /\s*\(?(?:→|⇒|➡\ufe0f?|➔|-{1,2}>|=>)\s*/y;
const lead = once(() => new RegExp(`(?:${wordsFor('by')}|${wordsFor('due')})\\s*:?\\s*`, 'iuy'));
const weekday = /\(?(\p{L}[\p{L}-]{0,13})\)?\.?,?\s*(?:(?:the|den|dem|der|le|el|dia)\s+)?/iuy;

/** A date after a separator at the end of a text. */
export const dateAtEnd = /(?:\s[-–—/|]\s|[,;|(]\s?)(?=(?:19|20)\d{2}-\d{2}-\d{2}\)?[.\s]*$)/;
/** Number of characters before a date that are searched for words that revoke it. */
const near = 40;
const dueEnd = /\s?[([]/;

/** The day that is written at `at`, after a day of the week. */
function dayAt(text: string, at: number): ReadDay | undefined {
  const word = matchAt(weekday, text, at);
  const from = word?.[1] !== undefined && weekdayNamed(word[1]) !== undefined ? at + word[0].length : at;
  return readDay(text, from) ?? (from === at ? undefined : readDay(text, at));
}

interface Found {
  readonly from: number;
  readonly to: number;
}

/** Returns the due date in a text. Missing years come from `reference`, a date. */
export function dueIn(said: Said, reference: string | undefined): Due | undefined {
  const bare = { ...said, text: withoutCode(said.text) };
  const stated = statedIn(bare);
  const found = movedIn(bare, stated?.to) ?? (stated && movedAwayIn(bare)) ?? stated;
  return found && dueAt(bare, found, reference);
}

/** Returns the new date of a moved due date: "moved to 2024-05-01"; undefined if nothing is moved. */
export function movedDue(said: Said, reference: string | undefined): Due | undefined {
  const bare = { ...said, text: withoutCode(said.text) };
  const found = movedIn(bare, 0);
  return found && dueAt(bare, found, reference);
}

/** Returns the due date in a cell or value that contains nothing else. */
export function dueOf(value: Span, reference: string | undefined): Due {
  const bare = saidOf(value);
  const { text } = bare;
  const days = daysIn(text);
  const stated = days.find(({ from }) => !was().test(text.slice(Math.max(0, from - near), from))) ?? days[0];
  const found = movedIn(bare, stated?.to ?? 0) ?? stated;
  const whole = trimmedTo(text);
  const kept = found !== undefined && found !== stated ? found : whole;
  return { ...placed(within(value, kept.from, kept.to)), ...dateOf(text, found, reference) };
}

/**
 * Returns the position of the first statement of a due date that still applies; else of one that does not. Undefined if
 * there is none.
 */
function statedIn(bare: Said): Found | undefined {
  const { text } = bare;
  const found: Found[] = [];
  for (const match of matchesOf(label(), text)) {
    const at = match.index + match[0].length;
    const value = valueFrom(bare, at, dueEnd);
    const day = dateFrom(text, at);
    if (day !== undefined || (value !== undefined && !isNoValue(value.text))) {
      found.push(day ?? placeOf(value, bare));
      if (!was().test(text.slice(Math.max(0, match.index - near), match.index))) {
        return found.at(-1);
      }
    }
  }
  for (const match of matchesOf(word(), text)) {
    const from = match.index + match[0].length;
    const day = dayAt(text, from);
    if (day?.day !== undefined) {
      found.push({ from, to: day.end });
      if (!was().test(text.slice(Math.max(0, match.index - near), match.index))) {
        return found.at(-1);
      }
    }
  }
  const wanted = behind().any.test(text)
    ? daysIn(text, text.length).find(({ to }) => matchAt(behind().by, text, to) !== undefined)
    : undefined;
  if (wanted !== undefined) {
    return wanted;
  }
  const last = dateAtEnd.exec(text);
  const at = last === null ? 0 : last.index + last[0].length;
  return found[0] ?? (last === null ? undefined : { from: at, to: at + 10 });
}

/**
 * The last date to which a text moves another; undefined if it moves none.
 * @param to where that other one ends; undefined if the text names none, so that only what stands apart from the sentence speaks of it.
 */
function movedIn({ text }: Said, to: number | undefined): Found | undefined {
  let found: Found | undefined;
  for (const match of matchesOf(moved(), text)) {
    if (to !== undefined || isApart(text, match.index)) {
      found = dateBehind(text, match.index + match[0].length) ?? found;
    }
  }
  if (behind().any.test(text)) {
    found = daysIn(text, text.length).findLast((day) => matchAt(behind().moved, text, day.to) !== undefined) ?? found;
  }
  let end = found?.to ?? to;
  for (let next = arrowFrom(text, end); next !== undefined; next = arrowFrom(text, end)) {
    found = next;
    end = next.to;
  }
  return found;
}

/** Whether a place in a text does not belong to the sentence before it. */
function isApart(text: string, at: number): boolean {
  return /(?:^|[,;:(–—]|\s-)\s*(?:but\s)?$/.test(text.slice(Math.max(0, at - near), at));
}

/** The date after up to two small words; of two with such a word between them the second: "from 2024-04-01 to 2024-05-01". */
function dateBehind(text: string, at: number): Found | undefined {
  let from = at;
  for (let words = 0; words <= 2; words += 1) {
    const end = from + (matchAt(joint, text, from)?.[0].length ?? 0);
    const found = dateFrom(text, from + blanksAt(text, from)) ?? dateFrom(text, end);
    if (found !== undefined) {
      return (words < 2 && text[found.to] === ' ' ? dateBehindWord(text, found.to) : undefined) ?? found;
    }
    from = end;
  }
  return undefined;
}

function dateBehindWord(text: string, at: number): Found | undefined {
  const end = at + (matchAt(joint, text, at)?.[0].length ?? 0);
  return dateFrom(text, end) ?? dateFrom(text, end + (matchAt(joint, text, end)?.[0].length ?? 0));
}

function blanksAt(text: string, at: number): number {
  return matchAt(/[\s:]*/y, text, at)?.[0].length ?? 0;
}

/** The time that is not a day to which a text moves a date: "postponed to Q3". */
function movedAwayIn(bare: Said): Found | undefined {
  const { text } = bare;
  for (const match of matchesOf(moved(), text)) {
    let from = isApart(text, match.index) ? match.index + match[0].length : text.length;
    for (let words = 0; words <= 3 && from < text.length; words += 1) {
      from += matchAt(joint, text, from)?.[0].length ?? 0;
      const month = matchAt(/\p{L}{3,12}/uy, text, from)?.[0];
      if (matchAt(noDay, text, from) !== undefined || (month !== undefined && monthNamed(month) !== undefined)) {
        const value = valueFrom(bare, from, dueEnd);
        return value && placeOf(value, bare);
      }
    }
  }
  return undefined;
}

function placeOf(value: Span | undefined, { span }: Said): Found {
  const from = (value?.from ?? span.from) - span.from;
  return { from, to: from + (value?.text.length ?? 0) };
}

/** So much of a value is looked through for days. */
const farthest = 200;
const beginning = /(?<![\p{Lu}\p{Ll}\p{N}./-])(?=[\p{L}\p{N}(])/gu;

/** The days that the beginning of a text names, in order; the parts of one may be days too. */
function daysIn(text: string, length = farthest): Found[] {
  return matchesOf(beginning, text.slice(0, length)).flatMap(({ index }) => dateFrom(text, index) ?? []);
}

/** The day to which an arrow at `at` leads. */
function arrowFrom(text: string, at: number | undefined): Found | undefined {
  const sign = at === undefined ? undefined : matchAt(arrow, text, at);
  const from = (at ?? 0) + (sign?.[0].length ?? 0);
  return sign === undefined ? undefined : dateFrom(text, from + (matchAt(lead(), text, from)?.[0].length ?? 0));
}

function dateFrom(text: string, from: number): Found | undefined {
  const day = dayAt(text, from);
  return day?.day === undefined ? undefined : { from, to: day.end };
}

function trimmedTo(text: string): Found {
  const from = text.length - text.trimStart().length;
  return { from, to: Math.max(from, text.trimEnd().length) };
}

function dueAt({ span, text }: Said, found: Found, reference: string | undefined): Due {
  return { ...placed(within(span, found.from, found.to)), ...dateOf(text, found, reference) };
}

/** The date of the first day that a part of a text names. */
function dateOf(text: string, part: Found | undefined, reference: string | undefined): { date?: string } {
  const named = part && text.slice(part.from, part.to);
  const day = named && (dayAt(named, 0)?.day ?? dayAt(named, daysIn(named)[0]?.from ?? 0)?.day);
  const date = day ? fullDate(day, reference) : undefined;
  return date === undefined ? {} : { date };
}
