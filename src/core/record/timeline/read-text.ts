import { within, type Span } from '../../text/span.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import type { Position } from '../../text/position.ts';
import { heldLinesOf } from '../../document/held.ts';
import { inlineOf } from '../../document/inline.ts';
import { linesOfCode } from '../../document/places.ts';
import {
  candidateOf,
  labelledStamp,
  proseDepth,
  seeIn,
  taggedStamp,
  unreadableOf,
  type Piece,
  type See,
  type Source,
} from './candidates.ts';
import { lastLineOf, segmentsOf, type Segment } from './segments.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';
import { once } from '../../util/memo.ts';
import { anyOfNames, joined, whole, wordsIn, written } from '../../vocabulary/words.ts';

/** The pieces of one block that is not a table, as a reader of a timeline meets them. */
export function* readText(source: Source, block: Block, opensItem: boolean): Generator<Piece> {
  if (block.type === 'heading') {
    yield readHeading(source, block);
  } else if (block.type === 'text' && block.item !== undefined) {
    yield* opensItem ? readItem(source, block) : [prose(block)];
  } else if (block.type === 'text') {
    yield* readParagraph(source, block);
  } else {
    yield prose(block);
  }
}

/** The lines of a code block that begin with times, for timelines that were pasted into one. */
export function* readCode(source: Source, block: Block): Generator<Piece> {
  const { lines, order } = source;
  for (const span of linesOfCode(lines, block) ?? []) {
    const stamp = readStamp(span.text, order);
    if (stamp !== undefined && isEntry(stamp) && stamp.clock !== undefined) {
      yield candidateOf('line', span, stamp, {
        lastLine: span.line,
        depth: proseDepth,
        container: block,
        aside: false,
        see: seeIn(source, block),
      });
    }
  }
}

function prose(block: Block, heading = false): Piece {
  return { kind: 'prose', block, heading, text: block.text };
}

function readHeading(source: Source, block: Block): Piece {
  const [span] = heldLinesOf(source, block);
  const stamp = span && readStamp(span.text, source.order);
  const depth = block.depth ?? 1;
  if (span !== undefined && stamp?.unreadable === true) {
    return unreadableOf(span, 'unknown time', { depth, container: undefined });
  }
  const place = { lastLine: block.lastLine, depth, container: undefined, aside: false, see: seeIn(source, block) };
  return span !== undefined && stamp !== undefined && (stamp.clock !== undefined || stamp.separated)
    ? candidateOf('heading', span, stamp, place)
    : prose(block, true);
}

/** The segments of a block from one time to the next. */
interface Part {
  readonly head: Segment;
  /** The time with which it begins; only the first part may be without. */
  readonly stamp: Stamp | undefined;
  readonly rest: readonly Segment[];
}

function partsOf(
  segments: readonly Segment[],
  { order }: Source,
  begins: (segment: Segment, stamp: Stamp, before: Segment) => boolean,
): Part[] {
  const parts: Array<{ head: Segment; stamp: Stamp | undefined; rest: Segment[] }> = [];
  for (const [index, segment] of segments.entries()) {
    const stamp = readStamp(segment.span.text, order);
    const before = segments[index - 1];
    if (before === undefined || (stamp !== undefined && begins(segment, stamp, before))) {
      parts.push({ head: segment, stamp, rest: [] });
    } else {
      parts.at(-1)?.rest.push(segment);
    }
  }
  return parts;
}

/** Returns the lines of a part below the text of its first line, joined, with a space before each. */
function linesBelow({ rest }: Part, see: See): string {
  return rest.map(({ span }) => ` ${see(span)}`).join('');
}

function endOf(lines: Lines, { head, rest }: Part): Position {
  const { span, endsLine } = rest.at(-1) ?? head;
  return endsLine
    ? lines.range(span.line, span.line).end
    : { line: span.line, character: span.from + span.text.length };
}

/** Returns the start of a part that does not begin its line; an empty object for others. */
function startOf({ head: { span, startsLine } }: Part): { readonly start?: Position } {
  return startsLine ? {} : { start: { line: span.line, character: span.from } };
}

