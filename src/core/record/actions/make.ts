import { trimmedEnd } from '../../text/ends.ts';
import type { CatalogDocument } from '../../document/document.ts';
import type { Block } from '../../document/model.ts';
import { heldAt, partAt } from '../../document/part.ts';
import { fold, heldText } from '../../text/inline.ts';
import { placed, rangeOf, within, type Span } from '../../text/span.ts';
import { firstDefined } from '../../util/first-defined.ts';
import { boxIn, boxOf, itemContent, type Box } from './box.ts';
import { doneBesideTicket, doneIn, doneInRemark, type DoneMark } from './done.ts';
import { dueIn, dueOf, movedDue } from './due.ts';
import { noteMark, noteOfCell, stateUnder, statusField } from './fields.ts';
import type { ActionItem, Tracking } from './item.ts';
import { ownTextOf } from './own-text.ts';
import { ownerIn } from './owner.ts';
import { isNoValue } from './patterns.ts';
import { priorityIn } from './priority.ts';
import { said } from './said.ts';
import { besideStrike, held, heldIn, shown, strikeOf } from './strike.ts';
import { trackingIn } from './tracking.ts';

/** The common properties of the items of one section. */
export interface Place {
  readonly document: CatalogDocument;
  readonly section: number;
  /** A date, for years that are not written. */
  readonly reference: string | undefined;
  readonly group?: string | undefined;
  /** The state of all of them by a title above: "Completed". The state of an item itself takes precedence. */
  readonly doneBy?: DoneMark | undefined;
}

/**
 * Returns an item that takes up some lines of running text.
 * @param block that its text begins in.
 * @param own the last line of its own text; what is below it are details. They too may name an owner, a date, a ticket or its state.
 */
export function itemOfLines(
  shape: ActionItem['shape'],
  block: Block,
  { first, own: ownLast, last }: { first: number; own: number; last: number },
  { document, section, reference, group, doneBy }: Place,
): ActionItem {
  const { lines } = document;
  const spans = Array.from({ length: last - first + 1 }, (_, index) => {
    const span = itemContent(lines, first + index);
    return index === 0 && shape === 'heading' ? withoutClosing(span) : span;
  });
  const ownSpans = spans.slice(0, ownLast - first + 1);
  const opening = ownSpans[0] ?? itemContent(lines, first);
  const box = boxOf(lines, first);
  const ownText = ownTextOf(document, block, ownSpans, box !== undefined && block.item?.checked === undefined);
  const strike = strikeOf(ownText);
  const own = heldIn(ownText, strike !== undefined);
  const details = spans.slice(own.length).map((span) => said(span, heldAt(document, span)));
  const all = [...own, ...details];
  const remark =
    firstDefined(all.slice(1), statusField) ?? firstDefined(details, (span) => doneInRemark(span) ?? noteMark(span));
  const mark = strike ?? firstDefined(own, doneIn) ?? remark;
  const done = doneOf(box, mark, doneBy);
  const owner = firstDefined(all, ownerIn);
  const stated = firstDefined(all, (span) => dueIn(span, reference));
  const moved = details.findLast((span) => movedDue(span, reference) !== undefined);
  const due = moved === undefined || stated === undefined ? stated : movedDue(moved, reference);
  const priority = firstDefined(all, priorityIn);
  return {
    shape,
    section,
    range: lines.range(first, last),
    text: shown(ownText, strike !== undefined, strike === undefined ? (mark ?? done) : besideStrike(ownText)),
    textRange: rangeOf(opening),
    textEnd: rangeOf((shape === 'heading' ? undefined : ownSpans.findLast(({ text }) => text !== '')) ?? opening).end,
    done: done !== undefined,
    wontDo: (mark ?? done)?.wontDo === true,
    ...(done && { doneBy: done.by, doneRange: done.range }),
    ...(box && { box: box.range }),
    ...(owner && { owner }),
    ...(due && { due }),
    tracking: all.flatMap(trackingIn),
    ...(priority !== undefined && { priority }),
    ...(group !== undefined && { group }),
  };
}

/**
 * Returns the mark that says that nothing is left to do: that of the box first, then that of the item, then that of a
 * title above it. Undefined if there is none.
 */
function doneOf(box: Box | undefined, mark: DoneMark | undefined, above: DoneMark | undefined): DoneMark | undefined {
  return box === undefined || box.state === 'open'
    ? (mark ?? (box === undefined ? above : undefined))
    : { by: 'box', range: box.range, wontDo: box.state === 'wont-do' || mark?.wontDo === true };
}

