import { applyEdits } from '../text/edit.ts';
import type { Finding } from '../text/finding.ts';
import type { Checked } from './rules/checked.ts';

/** Returns the text of a document with all safe fixes applied once; undefined if they change nothing. The result may have new findings. */
export function mend(checked: Checked): string | undefined {
  const { text } = checked.context.document;
  const mended = applyEdits(
    text,
    checked.fixAll().flatMap(({ fix }) => fix.edits),
  );
  return mended === text ? undefined : mended;
}

/** Returns how many findings of a document are gone, without new ones. */
export function answeredBy(before: readonly Finding[], after: readonly Finding[]): number {
  const left = new Map<string, number>();
  for (const key of after.map(keyOf)) {
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return before.filter((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  }).length;
}

/** Identity of a finding without places and counts, which an insertion changes. */
function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.split('(', 1)[0]].join('|');
}
