import { trimmedEnd } from '../../text/ends.ts';
import { contentOf, placed, rangeOf, within, type Span } from '../../text/span.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { plainText } from '../../text/plain-text.ts';
import {
  doneBesideTicket,
  doneIn,
  doneInRemark,
  doneStatusOf,
  dueIn,
  dueOf,
  ownerIn,
  priorityIn,
  trackingIn,
  type DoneMark,
} from './facts.ts';
import type { ActionItem, Tracking } from './item.ts';
import { isNoValue, roleOf, type FieldRole } from './patterns.ts';

/** What the items of one section have in common. */
export interface Place {
  readonly lines: Lines;
  readonly section: number;
  /** A date, for years that are not written. */
  readonly reference: string | undefined;
  readonly group?: string | undefined;
}

const boxPattern = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?![ \t]))*`?(\[[ xX]\])`?(?=[ \t]|$)/;

/** The brackets of the task box with which a line begins, and whether it is ticked. */
export function boxOf(lines: Lines, line: number): { range: Range; ticked: boolean } | undefined {
  const match = boxPattern.exec(lines.text(line).slice(0, 400));
  if (match?.[1] === undefined) {
    return undefined;
  }
  const end = match[0].replace(/`$/, '').length;
  return {
    range: { start: { line, character: end - 3 }, end: { line, character: end } },
    ticked: match[1].toLowerCase() === '[x]',
  };
}

/**
 * An item that takes up some lines of running text.
 * @param own the last line of its own text; what stands below it are details. They too may name an owner, a date, a ticket or its state.
 */
export function itemOfLines(
  shape: ActionItem['shape'],
  { first, own, last }: { first: number; own: number; last: number },
  { lines, section, reference, group }: Place,
): ActionItem {
  const spans = Array.from({ length: last - first + 1 }, (_, index) => {
    const span = contentOf(lines, first + index);
    return index === 0 && shape === 'heading' ? withoutClosing(span) : span;
  });
  const ownSpans = spans.slice(0, own - first + 1);
  const box = boxOf(lines, first);
  const status = firstIn(spans.slice(1), statusField) ?? firstIn(spans.slice(own - first + 1), doneInRemark);
  const mark = firstIn(ownSpans, doneIn) ?? status;
  const done = box?.ticked === true ? { by: 'box' as const, range: box.range } : mark;
  const owner = firstIn(spans, ownerIn);
  const due = firstIn(spans, (span) => dueIn(span, reference));
  const priority = firstIn(spans, priorityIn);
  const opening = ownSpans[0] ?? contentOf(lines, first);
  return {
    shape,
    section,
    range: lines.range(first, last),
    text: plainText(ownSpans.map((span) => withoutMark(span, mark ?? done)).join(' ')),
    textRange: rangeOf(opening),
    textEnd: rangeOf((shape === 'heading' ? undefined : ownSpans.findLast(({ text }) => text !== '')) ?? opening).end,
    done: done !== undefined,
    wontDo: mark?.wontDo === true,
    ...(done && { doneBy: done.by, doneRange: done.range }),
    ...(box && { box: box.range }),
    ...(owner && { owner }),
    ...(due && { due }),
    tracking: spans.flatMap(trackingIn),
    ...(priority !== undefined && { priority }),
    ...(group !== undefined && { group }),
  };
}

/** A heading without the number signs that may close it. */
function withoutClosing(span: Span): Span {
  return within(span, 0, textLength(span.text));
}

/** How long a text is without number signs that stand behind a space at its end. */
function textLength(text: string): number {
  const open = trimmedEnd(text, /#/);
  const bare = open.trimEnd();
  return open.length < text.length && bare.length < open.length ? bare.length : text.length;
}

const field = /^(?:\*\*|__)?([\p{L} /?-]{2,24}?)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*/u;

/** A line that is a field of an item, such as "Owner: Ada". */
export interface FieldLine {
  readonly role: FieldRole;
  /** What stands behind the colon; may be empty. */
  readonly value: Span;
}

/** A line as a field of an item; undefined for other lines, and for "Done: …", which is an item. */
export function fieldLineOf(span: Span): FieldLine | undefined {
  const match = field.exec(span.text.slice(0, 60));
  const name = match?.[1];
  const role = name === undefined || /^(?:done|completed?|resolved)$/i.test(name) ? undefined : roleOf(name);
  return role === undefined || role === 'item'
    ? undefined
    : { role, value: within(span, match?.[0].length ?? 0, span.text.length) };
}

/** The role of a line that is a field of an item, and no item. */
export function fieldOf(text: string): FieldRole | undefined {
  return fieldLineOf({ line: 0, from: 0, text })?.role;
}

function statusField(span: Span): DoneMark | undefined {
  const match = field.exec(span.text.slice(0, 60));
  if (match?.[1] === undefined || roleOf(match[1]) !== 'status') {
    return undefined;
  }
  const value = within(span, match[0].length, span.text.length);
  const state = doneStatusOf(value.text);
  return state && { by: 'status', range: rangeOf(value), wontDo: state === 'wont-do' };
}

/** The cells of one row, by what their columns are for. */
export interface RowCells {
  readonly item: Span;
  readonly owner?: Span | undefined;
  readonly due?: Span | undefined;
  readonly status?: Span | undefined;
  readonly tracking?: Span | undefined;
  readonly priority?: Span | undefined;
  readonly group?: Span | undefined;
}

/** An item from a row of a table. */
export function itemOfRow(cells: RowCells, { lines, section, reference, group }: Place): ActionItem {
  const { item, owner, due, status, tracking, priority } = cells;
  const box = /^\[[ xX]\]/.exec(item.text);
  const state = status === undefined ? undefined : doneStatusOf(status.text);
  const mark =
    status !== undefined && state !== undefined
      ? { by: 'status' as const, range: rangeOf(status), wontDo: state === 'wont-do' }
      : (doneIn(item) ?? (tracking === undefined ? undefined : doneBesideTicket(tracking)));
  const named = owner !== undefined && !isNoValue(owner.text) ? placed(owner) : ownerIn(item);
  const when = due !== undefined && !isNoValue(due.text) ? dueOf(due, reference) : dueIn(item, reference);
  const kind = cells.group?.text ?? group;
  const done = box?.[0].toLowerCase() === '[x]' ? { by: 'box' as const, range: rangeOf(within(item, 0, 3)) } : mark;
  return {
    shape: 'row',
    section,
    range: lines.range(item.line, item.line),
    text: plainText(withoutMark(item, mark).replace(/^\[[ xX]\]\s*/, '')),
    textRange: rangeOf(item),
    textEnd: rangeOf(item).end,
    done: done !== undefined,
    wontDo: mark?.wontDo === true,
    ...(done && { doneBy: done.by, doneRange: done.range }),
    ...(box && { box: rangeOf(within(item, 0, 3)) }),
    ...(named && { owner: named }),
    ...(owner && { ownerCell: rangeOf(owner) }),
    ...(status && { statusCell: rangeOf(status) }),
    ...(due && { dueCell: rangeOf(due) }),
    ...(tracking && { trackingCell: rangeOf(tracking) }),
    ...(when && { due: when }),
    tracking: [...trackingIn(item), ...(tracking === undefined ? [] : trackingOfCell(tracking))],
    ...(priority !== undefined && !isNoValue(priority.text) && { priority: plainText(priority.text) }),
    ...(kind !== undefined && kind !== '' && { group: plainText(kind) }),
  };
}

/** What the cell of a ticket names, in whatever form: a word that stands alone is the ticket's name. */
function trackingOfCell(cell: Span): Tracking[] {
  const found = trackingIn(cell);
  const bare = cell.text.replace(/\b(?:n\/a|todo|done|open|closed|fixed|none|tbd)\b|[*_`]/gi, '');
  return found.length > 0 || isNoValue(bare) ? found : [{ ...placed(cell), kind: 'key' }];
}

/** A line without the words or sign that say that its item is done, and without a box that is no markdown. */
function withoutMark({ line, from, text }: Span, done: Pick<DoneMark, 'by' | 'range'> | undefined): string {
  const { start, end } = done?.range ?? { start: { line: -1, character: 0 }, end: { line: -1, character: 0 } };
  const marked = start.line === line && done?.by !== 'strike' && done?.by !== 'box' && start.character >= from;
  const left = marked ? text.slice(0, start.character - from) + text.slice(end.character - from) : text;
  return left.replace(/^\s*(?:☐|☑️?|🔲|⬜)\s*/u, '');
}

function firstIn<T>(spans: readonly Span[], find: (span: Span) => T | undefined): T | undefined {
  for (const span of spans) {
    const found = find(span);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
