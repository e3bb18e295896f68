import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { within, type Span } from '../../text/span.ts';
import { flat } from './flat.ts';

/** The box of a task: its brackets and what is between them. */
export interface Box {
  readonly range: Range;
  readonly state: 'open' | 'done' | 'wont-do';
}

/** Signs between the brackets, beside a space: those that say more than that something is to do or has begun. */
const ticks = 'xv✓✔☑✅';
const boxPattern =
  /^`?(?<box>\\?\[(?<sign>[ \t\u00a0_]{0,3}|[ \t]?(?:[-~xv✓✔☑✅/><!?*.]|…)\ufe0f?[ \t]?)\\?\])`?(?:[ \t\u00a0\u3000]+|$)/iu;
const htmlBox = /^(?<box><input\b(?=[^<>]{0,200}\bcheckbox\b)[^<>]{0,200}>)[ \t]*/i;

/** Returns the checkbox at the start of a text and the offset after it; undefined if there is none. */
export function boxIn(span: Span): (Box & { readonly end: number }) | undefined {
  const head = flat(span.text.slice(0, 300));
  const found = boxPattern.exec(head) ?? htmlBox.exec(head);
  const box = found?.groups?.['box'];
  if (found === null || box === undefined) {
    return undefined;
  }
  const sign = found.groups?.['sign']?.trim().toLowerCase().replace('\ufe0f', '');
  const isTicked = sign === undefined ? /\bchecked\b/i.test(box) : sign !== '' && ticks.includes(sign);
  // GitLab draws a line through "[~]", and Obsidian and others through "[-]".
  const state = isTicked ? 'done' : sign === '-' || sign === '~' ? 'wont-do' : 'open';
  const at = found[0].indexOf(box);
  const character = span.from + at;
  const range = { start: { line: span.line, character }, end: { line: span.line, character: character + box.length } };
  return { range, state, end: found[0].length };
}

/** Returns the checkbox at the start of a line, after the markers of quotations and lists. */
export function boxOf(lines: Lines, line: number): Box | undefined {
  return boxIn(behindMarks(lines, line));
}

/** Returns what a line of an item says: without its indentation, the marks of a quotation, list item or heading, and its box. */
export function itemContent(lines: Lines, line: number): Span {
  const marked = behindMarks(lines, line);
  const from = boxIn(marked)?.end ?? heading.exec(marked.text)?.[0].length ?? 0;
  return within(marked, from, Math.max(from, marked.text.length));
}

const marks = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?![ \t])|$))*/;
const heading = /^#{1,6}(?:[ \t]+|$)/;
/** An item of a list in HTML. */
const htmlItem = /^(?:<(?:ul|ol|li|p|div)(?:\s[^<>]{0,200})?>[ \t]*){1,4}/i;
const htmlEnd = /(?:[ \t]?<\/(?:ul|ol|li|p|div)>){1,4}$/i;

function behindMarks(lines: Lines, line: number): Span {
  const text = lines.text(line);
  const from = marks.exec(text)?.[0].length ?? 0;
  const span = { line, from, text: text.slice(from).trimEnd() };
  const opened = htmlItem.exec(span.text)?.[0].length;
  const closed = htmlEnd.exec(span.text.slice(-60))?.[0].length ?? 0;
  return opened === undefined && closed === 0
    ? span
    : within(span, opened ?? 0, Math.max(opened ?? 0, span.text.length - closed));
}

/** Returns the same box, ticked or open. */
export function boxWith(text: string, ticked: boolean, sign = 'x'): string {
  if (text.startsWith('<')) {
    const bare = text.replace(/\schecked(?:\s?=\s?(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?/i, '');
    return ticked ? bare.replace(/\s?\/?>$/, (end) => ` checked${end}`) : bare;
  }
  const [, before = '[', after = ']'] = /^(\\?[[［]).*?(\\?[\]］])$/u.exec(text) ?? [];
  return `${before}${ticked ? sign : ' '}${after}`;
}
