import { emptySection } from './empty-section.ts';
import { missingSection } from './missing-section.ts';
import type { Rule } from './rule.ts';

/** Every rule about documents, in the order in which findings at one place are listed. */
export const rules: readonly Rule[] = [missingSection, emptySection];

/** What is reported about a team's own files, where they are read: nothing here checks a document. */
export const teamRules: ReadonlyArray<Pick<Rule, 'id' | 'summary' | 'defaultSeverity' | 'options'>> = [
  {
    id: 'invalid-configuration',
    summary: 'A .runbook-lens.json says something that cannot be used.',
    defaultSeverity: 'error',
  },
  {
    id: 'invalid-template',
    summary: 'A team template says something that cannot be used.',
    defaultSeverity: 'error',
  },
];
