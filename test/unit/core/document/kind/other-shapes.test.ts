import { itIsFor } from './shapes.ts';

describe('neither runbook nor postmortem', () => {
  itIsFor('other', [
    [
      'is how a team works, among its runbooks',
      'runbooks/source/how-we-work.html.md.erb',
      `---
title: How we work
last_reviewed_on: 2024-05-12
review_in: 3 months
---

# <%= current_page.data.title %>

We work in sprints.

## Sprints and ceremonies

1. Planning on Monday
2. Review on Friday
3. Retrospective after it

## The board

Move your ticket to the right.
`,
    ],
    [
      'is what a team has agreed upon, among its runbooks',
      'runbooks/source/our-values.html.md.erb',
      `---
title: What we value
last_reviewed_on: 2024-05-12
---

# What we value

- It is fine to make mistakes
- Nobody is alone on a bad day
- All of us grow
`,
    ],
    [
      'is a table of versions, among runbooks',
      'runbooks/source/component-versions.html.md.erb',
      `---
title: Component versions
review_in: 3 months
---

| Component | Version |
| --- | --- |
| gateway | 1.2 |
| sender | 3.4 |
`,
    ],
    [
      'is an explanation, among runbooks',
      'runbooks/how-mail-leaves-the-network.md',
      `# How mail leaves the network

This document discusses the way of a message.

## From the application

The application hands it to the relay.

## To the world

The relay is behind the firewall.
`,
    ],
    [
      'is the process for incidents, among runbooks',
      'runbooks/incident-process.md',
      `# Incident process

This document describes our process.

## 1. Declare the incident

Post in the channel.

## 2. Assign roles

### 2.1 Incident lead

**Responsibilities**:

* coordinate

### 2.2 Scribe

Keeps the log.

## 3. End the incident

Say that it is over.

## 4. Post-incident procedure

Publish a report.
`,
    ],
    [
      'is a role in incidents',
      'roles/scribe.md',
      `## Role: Scribe

### Description

Writes down what happens.

### Duties

1. Record the call.
1. Note the time of every decision.
1. Update the status.

### Training

Read the plan.
`,
    ],
    [
      'is a definition of severities',
      'docs/operations/incident-severity-levels.md',
      `# Incident severity levels

## SEV1
Everything is down. Page everyone.

## SEV2
Something is down. Page the team.
`,
    ],
    [
      'is an on-call handbook',
      'docs/on-call/handbook.md',
      `# On-call handbook

## Rota

Swap with someone when you are away.

## Responsibilities

- Acknowledge the page within five minutes.
- Escalate when you are stuck.

## Escalation policy

First the lead, then the manager.
`,
    ],
    [
      'is a guide to postmortems',
      'docs/postmortem-guide.md',
      `# Postmortem guide

- **Timeline**: what happened when.
- **Root cause**: never a person.
- **Action items**: with an owner.

## Lessons learned

Write down what surprised you.
`,
    ],
    [
      'is a template beside the records, by the places to be filled in',
      'postmortems/new.md',
      `# Postmortem: [Title of the incident]

**Date:** YYYY-MM-DD
**Authors:** [Names]

## Summary
[Describe the incident in two sentences]

## Timeline
- HH:MM [Description]

## Root cause
[Explain]

## Action items
- [ ] [Description] [Owner name]
`,
    ],
    [
      'is a template in Portuguese',
      'postmortems/modelo.md',
      `# Modelo de relatório

## Linha do tempo
## Causa raiz
## Ações corretivas
`,
    ],
    [
      'is a template in Japanese',
      'docs/障害報告/0000.md',
      `# 障害報告テンプレート

## 概要
## タイムライン
## 根本原因
## 再発防止策
`,
    ],
    [
      'is an index of runbooks with their standards',
      'runbooks/README.md',
      `# Operational runbooks

## Available runbooks

| Runbook | Purpose |
| --- | --- |
| [Restore](restore.md) | bring data back |
| [Rotate](rotate.md) | new keys |

## Runbook standards

1. **Purpose**: why
2. **Prerequisites**: what you need
3. **Verification**: how to see that it worked
4. **Rollback**: the way back
`,
    ],
    [
      'is a list of stories about incidents of others',
      'README.md',
      `# Failure stories

* [The night of the long queue](https://example.org/1) - postmortem 2019
    * impact: an outage
* [A storm of names](https://example.org/2) - incident report 2018
    * impact: an outage
* [Full of logs](https://example.org/3) - blog post 2018
    * impact: an outage
`,
    ],
    [
      'is a policy',
      'docs/security/backup-policy.md',
      `# Backup policy

## Purpose
To keep data.

## Scope
All systems.

## Policy
Back up every day. Test the restore once a year.

## Enforcement
By the lead.
`,
    ],
    [
      'is a tutorial',
      'docs/tutorials/first-deployment.md',
      `# Your first deployment

In this tutorial you will learn how to deploy.

1. Install the tool.
2. Run it.
3. Open the page.

\`\`\`sh
npm install
\`\`\`
`,
    ],
    [
      'is the documentation of an API',
      'docs/api/queue.md',
      `# Queue

## push(message)

Adds a message.

\`\`\`js
queue.push('a');
\`\`\`

## pop()

Removes a message.

## clear()

Removes all.
`,
    ],
    [
      'is a release note',
      'docs/releases/2.0.md',
      `# Release notes 2.0

## Added
- restart from the menu

## Fixed
- an outage of the search
`,
    ],
    [
      'is a blog post about practice',
      'blog/2024-01-02-blameless-culture.md',
      `---
title: Why we write blameless postmortems
date: 2024-01-02
---

Last year we had an outage. Ever since we write down what happened.

## What we learned

Ask how, not who.
`,
    ],
    ['is an empty file among postmortems that has a general name', 'postmortems/index.md', ''],
    ['is an empty file elsewhere', 'docs/mail.md', ''],
  ]);
});
