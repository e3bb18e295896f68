import { Lines } from './lines.ts';
import type { Range } from './position.ts';

/** Replace what is in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Returns the edits in the order of their positions, without edits that overlap an earlier one. Insertions at the same position keep
 * their order. What is left out is found again after the rest is applied.
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
 * Returns the text with the edits applied. Edits refer to the original text. Insertions at the same position keep their order. An edit
 * that overlaps an earlier one is left out.
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
