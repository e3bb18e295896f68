import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/activate.ts';
import { summed } from '../../unit/support/made-secrets.ts';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, openEditor, until } from '../support.ts';

const path = ['postmortems', '2026-11-24-checkout.md'] as const;

const record = `---
title: Checkout was down
date: 2026-11-24
severity: SEV-1
status: Draft
---

# Checkout was down

## Summary

Checkout answered nothing for 40 minutes.

## Impact

900 orders failed.

## Timeline

| Time (UTC) | Who | Event |
| --- | --- | --- |
| 22:01 | Ada Example | Paged |

## Root Causes

An index was missing.

## Action Items

- [ ] Check indexes before a deploy
`;

const thread = `Ada Example
  11:01 PM
Paged
11:05
Error rate is 12 % | rising
Ben Okafor
  11:06 PM
joined #inc-42.
Ben Okafor
  12:10 AM
Rolled back
`;

const imported = `| 22:01 | Ada Example | Paged |
| 22:05 | Ada Example | Error rate is 12 % \\| rising |
| 23:10 | Ben Okafor | Rolled back |
`;

/** The import of messages from elsewhere into a timeline. */
export function importTests(): void {
  describe('the import into a timeline', () => {
    let api: Api;
    const uri = (): vscode.Uri => fileUri(...path);
    const text = (): Promise<string> => readFile(uri().fsPath, 'utf8');
    const run = (answers: object): Thenable<unknown> =>
      vscode.commands.executeCommand('runbookLens.importIntoTimeline', {
        record: uri().toString(),
        preview: false,
        ...answers,
      });

    beforeEach(async () => {
      api = await indexed();
      await writeTree(openedPath(), { [path.join('/')]: record });
      await until('the record', () => documentAt(api, ...path) !== undefined);
    });
    afterEach(async () => {
      await closeEditors();
      await rm(uri().fsPath, { force: true });
      await until('no record', () => documentAt(api, ...path) === undefined);
    });

    it('adds what is new, in the shape, order and zone of the record, and repeats nothing', async () => {
      await run({ text: thread, zone: 'Europe/Berlin', day: '2026-11-24' });
      const expected = record.replace('| 22:01 | Ada Example | Paged |\n', imported);
      assert.equal(await text(), expected);
      await run({ text: thread, zone: 'Europe/Berlin', day: '2026-11-24' });
      assert.equal(await text(), expected);
    });

    it('reads an export, which states its times, without a question', async () => {
      const entries = [
        { type: 'acknowledge_log_entry', summary: 'Acknowledged by Ada Example.', created_at: '2026-11-24T22:03:00Z' },
      ];
      await run({ text: JSON.stringify({ log_entries: entries }) });
      assert.match(await text(), /\| Paged \|\n\| 22:03 \| +\| Acknowledged by Ada Example\. \|\n/);
    });

    it('leaves secrets out or keeps them, as the user says, and knows such messages again', async () => {
      const token = summed(['ghp', ''].join('_'));
      const told = (summary: string, minute: string): string =>
        JSON.stringify({ log_entries: [{ summary, created_at: `2026-11-24T22:${minute}:00Z` }] });
      const rotated = told(`Rotated ${token} by hand`, '03');
      // Nobody answers the question: whether it waits or is refused, nothing is written.
      await Promise.race([run({ text: rotated }), new Promise((resolve) => setTimeout(resolve, 2000))]);
      assert.equal(await text(), record);
      await run({ text: rotated, secrets: 'remove' });
      const without = await text();
      assert.match(without, /\| Rotated \\?\[secret removed\\?\] by hand \|/);
      assert.ok(!without.includes(token));
      await run({ text: rotated, secrets: 'remove' });
      assert.equal(await text(), without);
      await run({ text: told(`Used ${token} once more`, '12'), secrets: 'keep' });
      assert.ok((await text()).includes(`Used ${token} once more`));
    });

    it('is taken back by Undo', async () => {
      const { document } = await openEditor(...path);
      await run({ text: thread, zone: 'UTC', day: '2026-11-24' });
      assert.notEqual(document.getText(), record);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), record);
      assert.ok(await document.save());
    });
  });
}
