import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { activeExtension, openedPath } from '../support.ts';

/** Tests in a window on a workspace with two git repositories. */
export function multiRootTests(): void {
  describe('two git repositories', () => {
    it('activates the extension', async () => {
      await activeExtension();
    });

    it('opens both folders', () => {
      const parent = path.dirname(openedPath());
      const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.fsPath);
      assert.deepEqual(folders, [path.join(parent, 'first'), path.join(parent, 'second')]);
    });
  });
}
