import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block } from './model.ts';

/**
 * Returns where the lines of a block's text are in its document, in order. Markers, indentation, and white space at the end that marked
 * removes are left out: `> - **Impact**: shop` gives `**Impact**: shop` from character 4 on. If the parser changed a line (tabs became
 * spaces, or deep markers were removed), the whole line without its indentation.
 */
export function linesOfBlock(lines: Lines, { text, textLine }: Pick<Block, 'text' | 'textLine'>): Span[] {
  return text.split('\n').map((part, index) => spanOf(lines, textLine + index, part));
}

function spanOf(lines: Lines, line: number, part: string): Span {
  const whole = lines.text(line);
  if (whole.endsWith(part)) {
    return { line, from: whole.length - part.length, text: part };
  }
  const bare = part.trim();
  const from = whole.lastIndexOf(bare);
  return from === -1
    ? { line, from: whole.length - whole.trimStart().length, text: whole.trim() }
    : { line, from, text: bare };
}

/** Returns the same for a code block. Undefined if a line is not in the document letter by letter, so that no edit is guessed. */
export function linesOfCode(lines: Lines, { text, textLine }: Pick<Block, 'text' | 'textLine'>): Span[] | undefined {
  const content = text.split('\n');
  return content.every((part, index) => lines.text(textLine + index).endsWith(part))
    ? content.map((part, index) => spanOf(lines, textLine + index, part))
    : undefined;
}
