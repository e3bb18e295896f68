import { contentOf } from '../../../text/span.ts';
import type { Lines } from '../../../text/lines.ts';
import type { TimelineEntry } from '../entry.ts';
import { readStamp } from '../../../time/stamp.ts';
import { fenced, lineOf, type NewEntry } from './new-entry.ts';

/** How an entry stands on its line: what is in front of its time, and between its time and its text. */
export interface LineForm {
  readonly shape: 'item' | 'heading' | 'line';
  /** Indentation, quotation marks, list marker or hashes, emphasis. */
  readonly before: string;
  readonly between: string;
  /** The text stands below the line, which holds the time alone. */
  readonly textBelow: boolean;
  /** What ends the line: a hard line break, or the like. */
  readonly behind: string;
  /** Behind every line of what belongs to the entry, so that it stays in it. */
  readonly indent: string;
}

/** The form of an entry that is a list item, a heading or a line; undefined for one that says something before its time. */
export function formOf(lines: Lines, { shape, time }: TimelineEntry): LineForm | undefined {
  if (shape === 'row' || shape === 'chat') {
    return undefined;
  }
  const { line, character } = time.range.start;
  const content = contentOf(lines, line);
  const stamp = readStamp(content.text);
  if (stamp === undefined || time.range.end.line !== line) {
    return undefined;
  }
  const raw = lines.text(line);
  const before = raw.slice(0, character);
  const text = content.text.slice(stamp.rest);
  const between = content.text.slice(stamp.to, stamp.rest) + (/^\s*/.exec(text)?.[0] ?? '');
  const textBelow = shape === 'heading' && text.replace(/[\s*_~`#]/g, '') === '';
  const marker = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(raw)?.[0] ?? '';
  return {
    shape,
    before: shape === 'item' ? before.replace(/\[[xX]\]/, '[ ]') : before,
    between: textBelow ? between.trimEnd() : between,
    textBelow,
    behind: shape === 'line' ? (/(?: {2}|\\|<br ?\/?>)$/.exec(raw)?.[0] ?? '') : '',
    indent: shape === 'item' ? marker.replace(/[^>\t]/g, ' ') : '',
  };
}

/** The form for the first entry of a timeline. */
export const firstForm: LineForm = {
  shape: 'item',
  before: '- ',
  between: ' – ',
  textBelow: false,
  behind: '',
  indent: '  ',
};

/** The lines of a new entry in a form. */
export function entryLines(form: LineForm, time: string, entry: NewEntry): string[] {
  const text = lineOf(entry, false);
  const between = form.between.trim() === '' && !form.textBelow && form.between === '' ? ' ' : form.between;
  const first = form.textBelow
    ? [`${form.before}${time}${between}`.trimEnd(), '', text]
    : [`${form.before}${time}${between}${text}${form.behind}`];
  return entry.attachment === undefined ? first : [...first, '', ...fenced(entry.attachment, form.indent)];
}
