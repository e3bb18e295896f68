import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, until } from '../support.ts';

const shapes = {
  table: '| Time (UTC) | Event |\n| --- | --- |\n| hh:mm | <what happened> |\n',
  list: 'All times in UTC.\n\n- **hh:mm** – <what happened>\n',
  heading: 'All times in UTC.\n\n### hh:mm\n\n<What happened?>\n',
} as const;

function template(shape: keyof typeof shapes): string {
  return `---
runbook-lens:
  kind: postmortem
  name: Incident
  path: incidents/\${date}-\${slug}.md
title: \${title}
date: \${date}
status: draft
severity: \${severity}
services:
  - \${service}
---

# \${title}

## Summary

## Impact

## Detection

## Timeline

${shapes[shape]}
## Causes

## Resolution

## Action Items
`;
}

/** A whole incident, from the declaration to the closed review. */
export function incidentTests(): void {
  describe('an incident', () => {
    for (const shape of ['table', 'list', 'heading'] as const) {
      it(`is played to its end in a ${shape}`, async () => {
        const api = await indexed();
        const at = (time: string): void => {
          api.clock.now = () => new Date(time);
        };
        const run = async (command: string, answers: object): Promise<unknown> => {
          const t0 = Date.now();
          const r = await vscode.commands.executeCommand(`runbookLens.${command}`, answers);
          (await import('node:fs')).appendFileSync('/tmp/out-times.txt', `${shape} ${command} ${Date.now() - t0}\n`);
          return r;
        };
        await writeTree(openedPath(), { '.runbook-lens/templates/incident.md': template(shape) });
        await until('the template', () => api.index.catalog.teamFiles().length === 1);
        at('2026-11-21T22:40:10Z');
        await run('declareIncident', {
          title: 'Checkout fails for all cards',
          severity: 'SEV-2',
          service: 'checkout',
        });
        const record = fileUri('incidents', '2026-11-21-checkout-fails-for-all-cards.md');
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), record.toString());
        const log = (text: string, more: object = {}): Thenable<unknown> => run('logEntry', { text, ...more });
        await log('22:31 CheckoutErrorsHigh pages');
        at('2026-11-21T22:44:00Z');
        await log('All instances of the payment gateway refuse connections');
        await run('assignRole', { role: 'Scribe', person: 'Tomasz Wrona' });
        at('2026-11-21T22:52:00Z');
        await run('changeSeverity', { severity: 'SEV-1' });
        at('2026-11-21T23:20:00Z');
        await log('Ran `kubectl get pods`: none is ready', {
          quote: '$ kubectl get pods\ngateway-1 0/1\n',
          from: 'the terminal',
        });
        at('2026-11-22T00:05:00Z');
        await run('changeStatus', { status: 'identified' });
        await log('23:50 The certificate of the gateway | its chain expired at midnight CET');
        at('2026-11-22T00:30:00Z');
        await log('Rolled the certificate back; connections return');
        await run('changeStatus', { status: 'mitigated' });
        at('2026-11-22T01:10:00Z');
        await log('No errors for half an hour');
        await run('resolveIncident', {
          start: '2026-11-21 22:29',
          detected: '2026-11-21 22:31',
          resolved: '2026-11-22 01:10',
        });
        await until(
          'the record to be a draft',
          () => documentAt(api, 'incidents', '2026-11-21-checkout-fails-for-all-cards.md')?.metadata.status === 'draft',
        );
        (await import('node:fs')).writeFileSync(`/tmp/out-${shape}.md`, await readFile(record.fsPath, 'utf8'));
        await closeEditors();
        await rm(fileUri('incidents').fsPath, { recursive: true });
        await rm(fileUri('.runbook-lens').fsPath, { recursive: true });
        await until(
          'nothing to be left',
          () =>
            api.index.catalog.teamFiles().length === 0 &&
            documentAt(api, 'incidents', '2026-11-21-checkout-fails-for-all-cards.md') === undefined,
        );
      });
    }
  });
}
