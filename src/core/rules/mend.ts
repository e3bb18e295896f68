import { readDocument } from '../catalog/document.ts';
import { applyEdits } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { check, fixAll } from './check.ts';
import type { RuleContext } from './rule.ts';

/** A document's text with its safe fixes made. */
export interface Mended {
  readonly text: string;
  /** How many findings are gone. */
  readonly findings: number;
}

/** All safe fixes of a document, made once; undefined when they change nothing. What is mended may ask for more. */
export function mend(context: RuleContext): Mended | undefined {
  const { document } = context;
  const text = applyEdits(
    document.text,
    fixAll(context).flatMap(({ fix }) => fix.edits),
  );
  if (text === document.text) {
    return undefined;
  }
  const after = { ...context, document: readDocument(document, text, document) };
  return { text, findings: answeredBy(check(context), check(after)) };
}

/** How many findings of before are gone, whatever else came up. */
function answeredBy(before: readonly Finding[], after: readonly Finding[]): number {
  const left = new Map<string, number>();
  for (const key of after.map(keyOf)) {
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return before.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  }).length;
}

/** What a finding is about, without places and counts, which an insertion moves. */
function keyOf({ rule, section, message }: Finding): string {
  return [rule, section, message.split('(', 1)[0]].join('|');
}
