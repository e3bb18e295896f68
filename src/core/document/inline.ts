import { readInline, type Inline } from '../text/inline.ts';
import type { Block, ParsedDocument } from './model.ts';

/** Blocks never change, and are read once; those of a document share its definitions. */
const readings = new WeakMap<Block, Map<string, Inline>>();

/**
 * Returns the inline markdown of a block of text or a heading, or of a part of another block such as a table's cell. Each is read on first use
 * and kept for as long as the block is held. Offsets count in `markdown`.
 * @param markdown the block's text, or the part of it.
 */
export function inlineOf(
  block: Block,
  { definitions }: Pick<ParsedDocument, 'definitions'>,
  markdown: string = block.text,
): Inline {
  const known = readings.get(block) ?? new Map<string, Inline>();
  const inline = known.get(markdown) ?? readInline(markdown, definitions);
  known.set(markdown, inline);
  readings.set(block, known);
  return inline;
}
