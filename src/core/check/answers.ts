import { groupedBy } from '../util/grouped-by.ts';
import type { Finding, Fix } from '../text/finding.ts';
import { intersects, type Range } from '../text/position.ts';
import type { Checked } from './rules/checked.ts';

/** A fix and the findings that it removes. */
export interface Answer {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/**
 * Returns the fixes at a place: one for each finding that has one, then one for all findings of a rule in the document if several are
 * here.
 */
export function answersAt(checked: Checked, range: Range): Answer[] {
  const here = findingsAt(checked, range);
  const single = here.map((finding) => ({ fix: checked.fixFor(finding), findings: [finding] }));
  const several = [...groupedBy(here, ({ rule }) => rule)]
    .filter(([, { length }]) => length > 1)
    .map(([rule, findings]) => ({ fix: checked.fixOf(rule), findings }));
  return [...single, ...several].flatMap(({ fix, findings }) => (fix === undefined ? [] : { fix, findings }));
}

/** Returns fixes that do the same under the same title as one, for all their findings. */
export function onceEach(answers: readonly Answer[]): Answer[] {
  const alike = groupedBy(answers, ({ fix }) => JSON.stringify([fix.title, fix.edits]));
  return [...alike.values()].flatMap((same) => {
    const findings = [...new Set(same.flatMap((answer) => answer.findings))];
    return same.slice(0, 1).map(({ fix }) => ({ fix, findings }));
  });
}

/** Returns the findings that touch a range. */
export function findingsAt({ findings }: Checked, range: Range): Finding[] {
  return findings.filter((finding) => intersects(finding.range, range));
}
