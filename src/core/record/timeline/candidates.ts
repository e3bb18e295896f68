import { heldText } from '../../text/inline.ts';
import type { Position } from '../../text/position.ts';
import { placed, rangeOf, within, type Placed, type Span } from '../../text/span.ts';
import type { DateOrder } from '../../time/day.ts';
import { inlineOf } from '../../document/inline.ts';
import type { Block, ListItem, ParsedDocument } from '../../document/model.ts';
import { positionsIn } from '../../document/positions.ts';
import type { EntryShape, Unread } from './entry.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';

/** The source of the pieces of a timeline. */
export interface Source extends Pick<ParsedDocument, 'blocks' | 'lines' | 'definitions'> {
  /** The part that comes first in dates such as "3/5/2024"; undefined if the document leaves it open. */
  readonly order: DateOrder | undefined;
}

/** A possible entry: a time in a text, not yet set in relation to the text around it. */
export interface Candidate {
  readonly kind: 'entry';
  readonly shape: EntryShape;
  readonly firstLine: number;
  /** As far as it is known by itself; lines below may belong to it too. */
  readonly lastLine: number;
  /** Its start, if its line begins with something else. */
  readonly start?: Position;
  /** Its end, if it shares its paragraph or its line with others. */
  readonly end?: Position;
  readonly stamp: Pick<Stamp, 'day' | 'dayWord' | 'clock' | 'until' | 'zone' | 'approximate'>;
  readonly time: Placed;
  /** As a reader sees it. */
  readonly text: string;
  readonly author?: string;
  /** The more, the further inside: headings by level, then paragraphs and tables, then lists by depth. */
  readonly depth: number;
  /** The list item or table that contains it, by which it is grouped. Undefined if it is in none. */
  readonly container: ListItem | Block | undefined;
  /** It reads like a fact with a label, or is in no column for times: an entry only where a section says that it holds a timeline. */
  readonly aside: boolean;
  /** It is running text, which tells of times in the order that suits it. */
  readonly running: boolean;
}

/** Something that stands where an entry could, without a time that can be read. */
export interface Unreadable extends Unread {
  readonly kind: 'unread';
  readonly depth: number;
  readonly container: ListItem | Block | undefined;
}

/** A piece of text that is not an entry, in the order of the document: it may state a zone, or the text of the entry above. */
export interface Prose {
  readonly kind: 'prose';
  readonly block: Block;
  readonly heading: boolean;
  readonly text: string;
  /** A zone that a table's header states. */
  readonly header?: string;
}

export type Piece = Candidate | Unreadable | Prose;

/** The depth at which paragraphs and tables stand; headings are less deep, lists deeper. */
export const proseDepth = 10;

/** Tells what a reader sees of a span, without what is struck out. */
export type See = (span: Span) => string;

/** Returns what is seen of the lines of a block that is not a table. */
export function seeIn({ lines, definitions }: Source, block: Block): See {
  if (block.type === 'code') {
    return ({ text }) => text;
  }
  const positions = positionsIn(lines, block);
  return ({ line, from, text }) => {
    const start = positions.offset({ line, character: from });
    return heldText(inlineOf(block, { definitions }), start, start + text.length);
  };
}

/** Returns a candidate from a span and the stamp with which it begins. */
export function candidateOf(
  shape: EntryShape,
  span: Span,
  stamp: Stamp,
  { see, ...rest }: Pick<Candidate, 'lastLine' | 'depth' | 'container' | 'aside'> & { readonly see: See },
): Candidate {
  const chat = stamp.bracketed
    ? /^[\s*]*(?:<|@)?([\p{L}\p{N}][\p{L}\p{N} ._'’-]{0,40}?)(?:\*\*|>)?:(?:\*\*)?\s+/u.exec(
        span.text.slice(stamp.rest, stamp.rest + 80),
      )
    : null;
  return {
    kind: 'entry',
    shape: chat === null ? shape : 'chat',
    firstLine: span.line,
    stamp,
    time: placed(within(span, stamp.from, stamp.to)),
    text:
      chat === null ? textBehind(span, stamp, see) : see(within(span, stamp.rest + chat[0].length, span.text.length)),
    ...(chat?.[1] !== undefined && { author: chat[1] }),
    running: false,
    ...rest,
  };
}

/** Returns what a reader sees after the time of a span, with the same time on another clock before it. */
export function textBehind(span: Span, { rest, otherClock }: Stamp, see: See): string {
  const behind = see(within(span, rest, span.text.length));
  return otherClock === undefined ? behind : `${otherClock} ${behind}`;
}

/** Returns a piece for a place whose time cannot be read. */
export function unreadableOf(
  span: Span,
  reason: Unread['reason'],
  { depth, container }: Pick<Candidate, 'depth' | 'container'>,
): Unreadable {
  return { kind: 'unread', range: rangeOf(span), text: span.text, reason, depth, container };
}

/** A tag or number before a time: "[SEV1] 10:20", "#3 10:20". */
const tag = /^(?:\[[^[\]\n]{1,24}\]|#\d{1,4}|\(\w{1,3}\))\s{1,3}/;

/** Returns where the text goes on after a tag before a time; 0 where none is there. */
export function tagLength(text: string): number {
  return tag.exec(text)?.[0].length ?? 0;
}

/** Returns the stamp after a tag, with the text that bears the tag. */
export function taggedStamp(
  span: Span,
  order: DateOrder | undefined,
  see: See,
): { span: Span; stamp: Stamp; text: string } | undefined {
  const at = tagLength(span.text);
  const rest = within(span, at, span.text.length);
  const stamp = at === 0 ? undefined : readStamp(rest.text, order);
  return stamp?.clock === undefined || stamp.unreadable
    ? undefined
    : { span: rest, stamp, text: `${see(within(span, 0, at))} ${textBehind(rest, stamp, see)}` };
}

const label =
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 200 characters.
  /^(?:\*\*|__)?([^:*_|[\]()]{2,48}?)(?:\*\*|__)?\s*(?::(?=[\s*_])|\s@|\sat\b|\s[-–—])\s*(?:\*\*|__)?\s*(?=[\d*_~`(A-Z])/u;
// oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 200 characters.
const lastTime = /(?<=\s)(?=(?:19|20)\d{2}-\d{2}-\d{2}[T ,]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:\(?[A-Z]{2,5}\)?)?[.\s]*$)/;

/**
 * Returns the stamp after a label ("Detected: 10:20"), or a full one at the end ("Resolved 2024-04-18 16:13"), with the text that names
 * it.
 */
export function labelledStamp(
  span: Span,
  order: DateOrder | undefined,
  see: See,
): { span: Span; stamp: Stamp; text: string } | undefined {
  const head = span.text.slice(0, 200);
  const found = label.exec(head);
  const at = found?.[0].length ?? lastTime.exec(head)?.index;
  if (at === undefined) {
    return undefined;
  }
  const rest = within(span, at, span.text.length);
  const stamp = readStamp(rest.text, order);
  if (stamp?.clock === undefined || stamp.unreadable || /^\d+\s/.test(span.text)) {
    return undefined;
  }
  const name = found?.[1] ?? see(within(span, 0, at));
  const more = see(within(rest, stamp.rest, rest.text.length));
  return { span: rest, stamp, text: more === '' ? name : `${name}: ${more}` };
}
