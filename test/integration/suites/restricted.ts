import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension } from '../support.ts';

/** Tests in a window on a git repository that is not trusted (Restricted Mode). */
export function restrictedTests(): void {
  describe('a repository in Restricted Mode', () => {
    it('does not trust the workspace', () => {
      assert.equal(vscode.workspace.isTrusted, false);
    });

    it('activates the extension', async () => {
      await activeExtension();
    });
  });
}
