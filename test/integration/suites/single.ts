import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, openedPath } from '../support.ts';

/** Tests in a window on one git repository. */
export function singleTests(): void {
  describe('one git repository', () => {
    it('activates the extension', async () => {
      await activeExtension();
    });

    it('opens the prepared folder, trusted', () => {
      const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.fsPath);
      assert.deepEqual(folders, [openedPath()]);
      assert.equal(vscode.workspace.isTrusted, true);
    });
  });
}
