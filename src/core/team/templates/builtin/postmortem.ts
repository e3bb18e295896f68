import type { Template } from '../template.ts';

const head = `---
title: \${title}
date: \${date}
start_time: \${start}
severity: \${severity}
status: draft
services:
  - \${service}
authors:
  - \${author}
---

# \${title}
`;

const timelineTable = `| Time (\${zone}) | Event |
| --- | --- |
|  |  |`;

/** After the example postmortem in Google's Site Reliability Engineering book. */
export const sreBookPostmortem: Template = {
  id: 'sre-book',
  kind: 'postmortem',
  name: 'SRE book',
  description:
    'Impact, root causes and trigger, detection, lessons in three parts, timeline. For incidents that need a detailed analysis.',
  text: `${head}
## Summary

<!-- Two or three sentences that a colleague from another team understands: what broke, for whom, for how long. -->

## Impact

<!-- In numbers where you have them: users, requests, money, data. Say also what was not affected. -->

## Root Causes

<!-- The conditions that together made this possible. Describe systems and decisions, not people. -->

## Trigger

<!-- Optional. What set it off at that moment. -->

## Resolution

<!-- What ended the impact, and what remains to be undone or made permanent. -->

## Detection

<!-- Optional. How it was noticed, by whom or what, and how long after it began. -->

## Action Items

<!-- One line each: what changes, who owns it, by when, and the ticket. Prefer what prevents over what reminds. -->

## Lessons Learned

<!-- What the three lists below leave out, if anything. -->

### What Went Well

<!-- Optional. What helped and should be kept. -->

### What Went Wrong

<!-- Optional. What made it worse or slower. -->

### Where We Got Lucky

<!-- Optional. What could have made it worse and, by chance, did not. -->

## Timeline

<!-- Facts with times and sources, from the first change that mattered to the last check. -->

${timelineTable}

## Supporting Information

<!-- Optional. Dashboards, graphs, logs, chat and tickets that back the account. -->
`,
};

/** After the postmortem template that PagerDuty publishes in its incident response guide. */
export const pagerDutyPostmortem: Template = {
  id: 'pagerduty',
  kind: 'postmortem',
  name: 'PagerDuty style',
  description: 'What happened, contributing factors, responders, internal and external messages.',
  text: `${head}
## Overview

<!-- One short paragraph: the contributing factors, the impact and its length. -->

## What Happened

<!-- The story in order, for a reader who was not there. -->

## Contributing Factors

<!-- Everything that had to be true for this to happen; there is seldom just one. -->

## Resolution

<!-- What brought service back, and how you know that it did. -->

## Impact

<!-- Who was affected, how, from when to when, and how many. -->

## Responders

<!-- Optional. Who took which role. -->

## Timeline

<!-- Each entry with its time and, where there is one, a link to the data that shows it. -->

${timelineTable}

## How'd We Do?

<!-- What the response did well and what it could do better. -->

## Action Items

<!-- One line each: what changes, who owns it, by when, and the ticket. -->

## Messaging

<!-- Optional. What was said to colleagues and to customers. -->
`,
};

/** After the incident postmortem template in Atlassian's incident management handbook. */
export const atlassianPostmortem: Template = {
  id: 'atlassian',
  kind: 'postmortem',
  name: 'Atlassian style',
  description:
    'Leadup, fault, detection, response, recovery, five whys, corrective actions. For learning about the response.',
  text: `${head}
## Incident Summary

<!-- What happened, why, how severe it was and how long it lasted, in a few sentences. -->

## Leadup

<!-- The chain of events and changes that came before. -->

## Fault

<!-- What did not work as expected, with graphs or data. -->

## Impact

<!-- What internal and external users met, in numbers: cases, errors, minutes. -->

## Detection

<!-- When and how the team learned of it, and what would have told it sooner. -->

## Response

<!-- Who answered, when, and what stood in the way. -->

## Recovery

<!-- How service came back, and how that could go faster next time. -->

## Timeline

<!-- The whole course with times, decisions and changes included. -->

${timelineTable}

## Five Whys

<!-- Ask why until the answer is something that can be changed. Follow several branches where there are several. -->

## Lessons Learned

<!-- What went well, what could have gone better, what is worth telling other teams. -->

## Corrective Actions

<!-- What prevents this class of incident: owner, due date and ticket for each. -->
`,
};

/** The minimum for a useful record; also the convention if no other one shows. */
export const shortPostmortem: Template = {
  id: 'short',
  kind: 'postmortem',
  name: 'Short',
  description: 'Summary, impact, timeline, causes, action items. For small incidents and near misses.',
  text: `${head}
## Summary

<!-- What broke, for whom, for how long, and what ended it. -->

## Impact

<!-- What users noticed, in numbers where you have them. -->

## Timeline

<!-- When it began, was noticed, was understood and was over. -->

${timelineTable}

## Causes

<!-- The conditions that together made this possible. -->

## Action Items

<!-- One line each: what changes, who owns it, by when, and the ticket. -->
`,
};
