import { replacedBetween } from '../../text/ends.ts';
import { datesIn } from '../../time/dates.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';

/** Why a value with something like a date is no plain date. */
export type Unplain =
  /** A time of day belongs to the date. */
  | 'time'
  /** The first and last of several days. */
  | 'span'
  /** A list of dates, or a text with several. */
  | 'several'
  /** A month, a quarter or a year, a day that does not exist, or a date within another word. */
  | 'inexact';

/** The day that a value states. Offsets count in its markdown. */
export type StatedDay =
  /** One date among other text. Its day is undefined if day and month could be exchanged. */
  | { readonly state: 'date'; readonly day: string | undefined; readonly from: number; readonly to: number }
  | { readonly state: 'unclear'; readonly why: Unplain }
  /** Empty, or a blank of a template. */
  | { readonly state: 'blank' }
  /** Something without a date. */
  | { readonly state: 'other' };

/** A text of a template is no longer than this; others are kept. */
const longestBlank = 24;

/** The end of what is said about a date: of a sentence or a part of a line, or before the next label. */
const partEnd = /[.;]\s(?=\s?[^\s\d])|\s[|·/]\s(?=\D)/;
const labelEnd = /[^\s:]:(?=[\s*_]|$)/;
const clock = /(?<!\d)\d{1,2}(?::\d{2}|\s?(?:[ap]\.?m|h)(?!\p{L}))/iu;

/**
 * Returns what a value states about a day.
 * @param markdown on one line.
 * @param visible what a reader sees of it.
 */
export function statedDay(markdown: string, visible = markdown): StatedDay {
  if (isBlank(visible) && markdown.length <= longestBlank) {
    return { state: 'blank' };
  }
  const text = withoutAddresses(markdown);
  const [first] = datesIn(text);
  if (first === undefined || (first.day === undefined && !first.isAmbiguous)) {
    return /(?:19|20)\d{2}/.test(visible) ? { state: 'unclear', why: 'inexact' } : { state: 'other' };
  }
  const { day, from, to } = first;
  if (first.isSpan) {
    return { state: 'unclear', why: 'span' };
  }
  const before = text.slice(0, from);
  const behind = text.slice(to);
  const ends = [partEnd, ...(before.includes(':') ? [] : [labelEnd])].map((end) => behind.search(end));
  const part = behind.slice(0, Math.min(...ends.map((at) => (at === -1 ? behind.length : at))));
  if (/^T\d/.test(behind) || clock.test(before) || clock.test(part)) {
    return { state: 'unclear', why: 'time' };
  }
  if (/[\p{L}\p{N}_/=.#-]$/u.test(before) || /^[\p{Script=Latin}\p{N}_/-]/u.test(behind)) {
    return { state: 'unclear', why: 'inexact' };
  }
  return datesIn(part).length > 0 ? { state: 'unclear', why: 'several' } : { state: 'date', day, from, to };
}

function isBlank(visible: string): boolean {
  return visible.trim() === '' || isPlaceholder(visible) || /^\W*y{2,4}\W?m{1,2}\W?d{1,2}\W*$/i.test(visible);
}

/** The same text with spaces for addresses, tags and what is struck out. */
function withoutAddresses(markdown: string): string {
  const pairs = [
    ['](', ')'],
    ['<', '>'],
    ['~~', '~~'],
  ] as const;
  const bare = pairs.reduce((text, [open, close]) => blanked(text, open, close), markdown);
  return bare.replace(/https?:\/\/\S+/gi, (address) => ' '.repeat(address.length));
}

function blanked(text: string, open: string, close: string): string {
  return replacedBetween(text, open, close, (piece) => ' '.repeat(piece.length));
}
