import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';

/** Returns the edit that adds lines behind a line (0-based). */
export function behindLine(lines: Lines, line: number, texts: readonly string[]): TextEdit {
  const { end } = lines.range(line, line);
  return { range: { start: end, end }, newText: texts.map((text) => `${lines.eol}${text}`).join('') };
}

/** Returns the edit that adds lines before a line (0-based). */
export function beforeLine(lines: Lines, line: number, texts: readonly string[]): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: texts.map((text) => `${text}${lines.eol}`).join('') };
}
