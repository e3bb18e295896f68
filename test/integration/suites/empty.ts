import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { alertRunbook } from '../../support/documents.ts';
import { writeTree } from '../../support/workspaces.ts';
import { servicePageUri } from '../../../src/vscode/services/service-page.ts';
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

    it('shows services that only rules name, without a runbook or postmortem', async () => {
      const { index } = await indexed();
      const root = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '';
      const page = servicePageUri({ root, top: root, key: 'ledger' }, 'ledger');
      await writeTree(openedPath(), {
        'rules/ledger.yaml':
          'groups:\n  - name: all\n    rules:\n      - alert: BooksOpen\n        expr: up == 0\n        labels: {service: ledger}\n',
      });
      // Pages have a provider as soon as services are loaded. Nothing here asks for them.
      await until('the services', async () => {
        const found = await vscode.workspace.openTextDocument(page).then(undefined, () => undefined);
        return found !== undefined;
      });
      assert.deepEqual(index.catalog.documents(), []);
    });

    it('shows the first runbook as soon as it is written', async () => {
      const api = await indexed();
      await writeTree(openedPath(), { 'runbooks/First.md': alertRunbook('First') });
      await until('the first runbook', () => documentAt(api, 'runbooks', 'First.md')?.kind === 'runbook');
    });
  });
}
