import { isExists } from 'date-fns';
import type { CatalogDocument } from '../../../document/document.ts';
import { rangeOf, type Placed } from '../../../text/span.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import type { Range } from '../../../text/position.ts';
import type { ActionItem } from '../item.ts';
import { isNoValue } from '../patterns.ts';
import { struckIn } from '../struck.ts';
import { lacksDueColumn, waysInTable } from './due-column.ts';
import { fieldLinesOf } from './field-lines.ts';
import { besideOther, likeOther, usual, type Fact } from './inline-facts.ts';
import { newFieldLine } from './new-field-line.ts';
import { changesOnly } from './proof.ts';
import { cut, nearest, sameRange } from './rewrite.ts';
import { escapedForCell, replaced, rewriteLine, withCell } from './write.ts';

/**
 * Returns an edit that sets the owner of an item, in the way of the record: in a column, in a line such as "Owner: Ada", or in the text
 * of the item. It changes or adds one line. Empty if the item already has that owner. Undefined if no edit is read back as meant without
 * other changes.
 * @param item one of `readActionItems(document)`.
 * @param owner a name or account; line breaks become spaces.
 */
export function setActionItemOwner(
  document: CatalogDocument,
  item: ActionItem,
  owner: string,
): readonly TextEdit[] | undefined {
  const value = owner.replace(/\s+/g, ' ').trim();
  return isNoValue(value)
    ? undefined
    : assign(document, item, { role: 'owner', value }, item.owner, item.ownerCell, (after) => {
        const read = after.owner?.text ?? '';
        return [value, `@${value}`, escapedForCell(value)].includes(read);
      });
}

/**
 * Returns edits that set the due date of an item; like `setActionItemOwner`. A table without a column for due dates gets one.
 * @param date YYYY-MM-DD. The result is undefined if it is not a date.
 */
export function setActionItemDue(
  document: CatalogDocument,
  item: ActionItem,
  date: string,
): readonly TextEdit[] | undefined {
  return isDate(date)
    ? assign(document, item, { role: 'due', value: date }, item.due, item.dueCell, ({ due }) => due?.date === date)
    : undefined;
}

/** Returns whether a text is an existing day, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isExists(Number(year), Number(month) - 1, Number(day));
}

function assign(
  document: CatalogDocument,
  item: ActionItem,
  fact: Fact,
  current: Placed | undefined,
  cell: Range | undefined,
  wanted: (after: ActionItem) => boolean,
): readonly TextEdit[] | undefined {
  if (wanted(item)) {
    return [];
  }
  const { lines } = document;
  for (const edits of ways(document, lines, item, fact, current, cell)) {
    if (changesOnly(document, item, edits, fact.role, wanted)) {
      return edits;
    }
  }
  return undefined;
}

/** The ways to write a fact of an item down, best first. */
function* ways(
  document: CatalogDocument,
  lines: Lines,
  item: ActionItem,
  fact: Fact,
  current: Placed | undefined,
  cell: Range | undefined,
): Generator<readonly TextEdit[]> {
  const value = item.shape === 'row' ? escapedForCell(fact.value) : fact.value;
  const others = nearest(document, item);
  if (cell !== undefined && (current === undefined || sameRange(current.range, cell))) {
    const struck = current === undefined && struckIn(cut(lines, cell)).length > 0 ? `${cut(lines, cell)} ` : '';
    yield rewriteLine(lines, cell.start.line, withCell(lines, cell, `${struck}${value}`));
  }
  if (current !== undefined) {
    const { line } = current.range.start;
    yield rewriteLine(lines, line, replaced(lines, current.range, value));
    // An account's sign belongs to what is read as the owner: "@ada" becomes "@bob".
    if (current.text.startsWith('@')) {
      yield rewriteLine(lines, line, replaced(lines, current.range, `@${value}`));
    }
  }
  const field = fieldLinesOf(lines, item).find(({ role }) => role === fact.role);
  if (field !== undefined && isNoValue(field.value.text)) {
    const range = rangeOf(field.value);
    const gap = /\s$/.test(lines.text(range.start.line).slice(0, range.start.character)) ? '' : ' ';
    yield rewriteLine(lines, range.start.line, replaced(lines, range, `${gap}${value}`));
  }
  if (fact.role === 'due' && current === undefined) {
    const inTable = waysInTable(document, item, value) ?? [];
    yield* inTable;
    // If the table has a column for it, the text of the item is no place for a date.
    if (inTable.length > 0 && !lacksDueColumn(document, item)) {
      return;
    }
  }
  yield* newFieldLine(lines, item, others, { ...fact, value });
  for (const text of [
    ...besideOther(lines, item, { ...fact, value }),
    ...likeOther(lines, item, others, { ...fact, value }),
    ...usual(lines, item, { ...fact, value }),
  ]) {
    yield rewriteLine(lines, text.line, text.text);
  }
  if (current !== undefined && fact.role === 'owner') {
    // "(Ada)", where an account would not be taken for a name, becomes "(owner: @bob)".
    for (const form of [`owner: ${value}`, `(owner: ${value})`]) {
      yield rewriteLine(lines, current.range.start.line, replaced(lines, current.range, form));
    }
  }
}
