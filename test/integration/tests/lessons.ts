import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { git, writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, messagesAt, openedPath, openEditor, until } from '../support.ts';

const recordText = `---
title: Queue stood still
date: 2026-04-01
severity: SEV-2
---

# Queue stood still

## Summary

The queue had no workers.

## Impact

- Mails came an hour late.

## Root Causes

- A limit of one.

## Resolution

- Scaled up: \`kubectl scale deploy/worker --replicas=4\`

## Action Items

- [ ] Alert on it

## Lessons Learned

- x

## Timeline

- 2026-04-01 10:00 UTC page QueueBacklog
- 2026-04-01 10:10 UTC found that no worker ran
`;
const recordPath = ['postmortems', '2026-04-01-queue-stood-still.md'] as const;

async function textOf(...parts: readonly string[]): Promise<string> {
  return readFile(fileUri(...parts).fsPath, 'utf8');
}

/** From a postmortem to a runbook. */
export function lessonTests(): void {
  describe('what a postmortem teaches', () => {
    beforeEach(async () => {
      const api = await indexed();
      await writeTree(openedPath(), { [recordPath.join('/')]: recordText });
      await until('the record', () => documentAt(api, ...recordPath)?.kind === 'postmortem');
    });

    afterEach(async () => {
      const api = await indexed();
      await closeEditors();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(fileUri(...recordPath).fsPath, { force: true });
      await rm(fileUri('runbooks', 'alerts', 'QueueStoodStill.md').fsPath, { force: true });
      await git(openedPath(), ['checkout', '--quiet', '--', 'runbooks']);
      await until(
        'the record to go',
        () =>
          documentAt(api, ...recordPath) === undefined &&
          documentAt(api, 'runbooks', 'alerts', 'QueueStoodStill.md') === undefined &&
          documentAt(api, 'runbooks', 'alerts', 'QueueBacklog.md')?.text.includes('Past incidents') === false,
      );
    });

    it('becomes a runbook that is not checked before it is changed and saved', async () => {
      const { findings } = await indexed();
      const parts = ['runbooks', 'alerts', 'QueueStoodStill.md'] as const;
      await vscode.commands.executeCommand('runbookLens.draftRunbook', {
        record: fileUri(...recordPath),
        title: 'QueueStoodStill',
        template: 'alert',
        path: parts.join('/'),
      });
      const { document } = await openEditor(...parts);
      const edit = new vscode.WorkspaceEdit();
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, everything, '# QueueStoodStill\n\n## Impact\n\nOrders wait.\n');
      await vscode.workspace.applyEdit(edit);
      await findings.checkAll();
      assert.deepEqual(messagesAt(...parts), []);
      await document.save();
      await until('the findings', () => messagesAt(...parts).length > 0);
    });

    it('becomes the draft of a runbook, linked both ways, with a preview', async () => {
      const api = await indexed();
      const path = 'runbooks/alerts/QueueStoodStill.md';
      const uri = fileUri(...recordPath);
      await vscode.commands.executeCommand('runbookLens.draftRunbook', {
        record: uri,
        title: 'QueueStoodStill',
        template: 'alert',
        path,
      });
      const text = await textOf('runbooks', 'alerts', 'QueueStoodStill.md');
      assert.match(text, /\nstatus: draft\n/);
      assert.match(
        text,
        /> The queue had no workers\. — \[line 11\]\(\.\.\/\.\.\/postmortems\/2026-04-01-queue-stood-still\.md#L11\)/,
      );
      assert.match(text, /```sh\nkubectl scale deploy\/worker --replicas=4\n```/);
      assert.match(
        await textOf(...recordPath),
        /\n## Related runbooks\n\n- \[QueueStoodStill\]\(\.\.\/runbooks\/alerts\/QueueStoodStill\.md\)\n$/,
      );
      await until('the preview', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Preview'))),
      );
      const runbook = documentAt(api, 'runbooks', 'alerts', 'QueueStoodStill.md');
      assert.equal(runbook?.kind, 'runbook');
      assert.deepEqual(
        api.index.catalog.pastIncidents(runbook).map(({ title }) => title),
        ['Queue stood still'],
      );
      // Never over a file that is there: the record and the runbook stay as they are.
      await vscode.commands.executeCommand('runbookLens.draftRunbook', {
        record: uri,
        title: 'x',
        template: 'alert',
        path,
      });
      assert.equal(await textOf('runbooks', 'alerts', 'QueueStoodStill.md'), text);
    });

    it('is added to a runbook that exists, whose tree and hover tell of it', async () => {
      const api = await indexed();
      const runbook = fileUri('runbooks', 'alerts', 'QueueBacklog.md');
      const before = await textOf('runbooks', 'alerts', 'QueueBacklog.md');
      await vscode.commands.executeCommand('runbookLens.addToRunbook', {
        record: fileUri(...recordPath).toString(),
        runbook,
        topics: ['impact', 'diagnosis', 'mitigation'],
      });
      const after = await textOf('runbooks', 'alerts', 'QueueBacklog.md');
      for (const line of before.split('\n')) {
        assert.ok(after.split('\n').includes(line), line);
      }
      assert.match(after, /> - Mails came an hour late\. — \[line 15\]/);
      assert.match(after, /> - found that no worker ran — \[2026-04-01 10:10 UTC, line 36\]/);
      assert.doesNotMatch(after, /The queue had no workers/);
      assert.match(await textOf(...recordPath), /\[QueueBacklog\]\(\.\.\/runbooks\/alerts\/QueueBacklog\.md\)/);

      await until('the tree', () => api.trees.runbook.find(runbook.toString()) !== undefined);
      api.trees.runbook.refresh();
      const node = api.trees.runbook.find(runbook.toString());
      assert.ok(node);
      const item = api.trees.runbook.resolveTreeItem(api.trees.runbook.getTreeItem(node), node);
      assert.match(String(item.description), / · 1 incident$/);
      assert.ok(item.tooltip instanceof vscode.MarkdownString);
      assert.match(
        item.tooltip.value.replaceAll('\\', ''),
        /\*\*Past incidents\*\*: 2026-04-01, SEV-2: Queue stood still\n/,
      );

      await openEditor('runbooks', 'alerts', 'QueueBacklog.md');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        runbook,
        new vscode.Position(0, 3),
      );
      const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
      const text = contents.map(({ value }) => value).join('\n');
      assert.match(
        text.replaceAll('\\', ''),
        /- \[2026-04-01, SEV-2: Queue stood still\]\(file:.*queue-stood-still\.md\)/,
      );
      assert.ok(contents.every(({ isTrusted }) => isTrusted !== true));

      // A second time there is nothing to add.
      await vscode.commands.executeCommand('runbookLens.addToRunbook', {
        record: fileUri(...recordPath),
        runbook,
        topics: ['impact', 'diagnosis', 'mitigation'],
      });
      assert.equal(await textOf('runbooks', 'alerts', 'QueueBacklog.md'), after);
    });

    it('is not looked for in other documents', async () => {
      await indexed();
      const runbook = fileUri('runbooks', 'alerts', 'QueueBacklog.md');
      const before = await textOf('runbooks', 'alerts', 'QueueBacklog.md');
      const path = 'runbooks/alerts/QueueStoodStill.md';
      for (const uri of [fileUri('runbooks', 'alerts', 'ReplicaLag.md'), fileUri('docs', 'architecture.md')]) {
        const answers = {
          record: uri,
          title: 'x',
          template: 'alert',
          path,
          runbook,
          topics: ['meaning', 'impact', 'mitigation'],
        };
        await vscode.commands.executeCommand('runbookLens.draftRunbook', answers);
        await vscode.commands.executeCommand('runbookLens.addToRunbook', answers);
      }
      await assert.rejects(textOf('runbooks', 'alerts', 'QueueStoodStill.md'));
      assert.equal(await textOf('runbooks', 'alerts', 'QueueBacklog.md'), before);
    });
  });
}
