import type { CatalogDocument } from '../../document/document.ts';
import type { Stated } from '../../document/facts/stated.ts';
import { headLines } from '../../document/fields.ts';
import { trimmedEnd } from '../../text/ends.ts';

/**
 * Returns what a pattern finds in the lines of text near the top, the first of each line: its first group is the value.
 * @param name of the facts.
 */
export function statedInLines(document: CatalogDocument, pattern: RegExp, name: string): Stated[] {
  const texts = document.blocks.filter(({ type, firstLine }) => type === 'text' && firstLine <= headLines);
  return texts.flatMap(({ firstLine, lastLine }) =>
    Array.from({ length: Math.min(lastLine, headLines) - firstLine + 1 }, (_, index) => firstLine + index).flatMap(
      (line) => statedInLine(document, pattern, name, line),
    ),
  );
}

function statedInLine({ lines }: CatalogDocument, pattern: RegExp, name: string, line: number): Stated[] {
  const found = pattern.exec(lines.text(line).slice(0, 400));
  const text = found?.[1];
  if (found === null || text === undefined) {
    return [];
  }
  const from = found.index + found[0].lastIndexOf(text);
  const bare = trimmedEnd(text, /[\s*_.,)]/);
  const range = { start: lines.clamp(line, from), end: lines.clamp(line, from + bare.length) };
  return [{ name, text: bare, range, core: { text: bare, range }, inFrontMatter: false }];
}
