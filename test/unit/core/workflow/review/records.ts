import type { RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import type { TeamWords } from '../../../../../src/core/team/settings.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

/** What a complete record states; a test leaves out or replaces what it is about. */
const complete = {
  front: `title: Search was down
date: 2026-03-09
start_time: 2026-03-09T10:00:00Z
end_time: 2026-03-09T11:30:00Z
severity: SEV-1
status: Draft
incident_commander: Ada Example
authors: [Bo Sample, Cy Pattern]`,
  summary: 'Search answered nothing for 90 minutes.',
  impact: '1,200 customers saw no results.',
  timeline: `| Time (UTC) | Event |
| --- | --- |
| 2026-03-09 10:00 | New index is switched on |
| 2026-03-09 10:20 | Alert SearchErrorsHigh fires |
| 2026-03-09 11:30 | Old index is switched on again |`,
  causes: 'The new index lacked a field that all queries use.',
  actions: '- [ ] Check fields before a switch (@ada, OPS-12)\n- [x] Write it down',
};

/** The text of a record that passes all gates, but for what is replaced. */
export function recordText(replaced: Partial<typeof complete> = {}): string {
  const { front, summary, impact, timeline, causes, actions } = { ...complete, ...replaced };
  return `---
${front}
---

# Search was down

## Summary

${summary}

## Impact

${impact}

## Timeline

${timeline}

## Causes

${causes}

## Action Items

${actions}
`;
}

/** The front matter of `recordText` with a line replaced; an empty line is left out. */
export function frontWith(key: string, line: string): { front: string } {
  const lines = complete.front.split('\n');
  return {
    front: lines.flatMap((old) => (old.startsWith(`${key}:`) ? (line === '' ? [] : [line]) : [old])).join('\n'),
  };
}

/** What rules are given about a record's text. */
export function recordContext(text: string, words: TeamWords = {}): RuleContext {
  return { ...contextOf(documentOf('postmortem', text)), words };
}
