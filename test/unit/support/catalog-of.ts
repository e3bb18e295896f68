import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog.ts';
import { Checked, type Reported } from '../../../src/core/check/rules/checked.ts';
import type { Finding } from '../../../src/core/text/finding.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import type { Rule, RuleContext } from '../../../src/core/check/rules/rule.ts';
import { isTeamFile } from '../../../src/core/team/team.ts';
import { recordingLogger } from './quiet.ts';

/** A repository's files by path, as a catalog; what stands below runbooks/ and postmortems/ is of that kind. Today is 15 June 2026. */
export function catalogOf(files: Readonly<Record<string, string>>, configuration: object = {}): Catalog {
  const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
  const kinds = { runbook: ['runbooks/**'], postmortem: ['postmortems/**'] };
  const all = { '.runbook-lens.json': JSON.stringify({ kinds, ...configuration }), ...files };
  const entries = Object.entries(all).map(([path, text]) => ({ uri: path, root: 'root', path, text }));
  catalog.setTeam(
    'root',
    entries.filter(({ path }) => isTeamFile(path)),
  );
  catalog.upsert(entries.filter(({ path }) => !isTeamFile(path)));
  return catalog;
}

/** What a rule is given about one of the files. */
export function contextIn(catalog: Catalog, path: string): RuleContext {
  const context = catalog.context(path);
  assert.ok(context, `${path} is no runbook or postmortem`);
  return context;
}

/** What one rule finds in a context, as the runner makes it. */
function checkedBy(rule: Rule, context: RuleContext): Checked {
  const reported = Array.from(rule.check(context), (report): Reported => {
    const { range, message, section, severity = rule.defaultSeverity } = report;
    return {
      rule,
      report,
      finding: { range, message, severity, rule: rule.id, ...(section !== undefined && { section }) },
    };
  });
  return new Checked(context, reported);
}

/** A rule's findings in a context. */
export function findingsOf(rule: Rule, context: RuleContext): readonly Finding[] {
  return checkedBy(rule, context).findings;
}

/** The text after a rule's fix for its only finding, or of all of them; undefined where it has none. */
export function fixedBy(rule: Rule, context: RuleContext): string | undefined {
  const checked = checkedBy(rule, context);
  assert.ok(checked.findings.length > 0, 'there is no finding');
  const fix = checked.fixOf(rule.id);
  return fix && applyEdits(context.document.text, fix.edits);
}
