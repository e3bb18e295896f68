import type { Severity } from '../text/finding.ts';

/** Rules for files that define alerts. */
export const alertRules = [
  {
    id: 'alert-runbook-dead',
    summary: 'The runbook that an alert links to does not exist.',
    defaultSeverity: 'warning',
  },
  {
    id: 'alert-anchor-missing',
    summary: 'The runbook that an alert links to does not have the section of the link.',
    defaultSeverity: 'information',
  },
  {
    id: 'alert-without-runbook',
    summary: 'An alert pages somebody, but has no runbook, although other alerts have one.',
    defaultSeverity: 'hint',
  },
] as const satisfies ReadonlyArray<{
  readonly id: string;
  readonly summary: string;
  readonly defaultSeverity: Severity;
}>;

/** The id of a rule for alerts. */
export type AlertRule = (typeof alertRules)[number]['id'];
