import { applyEdits } from '../text/edit.ts';
import type { Finding } from '../text/finding.ts';
import type { Checked } from './rules/checked.ts';

/** A document's text with all of its safe fixes made once; undefined when they change nothing. What is mended may ask for more. */
export function mend(checked: Checked): string | undefined {
  const { text } = checked.context.document;
  const mended = applyEdits(
    text,
    checked.fixAll().flatMap(({ fix }) => fix.edits),
  );
  return mended === text ? undefined : mended;
}

/** How many of a document's findings are gone, whatever else came up. */
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

/** What a finding is about, without places and counts, which an insertion moves. */
function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.split('(', 1)[0]].join('|');
}
