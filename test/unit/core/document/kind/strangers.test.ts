import assert from 'node:assert/strict';
import { classify } from '../../../../../src/core/document/kind/classify.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';
import type { Kind } from '../../../../../src/core/vocabulary/kind.ts';
import { itIsFor, type Shape } from './shapes.ts';

/** As `itIsFor`, where it must be sure, so that rules apply, or that they do not. */
function itIsSurely(kind: Kind, shapes: readonly Shape[]): void {
  for (const [shape, path, text] of shapes) {
    it(`${shape}, surely`, () => {
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const result = classify(path, parseDocument(written, path));
        assert.equal(result.kind, kind, `${path}: ${result.why}`);
      }
    });
  }
}

function fence(language: string, ...lines: readonly string[]): string {
  return ['```' + language, ...lines, '```', ''].join('\n');
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

describe('one word that other pages have', () => {
  const short = (title: string): string =>
    `# ${title}\n\n## Steps\n\n1. List them: \`ps -eo pid,etime\`\n2. Kill them: \`kill -9 PID\`\n`;
  const titles = [
    'Kill long-running processes',
    'Stop stuck worker processes',
    'Rebuild the search index',
    'Rotate credentials of the roles',
    'Roll back a release',
    'Clear the changelog table',
  ];
  const policies = ['Re-apply retention policies', 'Network policy blocks DNS'];
  itIsSurely(
    'runbook',
    [...titles, ...policies].map((title) => [
      `in a title among runbooks: ${title}`,
      `runbooks/${slug(title)}.md`,
      short(title),
    ]),
  );
  itIsFor(
    'runbook',
    [...titles, 'Network policy blocks DNS'].map((title) => [
      `in a title: ${title}`,
      `docs/ops/${slug(title)}.md`,
      short(title),
    ]),
  );
  itIsFor(
    'runbook',
    titles.map((title) => [`in a title at the top: ${title}`, `${slug(title)}.md`, short(title)]),
  );

  const whole = (title: string, before = '', after = ''): string =>
    `${before}# ${title}

## Symptoms

The queue grows and mail is late.

## Diagnosis

${fence('sh', 'kubectl -n mail get pods', 'kubectl -n mail logs deploy/sender')}
## Steps

1. Restart the sender: \`kubectl -n mail rollout restart deploy/sender\`
2. Wait until the queue is empty.
3. Escalate to the mail team if it grows again.
${after}`;
  const matter = ['type: learn', 'layout: blog', 'category: tutorial', 'tags: [guide, reference]', 'type: concept'];
  itIsSurely('runbook', [
    [
      'in a heading',
      'docs/ops/mail-queue.md',
      whole('Mail queue grows', '', '\n## Parameters\n\n- `namespace`: mail\n'),
    ],
    ['in the title of a whole runbook', 'docs/ops/sender-processes.md', whole('Too many sender processes')],
    ['about policies in the title of a whole runbook', 'docs/ops/queue-policy.md', whole('Queue policy rejects mail')],
    ...matter.map((line): Shape => [
      `in front matter: ${line}`,
      'runbooks/mail-queue.md',
      whole('Mail queue grows', `---\n${line}\n---\n\n`),
    ]),
    ...matter.map((line): Shape => [
      `in front matter elsewhere: ${line}`,
      'docs/ops/mail-queue.md',
      whole('Mail queue grows', `---\n${line}\n---\n\n`),
    ]),
  ]);
});

describe('places that the reader fills in', () => {
  const text = (pod: string): string =>
    `# Sender is stuck

## Symptoms

Mail is late.

## Steps

1. Find the pod: \`kubectl -n mail get pods\`
2. Delete it: \`kubectl -n mail delete pod ${pod}\`
3. Look at the log of the day:

${fence('sh', 'grep ERROR /var/log/mail-YYYY-MM-DD.log')}`;
  for (const place of ['[pod]', '<pod>', '{{pod}}', '$POD', '[POD_NAME]', '<POD_NAME>']) {
    itIsSurely('runbook', [
      [`make no template of a runbook: ${place}`, 'runbooks/sender.md', text(place)],
      [`make no template of a page elsewhere: ${place}`, 'docs/sender.md', text(place)],
    ]);
  }
});

describe('bullets that hold commands', () => {
  const commands = (mark: string): string =>
    [
      '# Sender stuck',
      '',
      ...['get pods', 'delete pod POD', 'get pods -w'].map((rest) => `${mark} \`kubectl -n mail ${rest}\``),
      '',
    ].join('\n');
  for (const mark of ['-', '*', '+']) {
    itIsSurely('runbook', [[`tell what to do: ${mark}`, 'runbooks/sender.md', commands(mark)]]);
    itIsFor('runbook', [[`tell what to do elsewhere: ${mark}`, 'docs/ops/sender.md', commands(mark)]]);
  }
  itIsSurely('runbook', [
    [
      'tell what to do behind their labels',
      'runbooks/sender.md',
      '# Sender\n\nNotes for when it hangs.\n\n* List: `systemctl status sender`\n* Restart: `systemctl restart sender`\n',
    ],
  ]);
});

describe('one weak sign of a runbook or postmortem', () => {
  itIsFor('other', [
    [
      'is not enough for the reference of an API',
      'API/alerting/rule/index.md',
      `# rule\n\n## Subpackages\n\n* [query](query.md)\n\n## Index\n\n* [\`fn withFor(value)\`](#fn-withfor)\n\n## Fields\n\n### fn withFor\n\n${fence('jsonnet', 'withFor(value)')}\nHow long.\n`,
    ],
    [
      'is not enough for rules of commits',
      'docs/commit-style.md',
      '# How to write commits\n\n## Scope\n\nThe part that changes.\n\n- **Feat**: something new\n- **Fix**: a bug fix\n- **Revert**: takes a commit back\n',
    ],
    [
      'is not enough for an essay',
      'docs/picking-good-slis.md',
      `# Picking good SLIs

An indicator is a number that says how users fare. Most teams begin with too many of them.

## What users feel

Latency matters more than load. Think of the person who waits.

## What to leave out

A measure nobody acts upon is noise. Alert on symptoms, not on causes.
`,
    ],
    [
      'is not enough for an essay beside operations',
      'docs/sre/alerting-philosophy.md',
      `# Our philosophy of alerting

Every page should be actionable. We believe that a page that nobody acts upon is worse than none.

## Symptoms, not causes

Users do not care about CPU.

## Runbooks

Each alert should have one.
`,
    ],
    [
      'is not enough for the instructions of an assistant',
      '.github/agents/sre.agent.md',
      `---
name: sre
description: Helps with incidents
tools: [read, search]
---

You are an SRE. When an alert fires:

1. Read the runbook.
2. Check the dashboards.
3. Propose a fix.

## Rules

- Never restart production.
- Always ask first.
`,
    ],
    [
      'is not enough for an assistant with steps and a report',
      '.github/agents/incident-responder.agent.md',
      `---
name: incident-responder
description: Investigates incidents
---

# Incident responder

You investigate incidents in production.

## Steps

1. Collect logs with \`kubectl logs\`.
2. Build a timeline.
3. Name the root cause.

## Output

A postmortem.
`,
    ],
    [
      'is not enough for an assistant that deploys',
      '.claude/agents/deployer.md',
      `---
name: deployer
description: Use this agent to deploy
model: sonnet
---

You are an expert in deployments. Your responsibilities:

1. Run \`make deploy\`.
2. Verify the health check.
3. Roll back on failure.
`,
    ],
    [
      'is not enough for the migration guide of a library',
      'docs/migration-v3.md',
      `# Migrating from v2 to v3

## Automatic

${fence('sh', 'npx codemod v3 src/')}
## Breaking changes

### \`open\` is async

${fence('diff', '- open(x)', '+ await open(x)')}
### \`close\` is gone

Use \`dispose\`.
`,
    ],
    [
      'is not enough for the upgrade guide of a library',
      'docs/guides/upgrade-to-5.md',
      `# Upgrade to version 5

1. Install it: \`npm install lib@5\`
2. Rename \`createClient\` to \`connect\`.
3. Run \`npx @lib/codemod rename\`.

## Removed options

- \`legacy\`
`,
    ],
    [
      'is not enough for a guide among incidents',
      'incidents/general.md',
      `# Incidents

This page is for incident managers.

## Your role

You coordinate. You do not repair.

## When an incident starts

- Open a channel.
- Name somebody who writes.
- Tell the status page.

## When it is over

Ask for a review within five days.
`,
    ],
  ]);
  itIsSurely('other', [
    [
      'is not enough for a reference of settings',
      'docs/how-to/upgrade/config-reference.md',
      `# Configuration Reference

## Options

| Name | Default | Meaning |
| --- | --- | --- |
| \`drain_timeout\` | 30s | How long to wait |
| \`retries\` | 3 | How often |

## Example

${fence('yaml', 'drain_timeout: 10s')}
Restart the server after a change:

${fence('sh', 'systemctl restart server')}`,
    ],
    [
      'is not enough for a reference of settings beside operations',
      'docs/operations/configuration-reference.md',
      `# Configuration reference

## server

### listen

The address. Default: \`:8080\`.

### timeout

How long a request may take.

## storage

### path

Where blocks are kept.
`,
    ],
    [
      'is not enough for rules for contributors',
      'CONTRIBUTING.md',
      `# Contributing

## Scope

Everything here.

## Kinds of commits

- **Feat**: something new
- **Fix**: a bug fix
- **Revert**: takes a commit back

## Steps

1. Fork it.
2. Run \`npm test\`.
3. Open a pull request.
`,
    ],
  ]);
});

describe('the way to a system', () => {
  const text = (title: string, mark = '-'): string => `# ${title}

1. Log into the console and start a port-forward:
   ${mark} \`kubectl port-forward -n monitoring svc/alertmanager 9093:9093\`
2. Build a tunnel: \`ssh -NL 9093:localhost:9093 console-1\`
3. Open \`http://localhost:9093\`.
`;
  itIsFor('runbook', [
    ['is a task, though it names no fault', 'docs/alertmanager.md', text('Accessing a cluster Alertmanager')],
    ['is a task at the top', 'alertmanager.md', text('Accessing a cluster Alertmanager')],
    ['is a task beside pages about monitoring', 'docs/monitoring/access.md', text('Accessing the Alertmanager', '*')],
    ['is a task that begins with "how to"', 'docs/other/access.md', text('How to access a cluster Alertmanager')],
    ['is a task for a database', 'docs/database-console.md', text('Connecting to the database console')],
    ['is a task in the imperative', 'docs/ops/access-db.md', text('Access the production database')],
  ]);
});

describe('a decision record with steps and commands', () => {
  const record = (status: string, context: string, decision: string, result: string): string => `# Move the search cache

## ${status}

Accepted

## ${context}

The memory alert fired every night.

## ${decision}

We move the cache.

### Steps

1. Run \`systemctl stop search\`
2. Run \`cachectl import\`

${fence('bash', 'systemctl stop search')}
## ${result}

It grows.

## Rollback

${fence('bash', 'cachectl import --from old')}`;
  const english = record('Status', 'Context', 'Decision', 'Consequences');
  itIsFor('other', [
    ...['docs/adr/0003-search-cache.md', 'docs/decisions/cache.md', 'docs/search-cache.md', 'docs/ADR/ADR-0007.md'].map(
      (path): Shape => [`is neither: ${path}`, path, english],
    ),
    ['is neither in German', 'docs/a.md', record('Status', 'Kontext', 'Entscheidung', 'Konsequenzen')],
    ['is neither in French', 'docs/a.md', record('Statut', 'Contexte', 'Décision', 'Conséquences')],
    ['is neither in Spanish', 'docs/a.md', record('Estado', 'Contexto', 'Decisión', 'Consecuencias')],
    ['is neither in Portuguese', 'docs/a.md', record('Status', 'Contexto', 'Decisão', 'Consequências')],
    ['is neither in Japanese', 'docs/a.md', record('ステータス', 'コンテキスト', '決定事項', '影響')],
    [
      'is neither with options',
      'docs/adr/0003.md',
      `# Use a queue

* Status: accepted
* Deciders: mail team

## Context and Problem Statement

Mail was late during the outage.

## Considered Options

* queue
* table

## Decision Outcome

Chosen: queue. Steps:

1. \`kubectl apply -f queue.yaml\`
2. \`kubectl rollout restart deploy/sender\`
`,
    ],
  ]);
});

describe('the page of a service', () => {
  const text = `# Mailer

## Overview

The Mailer service sends messages to customers. It is written in Go.

## Configuration

| Variable | Default |
| --- | --- |
| \`PORT\` | 8080 |

## Troubleshooting

If it does not start, look at the log:

${fence('sh', 'docker compose logs mailer')}
## Testing

${fence('sh', 'make test')}`;
  itIsFor('other', [['is no runbook as a README', 'services/mailer/README.md', text]]);
  itIsSurely('other', [
    ['is no runbook', 'docs/mailer.md', text],
    ['is no runbook among services', 'docs/services/mailer.md', text],
  ]);
});

describe('a page bundle', () => {
  const text = `---
title: Orders were slow
date: 2024-03-05
---

## What happened

On Tuesday orders were slow for two hours. A migration had locked the table.

## What we learned

We run migrations at night now.
`;
  itIsSurely(
    'postmortem',
    [
      'content/incidents/2024-03-05-orders/index.md',
      'content/incidents/2024-03-05-orders/_index.md',
      'content/incidents/2024-03-05-orders/README.md',
      'content/incidents/2024-03-05-orders/index.html.md',
      'content/incidents/2024/2024-03-05-orders/index.md',
      'incidents/2024-03-05-orders/index.mdx',
      'docs/incidents/orders-2024-03-05/README.md',
      'incidents/20240305-orders/readme.md',
      'postmortems/2024-03-05-orders/index.md',
    ].map((path) => [`is known by its folder's name: ${path}`, path, text]),
  );

  const links = ['Orders', 'Mail', 'Search', 'Login', 'Queue'].map(
    (name, month) => `- [${name}](2024-0${month + 1}-01/)`,
  );
  const index = ['# Incidents', '', ...links, ''].join('\n');
  itIsFor(
    'other',
    [
      'incidents/index.md',
      'incidents/README.md',
      'content/incidents/_index.md',
      'content/incidents/2024/index.md',
      'content/incidents/2024/_index.md',
      'incidents/2024-03/README.md',
    ].map((path) => [`is no index: ${path}`, path, index]),
  );
  itIsFor('other', [
    ['is no index in words', 'incidents/index.md', '# Incidents\n\nOur reports of incidents, newest first.\n'],
    ['is no index of a year in words', 'incidents/2024/index.md', '---\ntitle: "2024"\n---\n\nThe reports of 2024.\n'],
  ]);
});
