import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { alertRunbook } from '../../support/documents.ts';
import { commitAll, git, writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, messagesAt, openedPath, openEditor, until } from '../support.ts';

/** That the catalog follows what happens to the files. */
export function liveTests(): void {
  describe('the index stays true', () => {
    afterEach(closeEditors);

    it('when a file is created, changed, renamed and deleted by another program', async () => {
      const api = await indexed();
      const file = fileUri('runbooks', 'alerts', 'DnsSlow.md').fsPath;
      await writeFile(file, alertRunbook('DnsSlow'));
      await until('the new file', () => documentAt(api, 'runbooks', 'alerts', 'DnsSlow.md')?.kind === 'runbook');
      await writeFile(file, alertRunbook('DnsSlow', ['Meaning', 'Impact', 'Mitigation']));
      await until('the change', () =>
        messagesAt('runbooks', 'alerts', 'DnsSlow.md').some((message) =>
          message.startsWith('Missing section: Diagnosis'),
        ),
      );
      await rename(file, fileUri('runbooks', 'alerts', 'DnsVerySlow.md').fsPath);
      await until('the new name', () => documentAt(api, 'runbooks', 'alerts', 'DnsVerySlow.md') !== undefined);
      await until('the old name to go', () => documentAt(api, 'runbooks', 'alerts', 'DnsSlow.md') === undefined);
      assert.deepEqual(messagesAt('runbooks', 'alerts', 'DnsSlow.md'), []);
      await rm(fileUri('runbooks', 'alerts', 'DnsVerySlow.md').fsPath);
      await until('the file to go', () => documentAt(api, 'runbooks', 'alerts', 'DnsVerySlow.md') === undefined);
    });

    it('when a file is deleted as soon as it was typed in, while it is open', async () => {
      const api = await indexed();
      await writeTree(openedPath(), { 'runbooks/alerts/DnsSlow.md': alertRunbook('DnsSlow') });
      const editor = await openEditor('runbooks', 'alerts', 'DnsSlow.md');
      await until('the new file', () => documentAt(api, 'runbooks', 'alerts', 'DnsSlow.md') !== undefined);
      await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), 'More.\n'));
      await editor.document.save();
      await rm(editor.document.uri.fsPath);
      await until('the file to go', () => documentAt(api, 'runbooks', 'alerts', 'DnsSlow.md') === undefined);
      // What was typed is read after a pause, when the file is gone already and still open.
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(documentAt(api, 'runbooks', 'alerts', 'DnsSlow.md'), undefined);
      await closeEditors();
    });

    it('when a folder is moved and deleted', async () => {
      const api = await indexed();
      await writeTree(openedPath(), { 'runbooks/mail/MailQueueFull.md': alertRunbook('MailQueueFull') });
      await until('the folder', () => documentAt(api, 'runbooks', 'mail', 'MailQueueFull.md') !== undefined);
      await rename(fileUri('runbooks', 'mail').fsPath, fileUri('runbooks', 'post').fsPath);
      await until('the new place', () => documentAt(api, 'runbooks', 'post', 'MailQueueFull.md') !== undefined);
      await until(
        'the old place to be empty',
        () => documentAt(api, 'runbooks', 'mail', 'MailQueueFull.md') === undefined,
      );
      await rm(fileUri('runbooks', 'post').fsPath, { recursive: true });
      await until('the folder to go', () => documentAt(api, 'runbooks', 'post', 'MailQueueFull.md') === undefined);
    });

    it('when a file is created that git ignores, or becomes ignored', async () => {
      const api = await indexed();
      await writeTree(openedPath(), {
        'runbooks/ignored/second.md': '# Runbook: second\n',
        'runbooks/tasks/soon.md': '# Restart the soon-to-be-ignored service\n\n1. Do.\n',
      });
      await until('the file that is not ignored', () => documentAt(api, 'runbooks', 'tasks', 'soon.md') !== undefined);
      assert.equal(documentAt(api, 'runbooks', 'ignored', 'second.md'), undefined);
      await writeTree(openedPath(), { '.gitignore': 'ignored/\nsoon.md\n' });
      await until('it to be ignored', () => documentAt(api, 'runbooks', 'tasks', 'soon.md') === undefined);
      await rm(fileUri('runbooks', 'tasks', 'soon.md').fsPath);
      await writeTree(openedPath(), { '.gitignore': 'ignored/\n' });
    });

    it('when another branch is checked out, with its history', async () => {
      const api = await indexed();
      await git(openedPath(), ['checkout', '--quiet', '-b', 'other']);
      await writeTree(openedPath(), {
        'runbooks/alerts/CacheDown.md': alertRunbook('CacheDown'),
        'runbooks/alerts/OnlyHere.md': alertRunbook('OnlyHere'),
      });
      await commitAll(openedPath(), {
        message: 'Complete CacheDown',
        date: '2026-03-01T08:00:00Z',
        author: 'Bo Example <bo@example.com>',
      });
      const authorOf = (): string | undefined => {
        const document = documentAt(api, 'runbooks', 'alerts', 'CacheDown.md');
        return document && api.index.catalog.lastChange(document)?.author;
      };
      await until('the commit to be known', () => authorOf() === 'Bo Example');
      await until('the finding to go', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 0);
      await git(openedPath(), ['checkout', '--quiet', 'main']);
      await until('the finding to be back', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 1);
      await until(
        'the other branch to be forgotten',
        () => documentAt(api, 'runbooks', 'alerts', 'OnlyHere.md') === undefined,
      );
      await until('the former author', () => authorOf() === 'Ada Example');
    });

    it('when unsaved changes are dropped', async () => {
      const api = await indexed();
      const editor = await openEditor('runbooks', 'alerts', 'ApiErrorsHigh.md');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 2), 'Changed '));
      await until(
        'the unsaved title',
        () => documentAt(api, 'runbooks', 'alerts', 'ApiErrorsHigh.md')?.title === 'Changed ApiErrorsHigh',
      );
      await closeEditors();
      await until(
        'the saved title',
        () => documentAt(api, 'runbooks', 'alerts', 'ApiErrorsHigh.md')?.title === 'ApiErrorsHigh',
      );
    });

    it('when settings narrow the files', async () => {
      const api = await indexed();
      const settings = vscode.workspace.getConfiguration('runbookLens');
      await settings.update('files.exclude', ['runbooks/tasks/**'], vscode.ConfigurationTarget.Workspace);
      try {
        await until(
          'the excluded files to go',
          () => documentAt(api, 'runbooks', 'tasks', 'rotate the keys.md') === undefined,
        );
      } finally {
        await settings.update('files.exclude', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('them to be back', () => documentAt(api, 'runbooks', 'tasks', 'rotate the keys.md') !== undefined);
    });
  });
}
