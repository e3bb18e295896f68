import { visibleText } from '../text/inline.ts';
import type { Span } from '../text/span.ts';
import { cellsOf } from '../text/table-cells.ts';
import { inlineOf } from './inline.ts';
import type { Block, ParsedDocument } from './model.ts';

/** A table with the place of each cell. Rows have as many cells as are written in them, be they more or fewer than the header has. */
export interface Table {
  readonly header: readonly Span[];
  /** The cells of the header as a reader sees them. */
  readonly titles: readonly string[];
  /** The rows under the header; row `n` is on line `firstLine + 2 + n` of the block. */
  readonly rows: ReadonlyArray<readonly Span[]>;
}

/** Tables are read once, on first use. */
const readings = new WeakMap<Block, Table>();

/** Returns a block that is a table, with its cells. One without rows for a block of another type. */
export function tableOf({ lines, definitions }: Pick<ParsedDocument, 'lines' | 'definitions'>, block: Block): Table {
  const known = readings.get(block);
  if (known !== undefined) {
    return known;
  }
  const header = block.header === undefined ? [] : cellsOf(lines, block.firstLine);
  const table = {
    header,
    titles: header.map(({ text }) => visibleText(inlineOf(block, { definitions }, text))),
    rows: (block.rows ?? []).map((_, index) => cellsOf(lines, block.firstLine + 2 + index)),
  };
  readings.set(block, table);
  return table;
}