function* readItem(source: Source, block: Block): Generator<Piece> {
  const { item } = block;
  const [own, ...more] = partsOf(
    segmentsOf(source, block),
    source,
    ({ begins }, stamp) => begins && isEntry(stamp) && stamp.clock !== undefined,
  );
  if (own === undefined || (own.stamp === undefined && inlineOf(block, source).struck.length > 0)) {
    return;
  }
  const { span } = own.head;
  const lastLine = lastLineOf(source.lines, item ?? block);
  const see = seeIn(source, block);
  const place = { lastLine, depth: proseDepth + (item?.depth ?? 1), container: item?.parent, aside: false, see };
  const shared = more.length > 0 ? { end: endOf(source.lines, own) } : undefined;
  const tagged = own.stamp === undefined ? taggedStamp(span, source.order, see) : undefined;
  const labelled = own.stamp === undefined ? labelledStamp(span, source.order, see) : undefined;
  if (own.stamp !== undefined && isEntry(own.stamp)) {
    const found = candidateOf('item', span, own.stamp, place);
    yield { ...found, text: `${found.text}${linesBelow(own, see)}`, ...shared };
  } else if (tagged !== undefined) {
    const found = candidateOf('item', tagged.span, tagged.stamp, place);
    yield { ...found, text: `${tagged.text}${linesBelow(own, see)}`, ...shared };
  } else if (labelled !== undefined) {
    const found = candidateOf('item', labelled.span, labelled.stamp, place);
    yield { ...found, text: labelled.text, aside: true, ...shared };
  } else if (more.length > 0) {
    yield prose(block);
  } else {
    yield unreadableOf(span, own.stamp?.unreadable === true ? 'unknown time' : 'no time', place);
  }
  for (const [index, part] of more.entries()) {
    if (part.stamp !== undefined) {
      const found = candidateOf('line', part.head.span, part.stamp, place);
      const end = index < more.length - 1 ? endOf(source.lines, part) : source.lines.range(lastLine, lastLine).end;
      yield { ...found, text: `${found.text}${linesBelow(part, see)}`, ...startOf(part), end };
    }
  }
}

/** A day alone is an entry only where it stands apart, so that "March 5 was a Friday" is none. */
function isEntry({ unreadable, clock, separated }: Stamp): boolean {
  return !unreadable && (clock !== undefined || separated);
}

/** A line that ends so goes on about the time that the next one begins with. */
const goesOn = once(() => {
  const and = wordsIn(({ grammar }) => grammar.and).filter((word) => word.length > 1);
  const words = [written(({ time: { at, about, until } }) => joined(at, about, until)), anyOfNames(and)];
  return new RegExp(
    `(?:${words.map(whole).join('|')}|\\b(?:by|from|before|after|since|between)|[(,–—-])(?<!(?:^|\\s)[a-z])$`,
    'iu',
  );
});

function* readParagraph(source: Source, block: Block): Generator<Piece> {
  const segments = segmentsOf(source, block);
  const isList = isListOfTimes(segments, source);
  let found = false;
  const parts = partsOf(segments, source, (segment, stamp, before) => {
    const opens =
      segment.begins || stamp.bracketed || (isList && (isListed(segment, stamp) || !goesOn().test(before.span.text)));
    return opens && (isEntry(stamp) || (segment.begins && isAmbiguous(stamp)));
  }).flatMap(chatParts);
  for (const [index, part] of parts.entries()) {
    const piece = pieceOf(source, block, part, isList);
    if (piece !== undefined) {
      found = true;
      yield piece;
    } else if (index === 0) {
      found = true;
      yield prose(block);
    }
  }
  if (!found) {
    yield prose(block);
  }
}

