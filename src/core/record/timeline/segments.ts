import { heldLinesOf } from '../../document/held.ts';
import type { Block, ListItem, ParsedDocument } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { trimmed, within, type Span } from '../../text/span.ts';

/** A part of a block's text that is on one line of the document. */
export interface Segment {
  /** Without white space around it, without line breaks of its own, and with spaces for what is struck out. */
  readonly span: Span;
  /** Whether a reader sees it begin on a new line: it is the first, or comes after a hard break. */
  readonly begins: boolean;
  /** Whether nothing is before it on its line but marks. */
  readonly startsLine: boolean;
  /** Whether nothing comes after it on its line but the break that ends it. */
  readonly endsLine: boolean;
}

const breakTag = /<br\b[^<>]{0,40}>/gi;
/** The marks of a container that markdown does not know: `:::info`, `:::`, `[!NOTE]`. */
const containerMark = /^\s*(?::::|\[![A-Za-z]+\])/;

/** The end of a line of markdown that makes the next one begin again. */
export const hardBreak = /(?:(?<! ) {2,}|\\|<br\b[^<>]{0,40}>[ \t]{0,9})$/i;

/** Returns the parts of a block's text, in order; none for what is empty, struck out or a mark of a container. */
export function segmentsOf(document: Pick<ParsedDocument, 'lines' | 'definitions'>, block: Block): Segment[] {
  const segments: Segment[] = [];
  let begins = true;
  for (const span of heldLinesOf(document, block)) {
    const { text } = span;
    const broken = hardBreak.test(document.lines.text(span.line));
    if (containerMark.test(text)) {
      begins = true;
      continue;
    }
    let at = 0;
    const bounds = [...text.matchAll(breakTag)].map(({ index: from, 0: { length } }) => [from, from + length] as const);
    for (const [from, to] of [...bounds, [text.length, text.length] as const]) {
      const part = trimmed(within(span, at, from));
      const bare = part.text.replace(/\\$/, (mark) => (from === text.length && broken ? '' : mark));
      if (bare !== '') {
        const endsLine = text.slice(to).replace(breakTag, '').trim() === '';
        const startsLine = text.slice(0, at).replace(breakTag, '').trim() === '';
        segments.push({ span: { ...part, text: bare.trimEnd() }, begins, startsLine, endsLine });
        begins = false;
      }
      begins ||= to > from;
      at = to;
    }
    begins ||= broken;
  }
  return segments;
}

/** Returns the last line of a list item, without the mark that ends a container around its list. */
export function lastLineOf(lines: Lines, { firstLine, lastLine }: Pick<ListItem, 'firstLine' | 'lastLine'>): number {
  let line = lastLine;
  while (line > firstLine && /^(?::{3,})?$/.test(lines.text(line).trim())) {
    line -= 1;
  }
  return line;
}
