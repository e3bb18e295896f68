import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexed } from '../support.ts';

/** Tests in a window with nothing opened. */
export function noFolderTests(): void {
  describe('no folder', () => {
    it('has no workspace, and the index is ready and empty', async () => {
      const { index } = await indexed();
      assert.equal(vscode.workspace.workspaceFolders, undefined);
      assert.deepEqual(index.catalog.documents(), []);
    });

    it('leaves other files alone', async () => {
      const { index } = await indexed();
      const document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: '# Runbook: untitled\n',
      });
      await vscode.window.showTextDocument(document);
      await index.whenReady();
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    });
  });
}
