import type { Finding, Fix } from '../model/finding.ts';
import { comparePositions } from '../model/position.ts';
import { rules } from './registry.ts';
import type { Rule, RuleContext, RuleLevels } from './rule.ts';

/** All findings of one document, in the order in which they stand. */
export function check(context: RuleContext, levels: RuleLevels = {}): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = levels[rule.id];
    if (level === 'off') {
      continue;
    }
    for (const report of rule.check(context)) {
      findings.push({ ...report, rule: rule.id, severity: level ?? report.severity ?? rule.defaultSeverity });
    }
  }
  return findings.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}

/** The change that answers a finding of this document; undefined where there is no safe one. */
export function fixFor(context: RuleContext, finding: Finding): Fix | undefined {
  return ruleOf(finding)?.fix?.(context, finding);
}

/** One change for each rule that can answer all its findings at once; rules that are off or report nothing give none. */
export function fixAll(context: RuleContext, levels: RuleLevels = {}): ReadonlyArray<{ rule: Rule; fix: Fix }> {
  return rules.flatMap((rule) => {
    const fix = levels[rule.id] === 'off' ? undefined : rule.fixAll?.(context);
    return fix === undefined ? [] : [{ rule, fix }];
  });
}

function ruleOf({ rule: id }: Finding): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
