import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentAt, indexed, messagesAt, until } from '../support.ts';

/** Tests in a window on a git repository that is not trusted (Restricted Mode). */
export function restrictedTests(): void {
  describe('a repository in Restricted Mode', () => {
    it('is indexed without starting git', async () => {
      const api = await indexed();
      assert.equal(vscode.workspace.isTrusted, false);
      assert.equal(api.index.history, undefined);
      assert.equal(api.index.repository, undefined);
      const document = documentAt(api, 'runbooks', 'alerts', 'CacheDown.md');
      assert.equal(document?.kind, 'runbook');
      assert.equal(document && api.index.catalog.lastChange(document), undefined);
      assert.equal(documentAt(api, 'runbooks', 'ignored', 'secret.md'), undefined);
    });

    it('opens no terminal for its commands', async () => {
      await indexed();
      const document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: '# A\n\n```sh\nls\n```\n',
      });
      const command = { uri: document.uri.toString(), line: 3 };
      await vscode.commands.executeCommand('runbookLens.copyCommand', command);
      assert.equal(await vscode.env.clipboard.readText(), 'ls');
      await vscode.commands.executeCommand('runbookLens.sendToTerminal', command);
      assert.deepEqual(vscode.window.terminals, []);
    });

    it('is checked like any other', async () => {
      await indexed();
      await until('the diagnostics', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 1);
    });
  });
}
