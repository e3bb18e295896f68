import type { Template } from '../template.ts';

/** For an alert: the four sections that the prometheus-operator runbooks made common. */
export const alertRunbook: Template = {
  id: 'alert',
  kind: 'runbook',
  name: 'Alert runbook',
  description: 'What an alert means and what to do about it: Meaning, Impact, Diagnosis, Mitigation.',
  text: `---
service: \${service}
owner: \${owner}
---

# \${title}

## Meaning

<!-- What fires this alert, in one or two sentences, for somebody who has never seen it. -->

## Impact

<!-- What users notice, how bad it can get, and how soon. -->

## Diagnosis

<!-- The checks to make, most likely cause first, each with a command that can be copied and what its answer tells. -->

## Mitigation

<!-- What stops the harm now, safest first; say what each step changes and how to take it back. -->

## Escalation

<!-- Optional. Whom to call, when to stop trying alone, and what to tell them. -->
`,
};

/** For a task that somebody carries out: rotate, restore, fail over, drain. */
export const taskRunbook: Template = {
  id: 'task',
  kind: 'runbook',
  name: 'Task runbook',
  description: 'A procedure: when to use it, prerequisites, steps, verification, rollback.',
  text: `---
service: \${service}
owner: \${owner}
---

# \${title}

## When to use

<!-- The situation that calls for this, and the situations in which it would do harm. -->

## Before you start

<!-- Optional. Access, tools, approvals and backups to have at hand. -->

## Steps

<!-- Numbered steps, one action each, with commands that can be copied. Say what each should print. -->

## Verify

<!-- How to tell that it worked, from a user's point of view. -->

## Roll back

<!-- How to return to where you began, and up to which step that is possible. -->
`,
};
