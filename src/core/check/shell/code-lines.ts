import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';

/** One line of a code block's content, with the place where it begins in the document. */
export interface CodeLine {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** How far from its counted line a block's content is looked for; see `readBlocks`. */
const shifts = [0, 1, -1, 2, -2];

/**
 * The lines of a code block's content where they stand in the document, without the indentation or `>` of what the block stands
 * in. Undefined where they are not found there letter by letter (tabs that the parser turned into spaces), so that no edit is
 * ever guessed at.
 */
export function codeLines({ text, firstLine, fenced }: Block, lines: Lines): readonly CodeLine[] | undefined {
  const first = firstLine + (fenced === true ? 1 : 0);
  const content = text.split('\n');
  for (const shift of shifts) {
    if (content.every((part, index) => lines.text(first + shift + index).endsWith(part))) {
      return content.map((part, index) => {
        const line = first + shift + index;
        return { line, character: lines.text(line).length - part.length, text: part };
      });
    }
  }
  return undefined;
}
