import { groupedBy } from '../util/grouped-by.ts';
import type { Finding, Fix } from '../text/finding.ts';
import { intersects, type Range } from '../text/position.ts';
import type { Checked } from './rules/checked.ts';

/** A change that answers some findings. */
export interface Answer {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** What answers the findings at a place: each that can be answered, then all of a rule in the document where several are here. */
export function answersAt(checked: Checked, range: Range): Answer[] {
  const here = findingsAt(checked, range);
  const single = here.map((finding) => ({ fix: checked.fixFor(finding), findings: [finding] }));
  const several = [...groupedBy(here, ({ rule }) => rule)]
    .filter(([, { length }]) => length > 1)
    .map(([rule, findings]) => ({ fix: checked.fixOf(rule), findings }));
  return [...single, ...several].flatMap(({ fix, findings }) => (fix === undefined ? [] : { fix, findings }));
}

/** The findings that touch a place. */
export function findingsAt({ findings }: Checked, range: Range): Finding[] {
  return findings.filter((finding) => intersects(finding.range, range));
}
