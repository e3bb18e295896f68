import type { CatalogDocument } from '../../../document/document.ts';
import { firstDefined } from '../../../util/first-defined.ts';
import { rangeOf } from '../../../text/span.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import type { ActionItem } from '../item.ts';
import { boxWith } from '../box.ts';
import { struckIn } from '../struck.ts';
import { doneStatusFor } from './done-words.ts';
import { fieldLinesOf } from './field-lines.ts';
import { glyph, statusesOf, ticketDone, ticketOpen } from './marks.ts';
import { changesOnly } from './proof.ts';
import { at, atEnd, cut, emptyAt, nearest, sameRange, type Rewrite } from './rewrite.ts';
import { rewriteLine, withCell } from './write.ts';

/**
 * Returns an edit of one line that marks an item as done, in the way of the record: its checkbox, its status, a word, or a line through
 * it. Empty if it is done. Undefined if no edit leaves everything else unchanged.
 * @param item one of `readActionItems(document)`.
 */
export function tickActionItem(document: CatalogDocument, item: ActionItem): readonly TextEdit[] | undefined {
  const { lines } = document;
  const { box, done } = item;
  const isCrossed = box !== undefined && /\[\s?[-~]/.test(cut(lines, box));
  if (done && !isCrossed) {
    return [];
  }
  const ways = done && isCrossed ? [at(lines, box, boxWith(cut(lines, box), true))] : ticked(document, lines, item);
  for (const { line, text } of ways) {
    const edits = rewriteLine(lines, line, text);
    if (changesOnly(document, item, edits, 'state', ({ done, wontDo }) => done && !wontDo)) {
      return edits;
    }
  }
  return undefined;
}

/** The ways to say that an item is done, best first. */
function* ticked(document: CatalogDocument, lines: Lines, item: ActionItem): Generator<Rewrite> {
  const others = nearest(document, item);
  if (item.box !== undefined) {
    const sign = firstDefined(others, ({ doneRange, doneBy, wontDo }) =>
      doneBy === 'box' && !wontDo ? /\[\s?([^\s\\])\s?\\?\]/u.exec(cut(lines, doneRange))?.[1] : undefined,
    );
    yield at(lines, item.box, boxWith(cut(lines, item.box), true, sign));
  }
  if (item.statusCell !== undefined) {
    const cells = others.map(({ statusCell }) => cut(lines, statusCell));
    yield {
      line: item.statusCell.start.line,
      text: withCell(lines, item.statusCell, doneStatusFor(cut(lines, item.statusCell), cells)),
    };
  }
  if (item.noteCell !== undefined && cut(lines, item.noteCell) === '') {
    const notes = others.map(({ noteCell }) => cut(lines, noteCell));
    yield { line: item.noteCell.start.line, text: withCell(lines, item.noteCell, doneStatusFor('', notes)) };
  }
  yield* tickedGlyph(lines, item);
  yield* tickedField(lines, item, others);
  yield* tickedTicket(lines, item, others);
  const usual = others.find(({ box, shape }) => box !== undefined && shape === item.shape)?.box;
  if (usual !== undefined) {
    yield at(lines, emptyAt(item.textRange.start), `${boxWith(cut(lines, usual), true)} `);
  }
  for (const other of others) {
    yield* likeOther(lines, item, other);
  }
  if (item.shape === 'item' && /[-*+][ \t]+$/.test(before(lines, item))) {
    yield at(lines, emptyAt(item.textRange.start), '[x] ');
  }
  yield atEnd(lines, item, ' (DONE)');
  yield at(lines, emptyAt(item.textRange.start), 'DONE: ');
}

function* tickedGlyph(lines: Lines, { textRange }: ActionItem): Generator<Rewrite> {
  const found = glyph.exec(cut(lines, textRange))?.[0];
  if (found !== undefined) {
    const { line, character } = textRange.start;
    const range = { start: textRange.start, end: { line, character: character + found.length } };
    yield at(lines, range, found === '☐' ? '☑' : '✅');
  }
}

/** A line below the item that names its status. */
function* tickedField(lines: Lines, item: ActionItem, others: readonly ActionItem[]): Generator<Rewrite> {
  const field = fieldLinesOf(lines, item).find(({ role }) => role === 'status');
  if (field !== undefined) {
    const { value } = field;
    const gap = value.text === '' && !/\s$/.test(lines.text(value.line)) ? ' ' : '';
    yield at(lines, rangeOf(value), `${gap}${doneStatusFor(value.text, statusesOf(lines, others))}`);
  }
}

/** A table may say in the cell of the ticket that the item is done: "n/a **DONE**". */
function* tickedTicket(lines: Lines, { trackingCell }: ActionItem, others: readonly ActionItem[]): Generator<Rewrite> {
  const inTicket = others.filter(({ doneBy, doneRange, trackingCell: cell }) => {
    return doneBy === 'status' && sameRange(doneRange, cell);
  });
  const mark = firstDefined(inTicket, ({ trackingCell: cell }) => ticketDone.exec(cut(lines, cell)) ?? undefined);
  if (trackingCell === undefined || mark === undefined) {
    return;
  }
  const text = cut(lines, trackingCell);
  const { word = 'DONE' } = mark.groups ?? {};
  const open = ticketOpen.exec(text);
  const value =
    open === null
      ? `${text}${mark[0]}`.trim()
      : `${text.slice(0, open.index)}${word}${text.slice(open.index + open[0].length)}`;
  yield { line: trackingCell.start.line, text: withCell(lines, trackingCell, value) };
}

/** The word, sign or line that says of another item that it is done, put where it is there. */
function* likeOther(lines: Lines, item: ActionItem, other: ActionItem): Generator<Rewrite> {
  const { doneBy, doneRange, wontDo } = other;
  if (doneRange === undefined || wontDo || other.shape !== item.shape) {
    return;
  }
  if (doneBy === 'strike') {
    if (item.textEnd.line === item.textRange.start.line) {
      const drawn = cut(lines, doneRange);
      const [{ inner, to } = { inner: { from: 0, to: 0 }, to: 0 }] = struckIn(drawn);
      const [open, close] = [drawn.slice(0, inner.from), drawn.slice(inner.to, to)];
      yield at(lines, item.textRange, `${open}${cut(lines, item.textRange)}${close}`);
    }
  } else if (doneBy === 'word' || doneBy === 'mark') {
    const mark =
      doneBy === 'mark'
        ? cut(lines, doneRange)
            .replace(/\d{4}-\d{2}-\d{2}$/, '')
            .trimEnd()
        : undated(cut(lines, doneRange));
    const first =
      doneRange.start.line === other.textRange.start.line &&
      doneRange.start.character === other.textRange.start.character;
    yield first ? at(lines, emptyAt(item.textRange.start), `${mark} `) : atEnd(lines, item, ` ${mark}`);
  }
}

const wordMark =
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- What `doneIn` finds: at most some hundred characters.
  /^(?<before>[([*_\s]*(?:[-–—]+>?\s*)?(?:already\s+|now\s+)?)(?<word>[\p{L}'’]+)(?<rest>[^)\]*_]*?)(?<after>[)\]*_]*\s*[:–—-]?)$/u;

/** A word that says that something is done, without what it says besides of the item that it is at: when, by whom. */
function undated(mark: string): string {
  const { before = '', word = 'DONE', after = '' } = wordMark.exec(mark)?.groups ?? {};
  return `${before}${word}${after}`;
}

/** Returns the text on the line before an item's text. */
function before(lines: Lines, { textRange: { start } }: ActionItem): string {
  return lines.text(start.line).slice(0, start.character);
}
