import assert from 'node:assert/strict';
import { chmod, readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { pem, summed } from '../../unit/support/made-secrets.ts';
import { git, writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, messagesAt, openedPath, openEditor, until } from '../support.ts';

const record = ['postmortems', '2026-01-13-card-payments.md'] as const;
const recordPath = record.join('/');

/** Commits a record through the command, as a keybinding would. */
async function commit(answers: Readonly<Record<string, unknown>>): Promise<unknown> {
  return vscode.commands.executeCommand('runbookLens.commitRecord', answers);
}

/** Appends a line to the record in its editor, without saving it. */
async function type(line: string): Promise<vscode.TextDocument> {
  const editor = await openEditor(...record);
  // The file was checked out again after the last test, which a busy editor notices late. Then it refuses to save.
  await vscode.commands.executeCommand('workbench.action.files.revert');
  const disk = await readFile(editor.document.uri.fsPath, 'utf8');
  await until('the editor to have what is on disk', () => editor.document.getText() === disk);
  await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), `${line}\n`));
  assert.equal(editor.document.isDirty, true);
  return editor.document;
}

/** Records are committed on request, each by itself. */
export function gitTests(): void {
  describe('git', () => {
    const run = (...args: readonly string[]): Promise<string> => git(openedPath(), args);
    let head = '';

    before(async () => {
      head = await run('rev-parse', 'HEAD');
      await run('config', 'user.name', 'Ada Example');
      await run('config', 'user.email', 'ada@example.com');
      await run('config', 'commit.gpgSign', 'false');
      await run('config', 'core.hooksPath', '.git/hooks');
    });
    afterEach(async () => {
      await closeEditors();
      await rm(fileUri('.git', 'hooks').fsPath, { recursive: true, force: true });
      await run('symbolic-ref', 'HEAD', 'refs/heads/main');
      await run('update-ref', 'refs/heads/main', head);
      await run('reset', '--quiet');
      await run('checkout', '--quiet', '--', 'postmortems', 'docs');
    });

    it('commits unsaved text of a record, alone, beside other staged work', async () => {
      const api = await indexed();
      await writeTree(openedPath(), { 'docs/architecture.md': '# Architecture\n\nFour services.\n' });
      await run('add', 'docs/architecture.md');
      const staged = await run('diff', '--cached');
      await type('- 10:30 It is over.');
      await commit({ uri: fileUri(...record).toString(), message: 'Update the record', newBranch: false });
      assert.equal(
        await run('log', '--format=%s%n%an', '--name-only', `${head}..HEAD`),
        `Update the record\nAda Example\n\n${recordPath}`,
      );
      assert.match(await run('show', `HEAD:${recordPath}`), /- 10:30 It is over\.$/);
      assert.equal(await run('diff', '--cached'), staged);
      assert.equal(await run('symbolic-ref', '--short', 'HEAD'), 'main');
      await until('the last change to be known', () => {
        const document = documentAt(api, ...record);
        return document !== undefined && api.index.catalog.lastChange(document)?.date.startsWith('2025') === false;
      });
    });

    it('commits the record of the active editor on a new branch', async () => {
      await indexed();
      await type('- 10:40 It is looked at.');
      await commit({ message: 'Record it\n\nStatus: Reviewed', newBranch: 'incident/2026-01-13-cards' });
      assert.equal(await run('symbolic-ref', '--short', 'HEAD'), 'incident/2026-01-13-cards');
      assert.equal(
        await run('log', '--format=%B', '--name-only', 'main..HEAD'),
        `Record it\n\nStatus: Reviewed\n\n\n${recordPath}`,
      );
      await run('symbolic-ref', 'HEAD', 'refs/heads/main');
      await run('branch', '--quiet', '--delete', '--force', 'incident/2026-01-13-cards');
    });

    it('leaves everything as it is when a hook refuses', async () => {
      await indexed();
      await writeTree(openedPath(), { '.git/hooks/pre-commit': '#!/bin/sh\necho "no" >&2\nexit 1\n' });
      await chmod(fileUri('.git', 'hooks', 'pre-commit').fsPath, 0o755);
      const document = await type('- 10:50 It is still looked at.');
      assert.equal(await commit({ message: 'Record it', newBranch: 'incident/refused' }), undefined);
      assert.equal(document.isDirty, false);
      assert.equal(await run('rev-parse', 'HEAD'), head);
      assert.equal(await run('symbolic-ref', '--short', 'HEAD'), 'main');
      assert.equal(await run('branch', '--list', 'incident/refused'), '');
      assert.equal(await run('status', '--porcelain', '--', 'postmortems'), `M ${recordPath}`);
    });

    it('commits a secret only if the user wants that, and does not ask again for one that is committed', async () => {
      await indexed();
      const token = summed(['ghp', ''].join('_'));
      await type(`- 10:55 Used ${token}\n\n\`\`\`text\n${pem()}\n\`\`\``);
      // Nobody answers the question: whether it waits or is refused, nothing is committed.
      const unanswered = commit({ message: 'Record it', newBranch: false });
      await Promise.race([unanswered, new Promise((resolve) => setTimeout(resolve, 2000))]);
      assert.equal(await run('rev-parse', 'HEAD'), head);
      const answers = { uri: fileUri(...record).toString(), newBranch: false };
      await commit({ ...answers, message: 'Record it', secrets: 'keep' });
      assert.match(await run('show', `HEAD:${recordPath}`), new RegExp(`Used ${token}`));
      await type('- 10:58 It is over.');
      await commit({ ...answers, message: 'Record more' });
      assert.equal(await run('log', '--format=%s', `${head}..HEAD`), 'Record more\nRecord it');
    });

    it('does not commit a record with a merge conflict, which the sidebar shows as one', async () => {
      const { trees } = await indexed();
      const conflict = '<<<<<<< HEAD\n- 10:20: down\n=======\n- 10:25: down\n>>>>>>> other';
      const document = await type(conflict);
      const uri = document.uri.toString();
      await until('the finding', () => messagesAt(...record).some((message) => message.startsWith('Merge conflict')));
      assert.equal(messagesAt(...record).length, 1);
      const shown = (): vscode.TreeItem | undefined => {
        const node = trees.postmortem.find(uri);
        return node && trees.postmortem.getTreeItem(node);
      };
      await until('the sidebar', () => shown()?.description === 'merge conflict');
      const icon = shown()?.iconPath;
      assert.ok(icon instanceof vscode.ThemeIcon);
      assert.equal(icon.id, 'git-merge');
      assert.match(shown()?.accessibilityInformation?.label ?? '', /postmortem, merge conflict$/);
      assert.equal(await commit({ message: 'Record it', newBranch: false }), undefined);
      assert.equal(await run('rev-parse', 'HEAD'), head);
      assert.doesNotMatch(await readFile(document.uri.fsPath, 'utf8'), /<<<<<<</);
    });
  });
}
