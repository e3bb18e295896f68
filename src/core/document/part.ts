import type { Inline } from '../text/inline.ts';
import type { Span } from '../text/span.ts';
import { mayStrike, withoutStruck } from '../text/struck.ts';
import { blockAt } from './block-at.ts';
import { inlineOf } from './inline.ts';
import type { Block, ParsedDocument } from './model.ts';
import { positionsIn } from './positions.ts';

/** A part of a piece of inline text. */
export interface Part {
  readonly inline: Inline;
  /** Offsets in the inline text's markdown. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns a span as a part of its block's inline text; the cell of a table, and what is not there letter by letter, as a text of its own.
 */
export function partAt(document: Pick<ParsedDocument, 'lines' | 'definitions'>, block: Block, span: Span): Part {
  const { text } = span;
  const start = positionsIn(document.lines, block).offset({ line: span.line, character: span.from });
  const end = start + text.length;
  return block.type !== 'table' && block.text.slice(start, end) === text
    ? { inline: inlineOf(block, document), start, end }
    : { inline: inlineOf(block, document, text), start: 0, end: text.length };
}

/** Returns the text of a span with spaces for what is struck out in its block. */
export function heldAt(document: Pick<ParsedDocument, 'blocks' | 'lines' | 'definitions'>, span: Span): string {
  const block = blockAt(document, span.line);
  if (block === undefined || block.type === 'code' || !mayStrike(block.text)) {
    return span.text;
  }
  const { inline, start, end } = partAt(document, block, span);
  return withoutStruck(inline).slice(start, end);
}
