import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { alertRunbook } from '../../support/documents.ts';
import { writeTree } from '../../support/workspaces.ts';
import { documentAt, indexed, openedPath, until } from '../support.ts';

/** Tests in a window on an empty folder. */
export function emptyTests(): void {
  describe('an empty folder', () => {
    it('has empty trees, and checking it says so', async () => {
      const { index, trees } = await indexed();
      assert.deepEqual(index.catalog.documents(), []);
      assert.deepEqual(trees.runbook.getChildren(), []);
      void vscode.commands.executeCommand('runbookLens.checkAll');
    });

    it('shows the first runbook as soon as it is written', async () => {
      const api = await indexed();
      await writeTree(openedPath(), { 'runbooks/First.md': alertRunbook('First') });
      await until('the first runbook', () => documentAt(api, 'runbooks', 'First.md')?.kind === 'runbook');
    });
  });
}
