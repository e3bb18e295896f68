import type { Finding, Fix } from '../../text/finding.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * The fixes of a rule that reads a document once for all of its findings.
 * @param prepare reads it, and gives for each finding the change that answers it; undefined where there is no safe one.
 */
export function fixEach(
  id: string,
  prepare: (context: RuleContext) => (finding: Finding) => Fix | undefined,
): Required<Pick<Rule, 'fix' | 'fixAll'>> {
  return {
    fix: (context, finding) => prepare(context)(finding),
    fixAll: (context, findings) => together(id, findings.map(prepare(context))) ?? { title: '', edits: [] },
  };
}

/** A rule's fixes for each of some findings as one; undefined where there are none. */
export function fixTogether(rule: Rule, context: RuleContext, findings: readonly Finding[]): Fix | undefined {
  return together(
    rule.id,
    findings.map((finding) => rule.fix?.(context, finding)),
  );
}

function together(id: string, all: ReadonlyArray<Fix | undefined>): Fix | undefined {
  const fixes = all.filter((fix) => fix !== undefined);
  const title = fixes.length === 1 ? (fixes[0]?.title ?? '') : `Fix all ${fixes.length} of ${id} in this file`;
  return fixes.length === 0 ? undefined : { title, edits: fixes.flatMap(({ edits }) => edits) };
}
