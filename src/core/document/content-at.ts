import type { Span } from '../text/span.ts';
import { blockAt } from './block-at.ts';
import type { ParsedDocument } from './model.ts';
import { positionsIn } from './positions.ts';

/**
 * Returns what a line says: its part of the text of its block, without the marks of what it is in. The whole line where it belongs to
 * none.
 * @param line 0-based.
 */
export function contentAt(document: Pick<ParsedDocument, 'blocks' | 'lines'>, line: number): Span {
  const block = blockAt(document, line);
  const span = block && positionsIn(document.lines, block).line(line);
  return span ?? { line, from: 0, text: document.lines.text(line) };
}
