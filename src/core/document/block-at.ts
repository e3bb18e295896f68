import { firstIndex } from '../text/first-index.ts';
import type { Block, ParsedDocument } from './model.ts';

/** Returns the position of the first block that begins on a line or after it; the number of blocks if none does. Blocks are in the order of their lines. */
export function firstFrom(blocks: readonly Block[], line: number): number {
  return firstIndex(blocks.length, (index) => (blocks[index]?.firstLine ?? 0) >= line);
}

/**
 * Returns the blocks that begin and end on some lines, in their order.
 * @param first 0-based, as `last`; both included.
 */
export function* blocksWithin(
  { blocks }: Pick<ParsedDocument, 'blocks'>,
  first: number,
  last: number,
): Generator<Block> {
  for (let at = firstFrom(blocks, first); (blocks[at]?.firstLine ?? Infinity) <= last; at += 1) {
    const block = blocks[at];
    if (block !== undefined && block.lastLine <= last) {
      yield block;
    }
  }
}

/** Returns the block that a line belongs to; undefined for a line between blocks. @param line 0-based. */
export function blockAt({ blocks }: Pick<ParsedDocument, 'blocks'>, line: number): Block | undefined {
  const block = blocks[firstFrom(blocks, line + 1) - 1];
  return block !== undefined && block.lastLine >= line ? block : undefined;
}
