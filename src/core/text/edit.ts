import { Lines } from './lines.ts';
import type { Range } from './position.ts';

/** Replace what stands in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * The edits in the order of their places, without those that overlap an earlier one; several insertions at one place stay in
 * the order given. What is left out is found again when the rest has been made.
 */
export function withoutOverlaps<Edit extends TextEdit>(text: string, edits: readonly Edit[]): Edit[] {
  const lines = Lines.of(text);
  let done = 0;
  return edits
    .map((edit) => ({ edit, from: lines.offsetAt(edit.range.start), to: lines.offsetAt(edit.range.end) }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .flatMap(({ edit, from, to }) => {
      if (from < done) {
        return [];
      }
      done = to;
      return [edit];
    });
}

/**
 * The text with the edits made. Edits refer to the text before any of them; several insertions at one place appear in
 * the order given. An edit that overlaps one made before it is left out rather than guessed at.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = Lines.of(text);
  let result = '';
  let done = 0;
  for (const { range, newText } of withoutOverlaps(text, edits)) {
    result += text.slice(done, lines.offsetAt(range.start)) + newText;
    done = lines.offsetAt(range.end);
  }
  return result + text.slice(done);
}