/** A heading without the number signs that may close it. */
function withoutClosing(span: Span): Span {
  return within(span, 0, textLength(span.text));
}

/** Returns the length of a text without number signs that come after a space at its end. */
function textLength(text: string): number {
  const open = trimmedEnd(text, /#/);
  const bare = open.trimEnd();
  return open.length < text.length && bare.length < open.length ? bare.length : text.length;
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
  /** The title of the column of `status`. */
  readonly statusTitle?: string | undefined;
  /** Other cells in which a row may say that it is done: those of columns with an unknown role, such as remarks. */
  readonly notes: readonly Span[];
  /** The one of them in which rows of the table say so. */
  readonly note?: Span | undefined;
}

/** Returns an item from a row of a table. */
export function itemOfRow(
  table: Block,
  cells: RowCells,
  { document, section, reference, group, doneBy }: Place,
): ActionItem {
  const { item, status, note } = cells;
  const [owner, due, tracking, priority] = [cells.owner, cells.due, cells.tracking, cells.priority].map(
    (cell) => cell && held(document, cell),
  );
  const seen = (cell: Span): string => {
    const { inline, start, end } = partAt(document, table, cell);
    return heldText(inline, start, end);
  };
  const marked = boxIn(item);
  const box = marked && { range: marked.range, state: marked.state };
  const text = within(item, marked?.end ?? 0, item.text.length);
  const ownText = ownTextOf(document, table, [text], false);
  const strike = strikeOf(ownText);
  const [own = said(text)] = heldIn(ownText, strike !== undefined);
  const stated = status && held(document, status).text;
  const state = stated === undefined ? undefined : stateUnder(cells.statusTitle ?? '', stated);
  const isOpen = stated !== undefined && !isNoStatus(stated);
  const mark =
    status !== undefined && state !== undefined
      ? { by: 'status' as const, range: rangeOf(status), wontDo: state === 'wont-do' }
      : (strike ??
        doneIn(own) ??
        (tracking === undefined ? undefined : doneBesideTicket(said(tracking))) ??
        (isOpen ? undefined : firstDefined(cells.notes, (cell) => noteOfCell(document, cell))));
  const done = doneOf(box, mark, isOpen ? undefined : doneBy);
  const named =
    owner !== undefined && !isNoValue(owner.text) ? { ...placed(owner), text: fold(owner.text) } : ownerIn(own);
  const when = due !== undefined && !isNoValue(due.text) ? dueOf(due, reference) : dueIn(own, reference);
  const kind = cells.group === undefined ? group : seen(cells.group);
  return {
    shape: 'row',
    section,
    range: document.lines.range(item.line, item.line),
    text: shown(ownText, strike !== undefined, strike === undefined ? mark : besideStrike(ownText)),
    textRange: rangeOf(item),
    textEnd: rangeOf(item).end,
    done: done !== undefined,
    wontDo: (mark ?? done)?.wontDo === true,
    ...(done && { doneBy: done.by, doneRange: done.range }),
    ...(box && { box: box.range }),
    ...(named && { owner: named }),
    ...(cells.owner && { ownerCell: rangeOf(cells.owner) }),
    ...(status && { statusCell: rangeOf(status) }),
    ...(note && { noteCell: rangeOf(note) }),
    ...(cells.due && { dueCell: rangeOf(cells.due) }),
    ...(cells.tracking && { trackingCell: rangeOf(cells.tracking) }),
    ...(when && { due: when }),
    tracking: [...trackingIn(own), ...(tracking === undefined ? [] : trackingOfCell(tracking))],
    ...(cells.priority && priority !== undefined && !isNoValue(priority.text) && { priority: seen(cells.priority) }),
    ...(kind !== undefined && kind !== '' && { group: kind }),
  };
}

function isNoStatus(text: string): boolean {
  return !/[\p{L}\p{N}\p{So}]/u.test(text) || /^(?:n\/a|tbd|none|unknown)$/i.test(text.trim());
}

/** Returns the tickets that a cell names, in any form: a word that is alone in it is the name of a ticket. */
function trackingOfCell(cell: Span): Tracking[] {
  const found = trackingIn(said(cell));
  const bare = cell.text.replace(/\b(?:n\/a|todo|done|open|closed|fixed|none|tbd)\b|[*_`]/gi, '');
  return found.length > 0 || isNoValue(bare) ? found : [{ ...placed(cell), kind: 'key' }];
}
