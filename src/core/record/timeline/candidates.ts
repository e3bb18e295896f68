import type { Lines } from '../../text/lines.ts';
import type { Position } from '../../text/position.ts';
import { placed, rangeOf, within, type Placed, type Span } from '../../text/span.ts';
import type { DateOrder } from '../../time/day.ts';
import type { Block, ListItem } from '../../document/model.ts';
import type { EntryShape, Unread } from './entry.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';

/** Where the pieces of a timeline are read from. */
export interface Source {
  readonly lines: Lines;
  /** What comes first in dates such as "3/5/2024"; undefined where the document leaves it open. */
  readonly order: DateOrder | undefined;
}

/** What may be an entry: a time in a text, not yet set in relation to what stands around it. */
export interface Candidate {
  readonly kind: 'entry';
  readonly shape: EntryShape;
  readonly firstLine: number;
  /** As far as it is known by itself; lines below may belong to it too. */
  readonly lastLine: number;
  /** Where it begins, where its line begins with something else. */
  readonly start?: Position;
  /** Where it ends, where it shares its paragraph or its line with others. */
  readonly end?: Position;
  readonly stamp: Pick<Stamp, 'day' | 'dayWord' | 'clock' | 'until' | 'zone' | 'approximate'>;
  readonly time: Placed;
  /** Markdown. */
  readonly text: string;
  readonly author?: string;
  /** The more, the further inside: headings by level, then paragraphs and tables, then lists by depth. */
  readonly depth: number;
  /** What tells its group: the list item or table that it stands in. */
  readonly container: ListItem | Block | undefined;
  /** It reads like a fact with a label, or stands in no column for times: an entry only where a section says that it holds a timeline. */
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

/** A piece of text that is no entry, in the order of the document: it may state a zone, or the text of the entry above. */
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

/** A candidate from a span and the stamp with which it begins. */
export function candidateOf(
  shape: EntryShape,
  span: Span,
  stamp: Stamp,
  rest: Pick<Candidate, 'lastLine' | 'depth' | 'container' | 'aside'>,
): Candidate {
  const text = textBehind(span.text, stamp);
  const chat = stamp.bracketed
    ? /^\s*(?:\*\*|<|@)?([\p{L}\p{N}][\p{L}\p{N} ._'’-]{0,40}?)(?:\*\*|>)?:(?:\*\*)?\s+/u.exec(text.slice(0, 80))
    : null;
  return {
    kind: 'entry',
    shape: chat === null ? shape : 'chat',
    firstLine: span.line,
    stamp,
    time: placed(within(span, stamp.from, stamp.to)),
    text: chat === null ? text : text.slice(chat[0].length),
    ...(chat?.[1] !== undefined && { author: chat[1] }),
    running: false,
    ...rest,
  };
}

/** What a text says behind its time: without the ends of emphasis and links that begin in front of it. */
export function textBehind(text: string, { from, rest, otherClock }: Stamp): string {
  const opened = text.slice(0, from);
  const behind = ['**', '__', '~~', '`'].reduce(
    (said, mark) =>
      opened.split(mark).length > 1 && said.split(mark).length % 2 === 0 ? said.replace(mark, '') : said,
    text.slice(rest),
  );
  const unlinked = /\[/.test(opened) ? behind.replace(/^([^[\]]*)\]\([^()\s]*\)/, '$1') : behind;
  return otherClock === undefined ? unlinked : `${otherClock} ${unlinked.trimStart()}`;
}

/** A piece for a place whose time cannot be read. */
export function unreadableOf(
  span: Span,
  reason: Unread['reason'],
  { depth, container }: Pick<Candidate, 'depth' | 'container'>,
): Unreadable {
  return { kind: 'unread', range: rangeOf(span), text: span.text, reason, depth, container };
}

/** A tag or number in front of a time: "[SEV1] 10:20", "#3 10:20". */
const tag = /^(?:\[[^[\]\n]{1,24}\]|#\d{1,4}|\(\w{1,3}\))\s{1,3}/;

/** Where the text goes on behind a tag in front of a time; 0 where none stands there. */
export function tagLength(text: string): number {
  return tag.exec(text)?.[0].length ?? 0;
}

/** The stamp behind a tag, with the text that bears the tag. */
export function taggedStamp(
  span: Span,
  order: DateOrder | undefined,
): { span: Span; stamp: Stamp; text: string } | undefined {
  const at = tagLength(span.text);
  const rest = within(span, at, span.text.length);
  const stamp = at === 0 ? undefined : readStamp(rest.text, order);
  return stamp?.clock === undefined || stamp.unreadable
    ? undefined
    : { span: rest, stamp, text: `${span.text.slice(0, at).trim()} ${textBehind(rest.text, stamp).trimStart()}` };
}

const label =
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 200 characters.
  /^(?:\*\*|__)?([^:*_|[\]()]{2,48}?)(?:\*\*|__)?\s*(?::(?=[\s*_])|\s@|\sat\b|\s[-–—])\s*(?:\*\*|__)?\s*(?=[\d*_~`(A-Z])/u;
// oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 200 characters.
const lastTime = /(?<=\s)(?=(?:19|20)\d{2}-\d{2}-\d{2}[T ,]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:\(?[A-Z]{2,5}\)?)?[.\s]*$)/;

/** The stamp behind a label ("Detected: 10:20"), or a full one at the end ("Resolved 2024-04-18 16:13"), with the text that names it. */
export function labelledStamp(
  span: Span,
  order: DateOrder | undefined,
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
  const name = found?.[1] ?? span.text.slice(0, at).trim();
  const more = rest.text.slice(stamp.rest).trim();
  return { span: rest, stamp, text: more === '' ? name : `${name}: ${more}` };
}
