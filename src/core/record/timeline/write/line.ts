import { contentAt } from '../../../document/content-at.ts';
import type { Lines } from '../../../text/lines.ts';
import type { TimelineEntry } from '../entry.ts';
import { tagLength, type Source } from '../candidates.ts';
import { hardBreak } from '../segments.ts';
import { readStamp } from '../../../time/stamp.ts';
import { fenced, lineOf, type NewEntry } from './new-entry.ts';

/** The form of an entry on its line: the text before its time, and the text between its time and its text. */
export interface LineForm {
  readonly shape: 'item' | 'heading' | 'line';
  /** Indentation, quotation marks, list marker or hashes. */
  readonly margin: string;
  /** The text between the margin and the time: emphasis, brackets. */
  readonly opening: string;
  readonly between: string;
  /** The text is below the line, which holds the time alone. */
  readonly textBelow: boolean;
  /** The beginning of the line below, if the text follows there at once, as in a list of definitions. */
  readonly below?: string;
  /** The end of the line: a hard line break, or the like. */
  readonly behind: string;
  /** Indentation of every line of the attached output, so that it stays in the entry. */
  readonly indent: string;
}

/** Emoji, their short codes and pictures: they say something about one entry. */
const decoration =
  /\s{0,3}(?:[\p{So}\p{Extended_Pictographic}](?:\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3)*|\d\ufe0f?\u20e3|:[a-z][\w+-]{1,30}:|!\[[^[\]]{0,99}\]\([^()\s]{0,150}\))\s*/giu;

/**
 * Returns the form of an entry that is a list item, a heading or a line; undefined for one that says something before its time.
 * @param alike entries of the same shape; a mark that all of them bear is part of the form.
 */
export function formOf(
  source: Source,
  entry: TimelineEntry,
  alike: readonly TimelineEntry[] = [],
): LineForm | undefined {
  const { lines, order } = source;
  const { shape, time, range } = entry;
  if (shape === 'row' || shape === 'chat') {
    return undefined;
  }
  const { line, character } = time.range.start;
  const raw = lines.text(line);
  const content = contentAt(source, line);
  const begin = range.start.character === 0 ? content.from : range.start.character;
  const from = begin + tagLength(raw.slice(begin, character));
  const to = range.end.line === line ? range.end.character : raw.length;
  const written = raw.slice(from, to);
  const stamp = readStamp(written, order);
  if (stamp === undefined || from + stamp.from !== character || time.range.end.line !== line) {
    return undefined;
  }
  const text = written.slice(stamp.rest).replace(hardBreak, '');
  const between = written.slice(stamp.to, stamp.rest).replace(hardBreak, '') + (/^\s*/.exec(text)?.[0] ?? '');
  const bare = text.replace(/[\s*_~`#]/g, '') === '';
  const definition = shape === 'line' && bare ? /^[ \t>]*:[ \t]+/.exec(lines.text(line + 1))?.[0] : undefined;
  const textBelow = (shape === 'heading' && bare) || definition !== undefined;
  const margin = raw.slice(0, content.from);
  return {
    shape,
    margin: shape === 'item' ? margin.replace(/\[[xX]\]/, '[ ]') : margin,
    opening: openingOf(lines, entry, from, stamp.otherClock, alike),
    between: textBelow ? between.trimEnd() : between,
    textBelow,
    ...(definition !== undefined && { below: definition }),
    behind: shape === 'line' ? breakOf(lines, [entry, ...alike]) : '',
    indent: shape === 'item' ? indentBelow(margin) : '',
  };
}

/** Returns what lines that belong to a list item begin with. @param margin before its text. */
export function indentBelow(margin: string): string {
  return margin.replace(/\[[ xX]\][ \t]+$/, '').replace(/[^>\t]/g, ' ');
}

function openingOf(
  lines: Lines,
  { time }: TimelineEntry,
  from: number,
  otherClock: string | undefined,
  alike: readonly TimelineEntry[],
): string {
  const { line, character } = time.range.start;
  const opening = lines.text(line).slice(from, character);
  const marksOf = (text: string): string => (text.match(decoration) ?? []).join('').replace(/\s/g, '');
  const shared =
    alike.length > 1 &&
    alike.every(({ time: { range } }) =>
      lines.text(range.start.line).slice(0, range.start.character).endsWith(opening),
    );
  // A new entry happened at the time of writing, so its time is exact.
  const own = (otherClock === undefined ? opening : opening.replace(otherClock, '').trimStart()).replace(
    /(?<!~)~(?!~)|≈/g,
    '',
  );
  return shared && marksOf(opening) !== '' ? own : own.replace(decoration, '');
}

/** The hard break with which most lines that are entries end; empty if they end in none. */
function breakOf(lines: Lines, entries: readonly TimelineEntry[]): string {
  const ends = entries
    .filter(({ shape }) => shape === 'line')
    .map(({ range }) => hardBreak.exec(lines.text(range.end.line))?.[0] ?? '');
  return ends.find((end) => end !== '') ?? '';
}

/** The form for the first entry of a timeline. */
export const firstForm: LineForm = {
  shape: 'item',
  margin: '- ',
  opening: '',
  between: ' – ',
  textBelow: false,
  behind: '',
  indent: '  ',
};

/** Returns the lines of a new entry in a form. */
export function entryLines(form: LineForm, time: string, entry: NewEntry): string[] {
  const first = form.textBelow
    ? [
        `${form.margin}${form.opening}${time}${form.between}`.trimEnd(),
        ...(form.below === undefined ? [''] : []),
        `${form.below ?? ''}${lineOf(entry, false)}`,
      ]
    : [`${form.margin}${phraseOf(form, time, entry)}${form.behind}`];
  return entry.attachment === undefined ? first : [...first, '', ...fenced(entry.attachment, form.indent)];
}

/** Returns a new entry in a form whose text is beside the time, without what is around it on its line. */
export function phraseOf({ opening, between, textBelow }: LineForm, time: string, entry: NewEntry): string {
  return `${opening}${time}${between === '' || textBelow ? ' ' : between}${lineOf(entry, false)}`;
}
