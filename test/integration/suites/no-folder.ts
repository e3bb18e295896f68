import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension } from '../support.ts';

/** Tests in a window with nothing opened. */
export function noFolderTests(): void {
  describe('no folder', () => {
    it('activates the extension', async () => {
      await activeExtension();
    });

    it('has no workspace', () => {
      assert.equal(vscode.workspace.workspaceFolders, undefined);
    });
  });
}