/** Lines in which every few words a time begins a new one: a list, however its lines are broken. */
function isListOfTimes(segments: readonly Segment[], { order }: Source): boolean {
  const [first] = segments;
  const stamps = segments.map(({ span }) => readStamp(span.text, order));
  const timed = stamps.filter((stamp) => stamp !== undefined && isEntry(stamp) && stamp.clock !== undefined);
  const label = stamps[0] === undefined && /:(?:\*\*|__)?$/.test(first?.span.text ?? '');
  const apart = timed.filter((stamp) => stamp?.separated === true).length;
  const rows = segments.length - (label ? 1 : 0);
  return (
    timed.length >= 2 &&
    (label || (stamps[0] !== undefined && isEntry(stamps[0]))) &&
    (apart === timed.length ||
      timed.length * 3 >= rows * 2 ||
      segments.filter(({ begins }) => begins).length >= timed.length)
  );
}

/** Whether a colon, bar or dash comes after a time, as in lists. */
function isListed({ span }: Segment, { to, rest }: Stamp): boolean {
  return /[:|–—-]/.test(span.text.slice(to, rest));
}

function said({ text }: Span, { rest }: Stamp): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(rest));
}

function isAmbiguous({ unreadable, day, clock }: Stamp): boolean {
  return unreadable && day === undefined && clock !== undefined;
}

function pieceOf(
  source: Source,
  block: Block,
  part: Part & { readonly author?: string },
  isList: boolean,
): Piece | undefined {
  const { lines } = source;
  const see = seeIn(source, block);
  const { head, stamp, author } = part;
  const { span } = head;
  const place = { lastLine: span.line, depth: proseDepth, container: undefined, aside: false, see };
  if (stamp === undefined) {
    return undefined;
  }
  if (isAmbiguous(stamp)) {
    return unreadableOf(span, 'unknown time', place);
  }
  if (!isEntry(stamp)) {
    return undefined;
  }
  const sentence = (stamp.led || stamp.clock === undefined) && !isListed(head, stamp) && said(span, stamp);
  const found = candidateOf(author === undefined ? 'line' : 'chat', span, stamp, place);
  const text = `${found.text}${linesBelow(part, see)}`;
  return {
    ...found,
    text,
    ...startOf(part),
    ...(author !== undefined && { author }),
    aside: !stamp.separated && !isList,
    running: sentence && (!isList || /[.!?…。]$/.test(text.trimEnd())),
    ...(found.shape === 'line' && { lastLine: Math.max(span.line, endOf(lines, part).line), end: endOf(lines, part) }),
  };
}

const timeAtEnd = /\s{1,4}(?=\[?\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\]?$)/;

/** A part, taken apart where a line of pasted chat holds a name and a time alone: "Ada Lovelace  10:20 AM". */
function chatParts(part: Part): Array<Part & { readonly author?: string }> {
  const parts: Array<{ head: Segment; stamp: Stamp | undefined; rest: Segment[]; author?: string }> = [];
  for (const segment of [part.head, ...part.rest]) {
    const first = parts.length === 0;
    const chat = first && part.stamp !== undefined ? undefined : nameAndTime(segment);
    if (chat !== undefined) {
      parts.push({ ...chat, rest: [] });
    } else if (first) {
      parts.push({ head: part.head, stamp: part.stamp, rest: [] });
    } else {
      parts.at(-1)?.rest.push(segment);
    }
  }
  return parts;
}

function nameAndTime(segment: Segment): { head: Segment; stamp: Stamp; author: string } | undefined {
  const { span } = segment;
  if (span.text.length > 80) {
    return undefined;
  }
  const gap = timeAtEnd.exec(span.text);
  const name = span.text.slice(0, gap?.index ?? 0).replace(/\*\*|__/g, '');
  if (gap === null || !/^@?\p{L}[\p{L}\p{N} ._'’()-]{0,40}$/u.test(name) || name.split(' ').length > 4) {
    return undefined;
  }
  const rest = within(span, gap.index + gap[0].length, span.text.length);
  const stamp = readStamp(rest.text);
  return stamp === undefined || !(stamp.clock?.twelve === true || stamp.bracketed)
    ? undefined
    : { head: { ...segment, span: rest }, stamp, author: name };
}
