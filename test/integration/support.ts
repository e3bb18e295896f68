import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CatalogDocument } from '../../src/core/index.ts';
import type { Api } from '../../src/vscode/activate.ts';
import { poll } from '../support/poll.ts';

/** What the extension under test exports, once it is active. Fails when VS Code does not know the extension. */
export async function activeExtension(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('runbook-lens.runbook-lens');
  assert.ok(extension, 'VS Code does not know the extension runbook-lens.runbook-lens');
  const api = await extension.activate();
  assert.equal(extension.isActive, true);
  return api;
}

/** As `activeExtension`, when the first pass over the workspace has ended. */
export async function indexed(): Promise<Api> {
  const api = await activeExtension();
  await until('the index to be ready', () => api.index.state === 'ready');
  await api.findings.whenSettled();
  return api;
}

/** What the runner opened in this window, by its absolute path. Fails when it opened nothing. */
export function openedPath(): string {
  const opened = process.env['RUNBOOK_LENS_WORKSPACE'];
  assert.ok(opened, 'RUNBOOK_LENS_WORKSPACE is not set');
  return opened;
}

/** A file of the opened folder. */
export function fileUri(...parts: readonly string[]): vscode.Uri {
  return vscode.Uri.file(path.join(openedPath(), ...parts));
}

/** The catalog's document for a file of the opened folder; undefined when it has none. */
export function documentAt({ index }: Api, ...parts: readonly string[]): CatalogDocument | undefined {
  return index.catalog.get(fileUri(...parts).toString());
}

/** The messages of our diagnostics for a file of the opened folder. */
export function messagesAt(...parts: readonly string[]): string[] {
  return vscode.languages
    .getDiagnostics(fileUri(...parts))
    .filter(({ source }) => source === 'Runbook Lens')
    .map(({ message }) => message);
}

/** Waits until a condition holds; fails, naming it, when it never does. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  await poll(condition, (holds) => holds, what);
}

/** Opens a file of the opened folder in an editor. */
export async function openEditor(...parts: readonly string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(...parts)));
}

/** Closes all editors, dropping unsaved changes. */
export async function closeEditors(): Promise<void> {
  // On a busy machine the active editor is known later than its tab.
  await until('all editors to close', async () => {
    const open = vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
    if (open) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    return !open && vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty);
  });
}

/** The quick fixes and source actions of a kind that are offered for a whole document. */
export async function actionsFor(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everything,
    kind.value,
    20,
  );
}
