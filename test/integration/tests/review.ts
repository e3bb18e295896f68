import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeTree } from '../../support/workspaces.ts';
import { documentAt, fileUri, indexed, openedPath, until } from '../support.ts';

const name = '2026-03-09-search.md';
const calendar = '2026-03-09-search-retrospective.ics';
const path = ['postmortems', name] as const;

const record = `---
title: Search was down
date: 2026-03-09
start_time: 2026-03-09T10:00:00Z
severity: SEV-1
status: Draft
services: [search]
authors: [Ada Example]
---

# Search was down

## Summary

Search answered nothing for 90 minutes.

## Impact

1,200 customers saw no results.

## Root Causes

TODO

## Resolution

The old index was switched on again.

## Action Items

- [ ] Check fields before a switch

## Lessons Learned

We need a way back that takes a minute.

## Timeline

- 2026-03-09 10:00 UTC: new index switched on
- 2026-03-09 11:30 UTC: old index switched on again
`;

async function text(...parts: readonly string[]): Promise<string> {
  return readFile(fileUri(...parts).fsPath, 'utf8');
}

/** What happens in the editor's quick pick while it is open: each command, one after another. */
async function press(...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    await vscode.commands.executeCommand(command);
  }
}

/** Replaces a part of the record in an editor, without saving. */
async function replace(part: string, by: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(fileUri(...path));
  const at = document.getText().indexOf(part);
  assert.notEqual(at, -1, part);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + part.length)), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The review of a postmortem, its retrospective's date, and the guide to it. */
export function reviewTests(): void {
  describe('the review', () => {
    beforeEach(async () => {
      await writeTree(openedPath(), { [path.join('/')]: record });
      const api = await indexed();
      await until('the record', () => documentAt(api, ...path)?.text === record);
    });

    afterEach(async () => {
      // What is not saved would be asked about when its editor is closed.
      await until('everything to be saved', async () => {
        await vscode.workspace.saveAll(false);
        return vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty);
      });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(fileUri(...path).fsPath, { force: true });
      await rm(fileUri('postmortems', calendar).fsPath, { force: true });
      const api = await indexed();
      await until('the record to go', () => documentAt(api, ...path) === undefined);
    });

    it('shows what stands in the way of a step, leads there, and writes nothing', async () => {
      const changed = vscode.commands.executeCommand('runbookLens.changeReviewStatus', {
        uri: fileUri(...path).toString(),
        status: 'closed',
      });
      await until('an editor with what stands in the way', async () => {
        await press('workbench.action.quickOpenSelectNext', 'workbench.action.acceptSelectedQuickOpenItem');
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.toString() === fileUri(...path).toString();
      });
      await changed;
      assert.equal(await text(...path), record);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.isDirty, false);
      const places = ['Search was down', '# Search was down', '## Root Causes', 'Check fields before a switch'];
      assert.ok(places.includes(editor.document.getText(editor.selection)), editor.document.getText(editor.selection));
    });

    it('goes from draft to closed as what stands in the way is mended, saved or not', async () => {
      const to = (status: string): Thenable<unknown> =>
        vscode.commands.executeCommand('runbookLens.changeReviewStatus', { uri: fileUri(...path), status });
      await replace('severity: SEV-1', 'end_time: 2026-03-09T11:30:00Z\nseverity: SEV-1');
      await to('in review');
      await until('the first step', async () => (await text(...path)).includes('\nstatus: In Review\n'));
      await replace('TODO', 'The new index lacked a field.');
      await to('reviewed');
      await until('the second step', async () => (await text(...path)).includes('\nstatus: Reviewed\n'));
      await replace('before a switch', 'before a switch (@ada, OPS-12)');
      await to('Closed');
      await until('the third step', async () => (await text(...path)).includes('\nstatus: Closed\n'));
      await to('draft');
      await until('the way back', async () => (await text(...path)).includes('\nstatus: Draft\n'));
    });

    it('writes a calendar file beside the record, and changes its event when it is scheduled again', async () => {
      const schedule = (start: string): Thenable<unknown> =>
        vscode.commands.executeCommand('runbookLens.scheduleRetrospective', {
          uri: fileUri(...path).toString(),
          start,
          zone: 'Europe/Berlin',
          minutes: 45,
          reschedule: true,
        });
      assert.equal(String(await schedule('2026-03-12 10:00')), fileUri('postmortems', calendar).toString());
      const first = await text('postmortems', calendar);
      assert.match(first, /\r\nDTSTART:20260312T090000Z\r\nSEQUENCE:0\r\n/);
      assert.match(first, /\r\nDURATION:PT45M\r\n/);
      assert.match(first, /\r\nSUMMARY:Retrospective: Search was down\r\n/);
      await schedule('2026-03-30 10:00');
      const second = await text('postmortems', calendar);
      assert.match(second, /\r\nDTSTART:20260330T080000Z\r\nSEQUENCE:1\r\n/);
      const uid = (file: string): string | undefined => /\r\nUID:(.*(?:\r\n[ \t].*)*)/.exec(file)?.[1];
      assert.equal(uid(second), uid(first));
    });

    it('leaves a file alone that holds no event', async () => {
      await writeTree(openedPath(), { [`postmortems/${calendar}`]: 'Notes of ours\n' });
      const answers = { uri: fileUri(...path), start: '2026-03-12 10:00', zone: 'UTC', reschedule: true };
      assert.equal(await vscode.commands.executeCommand('runbookLens.scheduleRetrospective', answers), undefined);
      assert.equal(await text('postmortems', calendar), 'Notes of ours\n');
    });

    it('refuses answers that make no sense', async () => {
      const uri = fileUri(...path);
      for (const answers of [
        { uri, start: 'soon', zone: 'UTC' },
        { uri, start: '2026-03-12 10:00', zone: 'Mars' },
        { uri, start: '2026-03-12 10:00', zone: 'UTC', minutes: -5 },
        { uri: fileUri('docs', 'architecture.md'), start: '2026-03-12 10:00', zone: 'UTC' },
      ]) {
        assert.equal(await vscode.commands.executeCommand('runbookLens.scheduleRetrospective', answers), undefined);
      }
      await vscode.commands.executeCommand('runbookLens.changeReviewStatus', { uri, status: 'somehow' });
      assert.equal(await text(...path), record);
      await assert.rejects(text('postmortems', calendar));
    });

    it('opens the guide beside the record, and the guide follows it', async () => {
      const { trees } = await indexed();
      await until('the tree to show it', () => trees.postmortem.find(fileUri(...path).toString()) !== undefined);
      const node = trees.postmortem.find(fileUri(...path).toString());
      await vscode.commands.executeCommand('runbookLens.facilitateRetrospective', node);
      const tabs = (): string[][] => vscode.window.tabGroups.all.map((group) => group.tabs.map(({ label }) => label));
      await until('both', () => tabs().length === 2);
      assert.deepEqual(tabs()[0], [name]);
      assert.match(tabs()[1]?.[0] ?? '', /2026-03-09-search \(guide\)\.md/);
      const guide = (): string =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'runbook-lens-guide')?.getText() ?? '';
      await until('the guide', () => guide().includes('Not written yet: Root Causes'));
      await replace('TODO', 'The new index lacked a field.');
      await until('the guide to follow', () => guide().includes('> The new index lacked a field'));
      assert.doesNotMatch(guide(), /Not written yet/);
    });
  });
}
