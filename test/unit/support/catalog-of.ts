import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog.ts';
import type { Finding, Fix } from '../../../src/core/text/finding.ts';
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

/** A rule's findings in a context, as the runner makes them. */
export function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  return Array.from(rule.check(context), (report) => ({ severity: rule.defaultSeverity, ...report, rule: rule.id }));
}

/** The text after a rule's fix for its only finding, or of all of them; undefined where it has none. */
export function fixedBy(rule: Rule, context: RuleContext): string | undefined {
  const findings = findingsOf(rule, context);
  const [finding] = findings;
  assert.ok(finding, 'there is no finding');
  const fix: Fix | undefined = findings.length > 1 ? rule.fixAll?.(context, findings) : rule.fix?.(context, finding);
  return fix && applyEdits(context.document.text, fix.edits);
}
