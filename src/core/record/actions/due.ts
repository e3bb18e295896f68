import { weekdayNames } from '../../vocabulary/calendar.ts';
import { ended } from '../../vocabulary/words.ts';
import { once } from '../../util/memo.ts';
import { matchAt } from '../../time/sticky.ts';
import { readDay, type ReadDay } from '../../time/day.ts';
import { matchesOf } from '../../text/matches.ts';
import { placed, within, type Span } from '../../text/span.ts';
import { fullDate } from '../timeline/dating.ts';
import { withoutCode } from './flat.ts';
import type { Due } from './item.ts';
import { isNoValue } from './patterns.ts';
import { said as saidOf, type Said } from './said.ts';
import { labelPattern, valueFrom } from './value.ts';
import { wordsFor } from './words.ts';

const label = once(() => labelPattern(wordsFor('due')));
const word = once(() => new RegExp(`${wordsFor('by')}\\s+(?:(?:the )?end of\\s+)?|(?:📅|📆|🗓)\\ufe0f?\\s*`, 'giu'));
const was = once(() => new RegExp(`${wordsFor('was')}[\\s:(]*$`, 'iu'));
const moved = once(
  () =>
    new RegExp(
      `${wordsFor('moved')}(?:\\s+(?:back|out|forward))?(?:\\s+from\\s[^,;()]{4,40}?(?=\\s(?:to|until|till|auf|au|para|al?)\\s))?(?:\\s+(?:to|until|till|for|by|on|para|al?|hasta|auf(?: den)?|au)(?![a-z]))?\\s*:?\\s*`,
      'giu',
    ),
);
/** Moved to a time that is no day: "postponed to Q3". */
const movedAway = new RegExp(
  `(?:[,;:(–—]|\\s-)\\s*(?:but\\s)?(?:moved|postponed|pushed|rescheduled|deferred|delayed|extended|slipped|verschoben|aplazad[ao]|adiad[ao]|reporte)e?(?:\\s(?:back|out))?\\s(?:to|until|till|auf|para|al?|au|hasta)\\s(?:the\\s)?(?=(?:q[1-4]|h[12]|end of|next|later|early|late|mid|spring|summer|autumn|fall|winter|sprint|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20)\\d{2}))`,
  'iu',
);
const movedBehind = /\s*(?:に|へ)\s*(?:延期|変更)|\s+verschoben/y;
const arrow = /\s*\(?(?:→|⇒|➡\ufe0f?|➔|-{1,2}>|=>)\s*/y;
const lead = once(() => new RegExp(`(?:${wordsFor('by')}|${wordsFor('due')})\\s*:?\\s*`, 'iuy'));
const weekday = once(() => {
  const { long, short } = weekdayNames();
  return new RegExp(
    `\\(?(?:${ended(long)}|${ended(short)})\\)?\\.?,?\\s*(?:(?:the|den|dem|der|le|el|dia)\\s+)?`,
    'iuy',
  );
});
const until = /((?:(?:19|20)\d{2}[年/.-])?\d{1,2}[月/.-]\d{1,2}日?)(?:\([^()]{1,3}\))?\s?(?:まで|迄)/;

/** A date behind a separator at the end of a text. */
export const dateAtEnd = /(?:\s[-–—/|]\s|[,;|(]\s?)(?=(?:19|20)\d{2}-\d{2}-\d{2}\)?[.\s]*$)/;
const dueEnd = /\s?[([]/;

/** The day that is written at `at`, behind a day of the week. */
function dayAt(text: string, at: number): ReadDay | undefined {
  const from = at + (matchAt(weekday(), text, at)?.[0].length ?? 0);
  return readDay(text, from) ?? (from === at ? undefined : readDay(text, at));
}

interface Found {
  readonly from: number;
  readonly to: number;
}

/** By when a piece of text wants it done. Years that are not written come from `reference`, a date. */
export function dueIn(said: Said, reference: string | undefined): Due | undefined {
  const bare = { ...said, text: withoutCode(said.text) };
  const stated = statedIn(bare);
  const found = movedIn(bare, stated?.to) ?? (stated && movedAwayIn(bare)) ?? stated;
  return found && dueAt(bare, found, reference);
}

/** The date to which a remark moves what was to be done by another: "moved to 2024-05-01"; undefined where it moves nothing. */
export function movedDue(said: Said, reference: string | undefined): Due | undefined {
  const bare = { ...said, text: withoutCode(said.text) };
  const found = movedIn(bare, 0);
  return found && dueAt(bare, found, reference);
}

/** A due date from a cell or value that holds nothing else. */
export function dueOf(value: Span, reference: string | undefined): Due {
  const bare = saidOf(value);
  const { text } = bare;
  const days = daysIn(text);
  const stated = days.find(({ from }) => !was().test(text.slice(0, from))) ?? days[0];
  const found = movedIn(bare, stated?.to ?? 0) ?? stated;
  const whole = trimmedTo(text);
  const kept = found !== undefined && found !== stated ? found : whole;
  return { ...placed(within(value, kept.from, kept.to)), ...dateOf(text, found, reference) };
}

/** Where the first statement of a due date stands that still holds; else one that does not. */
function statedIn(bare: Said): Found | undefined {
  const { text } = bare;
  const found: Found[] = [];
  for (const match of matchesOf(label(), text)) {
    const at = match.index + match[0].length;
    const value = valueFrom(bare, at, dueEnd);
    const day = dateFrom(text, at);
    if (day !== undefined || (value !== undefined && !isNoValue(value.text))) {
      found.push(day ?? placeOf(value, bare));
      if (!was().test(text.slice(0, match.index))) {
        return found.at(-1);
      }
    }
  }
  for (const match of matchesOf(word(), text)) {
    const from = match.index + match[0].length;
    const day = dayAt(text, from);
    if (day?.day !== undefined) {
      found.push({ from, to: day.end });
      if (!was().test(text.slice(0, match.index))) {
        return found.at(-1);
      }
    }
  }
  const behind = until.exec(text);
  if (behind?.[1] !== undefined) {
    return { from: behind.index, to: behind.index + behind[1].length };
  }
  const last = dateAtEnd.exec(text);
  const at = last === null ? 0 : last.index + last[0].length;
  return found[0] ?? (last === null ? undefined : { from: at, to: at + 10 });
}

/**
 * The last date to which a text moves another; undefined where it moves none.
 * @param to where that other one ends; undefined where the text names none, so that only what stands apart from the sentence speaks of it.
 */
function movedIn({ text }: Said, to: number | undefined): Found | undefined {
  let found: Found | undefined;
  for (const match of matchesOf(moved(), text)) {
    if (to !== undefined || /(?:^|[,;:(–—]|\s-)\s*$/.test(text.slice(0, match.index))) {
      found = dateFrom(text, match.index + match[0].length) ?? found;
    }
  }
  if (/延期|変更|verschoben/i.test(text)) {
    found = daysIn(text).findLast((day) => matchAt(movedBehind, text, day.to) !== undefined) ?? found;
  }
  let end = found?.to ?? to;
  for (let next = arrowFrom(text, end); next !== undefined; next = arrowFrom(text, end)) {
    found = next;
    end = next.to;
  }
  return found;
}

function movedAwayIn(bare: Said): Found | undefined {
  const match = movedAway.exec(bare.text);
  const value = match === null ? undefined : valueFrom(bare, match.index + match[0].length, dueEnd);
  return value && placeOf(value, bare);
}

function placeOf(value: Span | undefined, { span }: Said): Found {
  const from = (value?.from ?? span.from) - span.from;
  return { from, to: from + (value?.text.length ?? 0) };
}

/** So much of a value is looked through for days. */
const farthest = 200;
const beginning = /(?<![\p{L}\p{N}./-])(?=[\p{L}\p{N}(])/gu;

/** The days that a short text names, in order; the parts of one may be days too. */
function daysIn(text: string): Found[] {
  return matchesOf(beginning, text.slice(0, farthest)).flatMap(({ index }) => dateFrom(text, index) ?? []);
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
