import type { CatalogDocument } from '../../document/document.ts';
import { heldAt } from '../../document/part.ts';
import { rangeOf, trimmed, within, type Span } from '../../text/span.ts';
import { doneNoteOf, doneStatusOf, type DoneMark } from './done.ts';
import { dueOf } from './due.ts';
import { flat } from './flat.ts';
import { said, type Said } from './said.ts';
import type { FieldRole } from '../../vocabulary/language.ts';
import { isDoneTitle, roleOf } from '../../document/columns.ts';

const field =
  /^(?:【([\p{L} /?-]{2,24})】\s*:?\s*|(?:\*\*|__)?([\p{L}\p{M} '/?-]{2,24}?)(?:\*\*|__)?\s*:(?!:)(?:\*\*|__)?\s*)/u;

/** The name and the value of a line that has the form of a field. */
function fieldIn(text: string): { readonly name: string; readonly from: number } | undefined {
  const match = field.exec(flat(text.slice(0, 60)));
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined ? undefined : { name, from: match[0].length };
}

/** A line that is a field of an item, such as "Owner: Ada". */
export interface FieldLine {
  readonly role: FieldRole;
  /** The text after the colon; may be empty. */
  readonly value: Span;
}

/** Returns a line as a field of an item; undefined for other lines, and for "Done: …", which is an item. */
export function fieldLineOf(span: Span): FieldLine | undefined {
  const found = fieldIn(span.text);
  const role = found === undefined || isDoneTitle(found.name) ? undefined : roleOf(found.name);
  return found === undefined || role === undefined || role === 'item'
    ? undefined
    : { role, value: within(span, found.from, span.text.length) };
}

/** Returns the role of a line that is a field of an item, and no item. */
export function fieldOf(text: string): FieldRole | undefined {
  return fieldLineOf({ line: 0, from: 0, text })?.role;
}

/** Returns what a line that is a field of its item says of the item's state. */
export function statusField({ span, text }: Said): DoneMark | undefined {
  const found = fieldIn(span.text);
  if (found === undefined || roleOf(found.name) !== 'status') {
    return undefined;
  }
  const state = stateUnder(found.name, text.slice(found.from));
  return (
    state && { by: 'status', range: rangeOf(within(span, found.from, span.text.length)), wontDo: state === 'wont-do' }
  );
}

/** Returns a remark below an item that says first of all that it is done. */
export function noteMark(remark: Said): DoneMark | undefined {
  const state = doneNoteOf(remark);
  return state && { by: 'word', range: rangeOf(trimmed(remark.span)), wontDo: state === 'wont-do' };
}

/** Returns what a status says; below a title such as "Completed on" a date says that something is done. */
export function stateUnder(title: string, value: string): 'done' | 'wont-do' | undefined {
  const isDate = isDoneTitle(title) && dueOf({ line: 0, from: 0, text: value }, undefined).date !== undefined;
  return doneStatusOf(value) ?? (isDate ? 'done' : undefined);
}

/** Returns where a remark in a row says first of all that its item is done. */
export function noteOfCell(document: CatalogDocument, cell: Span): DoneMark | undefined {
  const state = doneNoteOf(said(cell, heldAt(document, cell)));
  return state && { by: 'status', range: rangeOf(cell), wontDo: state === 'wont-do' };
}
