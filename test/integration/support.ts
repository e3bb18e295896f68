import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The extension under test, activated. Fails when VS Code does not know it. */
export async function activeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('runbook-lens.runbook-lens');
  assert.ok(extension, 'VS Code does not know the extension runbook-lens.runbook-lens');
  await extension.activate();
  assert.equal(extension.isActive, true);
  return extension;
}

/** What the runner opened in this window, by its absolute path. Fails when it opened nothing. */
export function openedPath(): string {
  const opened = process.env['RUNBOOK_LENS_WORKSPACE'];
  assert.ok(opened, 'RUNBOOK_LENS_WORKSPACE is not set');
  return opened;
}
