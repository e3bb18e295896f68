import type { Block, ParsedDocument } from './model.ts';

/** Blocks by the lines on which they begin. */
const sorted = new WeakMap<readonly Block[], readonly Block[]>();

function inOrder(blocks: readonly Block[]): readonly Block[] {
  const known = sorted.get(blocks) ?? blocks.toSorted((a, b) => a.firstLine - b.firstLine);
  sorted.set(blocks, known);
  return known;
}

/** The position of the first block that begins on a line or after it. */
function firstFrom(blocks: readonly Block[], line: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((blocks[middle]?.firstLine ?? 0) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
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
  const all = inOrder(blocks);
  for (let at = firstFrom(all, first); (all[at]?.firstLine ?? Infinity) <= last; at += 1) {
    const block = all[at];
    if (block !== undefined && block.lastLine <= last) {
      yield block;
    }
  }
}

/** Returns the block that a line belongs to; undefined for a line between blocks. @param line 0-based. */
export function blockAt({ blocks }: Pick<ParsedDocument, 'blocks'>, line: number): Block | undefined {
  const all = inOrder(blocks);
  const block = all[firstFrom(all, line + 1) - 1];
  return block !== undefined && block.lastLine >= line ? block : undefined;
}
