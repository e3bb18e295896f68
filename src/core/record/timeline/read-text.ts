import { contentOf, within, type Span } from '../../text/span.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { candidateOf, labelledStamp, proseDepth, unreadableOf, type Candidate, type Piece } from './candidates.ts';
import { readStamp, type Stamp } from '../../time/stamp.ts';

/** The pieces of one block that is no table, as a reader of a timeline meets them. */
export function* readText(lines: Lines, block: Block, opensItem: boolean): Generator<Piece> {
  if (block.type === 'heading') {
    yield readHeading(lines, block);
  } else if (block.type === 'text' && block.item !== undefined) {
    yield* opensItem ? readItem(lines, block) : [prose(block)];
  } else if (block.type === 'text') {
    yield* readParagraph(lines, block);
  } else {
    yield prose(block);
  }
}

/** The lines of a code block that begin with times, for timelines that were pasted into one. */
export function* readCode(lines: Lines, block: Block): Generator<Piece> {
  const first = block.fenced === true ? block.firstLine + 1 : block.firstLine;
  for (let line = first; line <= block.lastLine; line += 1) {
    const span = contentOf(lines, line);
    const stamp = readStamp(span.text);
    if (stamp !== undefined && isEntry(stamp) && stamp.clock !== undefined) {
      yield candidateOf('line', span, stamp, { lastLine: line, depth: proseDepth, container: block, aside: false });
    }
  }
}

function prose(block: Block, heading = false): Piece {
  return { kind: 'prose', block, heading, text: block.text };
}

function readHeading(lines: Lines, block: Block): Piece {
  const span = contentOf(lines, block.firstLine);
  const stamp = readStamp(span.text);
  const depth = block.depth ?? 1;
  if (stamp?.unreadable === true) {
    return unreadableOf(span, 'unknown time', { depth, container: undefined });
  }
  return stamp !== undefined && (stamp.clock !== undefined || stamp.separated)
    ? candidateOf('heading', span, stamp, { lastLine: block.lastLine, depth, container: undefined, aside: false })
    : prose(block, true);
}

function* readItem(lines: Lines, block: Block): Generator<Piece> {
  const span = contentOf(lines, block.firstLine);
  const { item } = block;
  const depth = proseDepth + (item?.depth ?? 1);
  const place = { lastLine: item?.lastLine ?? block.lastLine, depth, container: item?.parent, aside: false };
  const stamp = readStamp(span.text);
  const joined = block.text.split('\n').slice(1).join(' ');
  if (stamp !== undefined && isEntry(stamp)) {
    const found = candidateOf('item', span, stamp, place);
    yield { ...found, text: `${found.text} ${joined}` };
    return;
  }
  const labelled = stamp === undefined ? labelledStamp(span) : undefined;
  if (labelled !== undefined) {
    yield { ...candidateOf('item', labelled.span, labelled.stamp, place), text: labelled.text, aside: true };
    return;
  }
  yield unreadableOf(span, stamp?.unreadable === true ? 'unknown time' : 'no time', place);
}

/** A day alone is an entry only where it stands apart, so that "March 5 was a Friday" is none. */
function isEntry({ unreadable, clock, separated }: Stamp): boolean {
  return !unreadable && (clock !== undefined || separated);
}

function* readParagraph(lines: Lines, block: Block): Generator<Piece> {
  let before = false;
  let found = false;
  for (let line = block.firstLine; line <= block.lastLine; line += 1) {
    const span = contentOf(lines, line);
    const piece = lineEntry(span, block, before || line === block.firstLine);
    if (piece !== undefined) {
      if (!found && line > block.firstLine) {
        yield prose(block);
      }
      yield piece;
      found = true;
    }
    // A line that is broken on purpose begins anew, and so do the lines of a list of times.
    before = piece !== undefined || /(?: {2}|\\|<br ?\/?>)$/.test(lines.text(line));
  }
  if (!found) {
    yield prose(block);
  }
}

function lineEntry(span: Span, block: Block, begins: boolean): Piece | undefined {
  const place = {
    lastLine: span.line,
    blockEnd: block.lastLine,
    depth: proseDepth,
    container: undefined,
    aside: false,
  };
  const stamp = readStamp(span.text);
  if (stamp !== undefined && isEntry(stamp) && (stamp.separated || (begins && span.line === block.firstLine))) {
    return begins || stamp.bracketed
      ? { ...candidateOf('line', span, stamp, place), aside: !stamp.separated }
      : undefined;
  }
  return stamp === undefined ? nameAndTime(span, place) : undefined;
}

const timeAtEnd = /\s{1,4}(?=\[?\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?\]?$)/;

/** A line of pasted chat that holds a name and a time alone: "Ada Lovelace  10:20 AM". */
function nameAndTime(
  span: Span,
  place: Pick<Candidate, 'lastLine' | 'depth' | 'container' | 'aside'>,
): Piece | undefined {
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
    : { ...candidateOf('chat', rest, stamp, place), author: name, text: '' };
}
