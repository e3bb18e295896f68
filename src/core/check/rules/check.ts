import { isArchived } from '../archived.ts';
import { conflictsOf } from '../../document/conflicts.ts';
import { folderOf, pathFromTop } from '../../document/document.ts';
import { unsuppressed } from '../../document/suppressions.ts';
import { isOpenPhase, phaseOf } from '../../record/status.ts';
import type { RuleLevels } from '../../team/settings.ts';
import type { Finding } from '../../text/finding.ts';
import { secretsOf } from '../facts/secrets.ts';
import { Checked, type Reported } from './checked.ts';
import { mergeConflict } from './merge-conflict.ts';
import { rules } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

/**
 * Returns the findings of the rules in one document, without those that a comment silences. If it has a merge conflict, only that is
 * reported: the rest is a mixture of two texts. Of what is in an archive, only what stays true is said. No finding quotes a secret.
 * @param levels set by a user; they take precedence over the configuration.
 */
export function checkWithFixes(context: RuleContext, levels: RuleLevels = {}): Checked {
  const isDamaged = conflictsOf(context.document).length > 0;
  const speaking = isDamaged ? [mergeConflict] : isArchived(context.document) ? lasting : rules;
  const reported = speaking.flatMap((rule) => reportedBy(rule, context, levels));
  const said = new Set(
    unsuppressed(
      context.document,
      reported.map(({ finding }) => finding),
    ),
  );
  return new Checked(
    context,
    reported.filter(({ finding }) => said.has(finding)),
  );
}

/** Returns the findings of `checkWithFixes` alone. */
export function check(context: RuleContext, levels: RuleLevels = {}): readonly Finding[] {
  return checkWithFixes(context, levels).findings;
}

/** The rules for what nobody keeps up any more. */
const lasting = rules.filter(({ inArchives }) => inArchives === true);

function reportedBy(rule: Rule, context: RuleContext, levels: RuleLevels): Reported[] {
  const { document } = context;
  const level = levels[rule.id] ?? context.levels[rule.id];
  const early = rule.afterwards === true && isOpenPhase(phaseOf(document.metadata.status));
  if (level === 'off' || (early && tellsIncident(document))) {
    return [];
  }
  const { cut } = secretsOf(document, context.today);
  return Array.from(rule.check(context), (report) => {
    const { range, section } = report;
    const message = cut(report.message);
    const about = report.about === undefined ? undefined : cut(report.about);
    const group = groupOf(rule, report, context);
    const severity = level ?? report.severity ?? rule.defaultSeverity;
    return {
      rule,
      report,
      finding: {
        range,
        message,
        ...(section !== undefined && { section }),
        ...(about !== undefined && { about }),
        ...(group !== undefined && { group }),
        rule: rule.id,
        severity,
      },
    };
  });
}

/** "review-overdue docs/", "metadata-missing docs/: owner", "command-prompt-in-block docs/disk.md". */
function groupOf({ id, groupedBy }: Rule, { about = '' }: Report, { document }: RuleContext): string | undefined {
  const path = pathFromTop(document);
  switch (groupedBy) {
    case 'document':
      return `${id} ${path}`;
    case 'folder':
      return `${id} ${folderOf(path)}/${about === '' ? '' : `: ${about}`}`;
    default:
      return undefined;
  }
}
