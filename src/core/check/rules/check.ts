import { groupedBy } from '../../util/grouped-by.ts';
import { isOpenPhase, phaseOf } from '../../record/status.ts';
import { conflictsOf } from '../../document/conflicts.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import { comparePositions } from '../../text/position.ts';
import { unsuppressed } from '../../document/suppressions.ts';
import { fixTogether } from './fix-each.ts';
import { mergeConflict } from './merge-conflict.ts';
import { metadataMissing } from './metadata-missing.ts';
import { rules } from './registry.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleLevels } from '../../team/settings.ts';

/**
 * All findings of one document that no comment in it silences, in the order in which they stand. Of one with a merge conflict
 * only that is said: what it seems to say otherwise is two texts mixed up.
 * @param levels what a user set; wins over the team's configuration.
 */
export function check(context: RuleContext, levels: RuleLevels = {}): Finding[] {
  const speaking = conflictsOf(context.document).length > 0 ? [mergeConflict] : rules;
  const findings = speaking.flatMap((rule) => findingsOf(rule, context, levels));
  return unsuppressed(context.document, findings).toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}

/** The change that answers a finding of this document; undefined where there is no safe one. */
export function fixFor(context: RuleContext, finding: Finding): Fix | undefined {
  return rules.find((rule) => rule.id === finding.rule)?.fix?.(context, finding);
}

/** Front matter that is put in goes to the very start of a text, in front of what others put there. */
const fixOrder: readonly Rule[] = [metadataMissing, ...rules.filter((rule) => rule !== metadataMissing)];

/** One change for each rule that answers all of its findings that it can; rules that report nothing give none. */
export function fixAll(context: RuleContext, levels: RuleLevels = {}): ReadonlyArray<{ rule: Rule; fix: Fix }> {
  const byRule = groupedBy(check(context, levels), ({ rule }) => rule);
  return fixOrder.flatMap((rule) => {
    const findings = byRule.get(rule.id) ?? [];
    const fix =
      findings.length === 0 ? undefined : (rule.fixAll?.(context, findings) ?? fixTogether(rule, context, findings));
    return fix === undefined || fix.edits.length === 0 ? [] : [{ rule, fix }];
  });
}

function findingsOf(rule: Rule, context: RuleContext, levels: RuleLevels): Finding[] {
  const level = levels[rule.id] ?? context.levels[rule.id];
  const early = rule.afterwards === true && isOpenPhase(phaseOf(context.document.metadata.status));
  return level === 'off' || (early && context.document.kind === 'postmortem')
    ? []
    : Array.from(rule.check(context), (report) => ({
        ...report,
        rule: rule.id,
        severity: level ?? report.severity ?? rule.defaultSeverity,
      }));
}
