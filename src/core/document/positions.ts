import { firstIndex } from '../text/first-index.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Position, Range } from '../text/position.ts';
import { linesOfBlock } from './places.ts';
import type { Block } from './model.ts';

/** Translates offsets in the text of a block to positions in the document. */
export interface Positions {
  /** Returns the position of an offset, moved into its line if the parser changed that line. */
  at(offset: number): Position;
  range(start: number, end: number): Range;
  /** Returns the offset of a position; one outside of the text is moved into its line's part of it. */
  offset(position: Position): number;
  /** Returns what is on a line of the document, as `linesOfBlock` gives it; undefined for a line that is none of the text's. */
  line(line: number): Span | undefined;
}

/** The places of a block are found once, on first use. */
const known = new WeakMap<object, Positions>();

/** Returns the translation for a block, from the lines that it is on. */
export function positionsIn(lines: Lines, block: Pick<Block, 'text' | 'textLine'>): Positions {
  const positions = known.get(block) ?? read(lines, block);
  known.set(block, positions);
  return positions;
}

function read(lines: Lines, block: Pick<Block, 'text' | 'textLine'>): Positions {
  const spans = linesOfBlock(lines, block);
  const parts = block.text.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const part of parts) {
    starts.push(start);
    start += part.length + 1;
  }
  // White space that the parser changed or left out is not part of the text.
  const leads = spans.map(({ text }, index) => {
    const part = parts[index] ?? '';
    return text === part ? 0 : part.length - part.trimStart().length;
  });
  const at = (offset: number): Position => {
    const index = lastFrom(starts, offset);
    const span = spans[index] ?? { line: block.textLine, from: 0, text: '' };
    const within = Math.min(Math.max(0, offset - (starts[index] ?? 0) - (leads[index] ?? 0)), span.text.length);
    return { line: span.line, character: span.from + within };
  };
  const offset = ({ line, character }: Position): number => {
    const index = Math.min(Math.max(0, line - block.textLine), parts.length - 1);
    const within = (leads[index] ?? 0) + character - (spans[index]?.from ?? 0);
    return (starts[index] ?? 0) + Math.min(Math.max(0, within), parts[index]?.length ?? 0);
  };
  return {
    at,
    range: (from, to) => ({ start: at(from), end: at(to) }),
    offset,
    line: (line) => spans[line - block.textLine],
  };
}

/** The position of the last start that is not after an offset. */
function lastFrom(starts: readonly number[], offset: number): number {
  const next = firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset);
  return Math.max(0, next - 1);
}
