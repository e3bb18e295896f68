import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, openedPath } from '../support.ts';

/** That the window is what the tests take it for, and that every command is there. */
export function activationTests(): void {
  it('opens the prepared folder, trusted', () => {
    const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.fsPath);
    assert.deepEqual(folders, [openedPath()]);
    assert.equal(vscode.workspace.isTrusted, true);
  });

  it('is activated by a workspace with markdown, and has every contributed command', async () => {
    const extension = vscode.extensions.getExtension('runbook-lens.runbook-lens');
    await activeExtension();
    const contributed: ReadonlyArray<{ command: string }> = extension?.packageJSON.contributes.commands;
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = contributed.map(({ command }) => command).filter((command) => !known.has(command));
    assert.ok(contributed.length > 10);
    assert.deepEqual(missing, []);
  });
}
