import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, fileUri, indexed, openEditor, until } from '../support.ts';

/** The commands that need no dialogue; the others are driven by keyboard in the UI tests. */
export function commandTests(): void {
  describe('commands', () => {
    afterEach(closeEditors);

    it('open a document, to the side, and as a preview', async () => {
      await indexed();
      const uri = fileUri('runbooks', 'alerts', 'DiskFillingUp.md');
      await vscode.commands.executeCommand('runbookLens.open', uri);
      await until('the editor', () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString());
      await vscode.commands.executeCommand('runbookLens.openToSide', fileUri('runbooks', 'alerts', 'NodeDown.md'));
      await until('a second group', () => vscode.window.tabGroups.all.length === 2);
      await vscode.commands.executeCommand('runbookLens.openPreview', uri);
      await until(
        'the preview',
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Preview') === true,
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('copy a path', async () => {
      await indexed();
      const uri = fileUri('runbooks', 'alerts', 'DiskFillingUp.md');
      await vscode.commands.executeCommand('runbookLens.copyPath', uri);
      assert.equal(await vscode.env.clipboard.readText(), uri.fsPath);
      await vscode.commands.executeCommand('runbookLens.copyRelativePath', uri);
      assert.equal(await vscode.env.clipboard.readText(), 'runbooks/alerts/DiskFillingUp.md');
    });

    it('neither rename nor delete the document of the active editor', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'DiskFillingUp.md');
      await vscode.commands.executeCommand('runbookLens.renameDocument');
      await vscode.commands.executeCommand('runbookLens.deleteDocument');
      assert.ok((await vscode.workspace.fs.stat(document.uri)).size > 0);
    });

    it('take a tree item as well as a URI', async () => {
      const { trees } = await indexed();
      const node = trees.runbook.find(fileUri('runbooks', 'alerts', 'NodeDown.md').toString());
      assert.ok(node);
      await vscode.commands.executeCommand('runbookLens.open', node);
      await until(
        'the editor',
        () => vscode.window.activeTextEditor?.document.fileName.endsWith('NodeDown.md') === true,
      );
    });

    it('check all documents, show the log, the settings and the Explorer, and index again', async () => {
      const { index } = await indexed();
      const count = index.catalog.documents().length;
      await vscode.commands.executeCommand('runbookLens.checkAll');
      await vscode.commands.executeCommand('runbookLens.showLog');
      await vscode.commands.executeCommand('runbookLens.openSettings');
      await vscode.commands.executeCommand('runbookLens.revealInExplorer', fileUri('runbooks', 'README.md'));
      await vscode.commands.executeCommand('runbookLens.refresh');
      assert.equal(index.state, 'ready');
      assert.equal(index.catalog.documents().length, count);
    });

    it('stop indexing and take it up again', async () => {
      const { index } = await indexed();
      index.refresh();
      await vscode.commands.executeCommand('runbookLens.cancelIndexing');
      await index.whenReady();
      await vscode.commands.executeCommand('runbookLens.refresh');
      assert.equal(index.state, 'ready');
    });
  });
}
