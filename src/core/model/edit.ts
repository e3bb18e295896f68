import { Lines } from './lines.ts';
import type { Range } from './position.ts';

/** Replace what stands in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * The text with the edits made. Edits refer to the text before any of them; several insertions at one place appear in
 * the order given. An edit that overlaps one made before it is left out rather than guessed at.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const spans = edits
    .map((edit, order) => ({
      from: lines.offsetAt(edit.range.start),
      to: lines.offsetAt(edit.range.end),
      newText: edit.newText,
      order,
    }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
  let result = '';
  let done = 0;
  for (const span of spans) {
    if (span.from < done) {
      continue;
    }
    result += text.slice(done, span.from) + span.newText;
    done = span.to;
  }
  return result + text.slice(done);
}
