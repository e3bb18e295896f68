import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { alertRunbook } from '../../support/documents.ts';
import { writeTree } from '../../support/workspaces.ts';
import { indexed, openedPath, until } from '../support.ts';

/** Tests in a window on a workspace with two git repositories. */
export function multiRootTests(): void {
  describe('two git repositories', () => {
    const folder = (name: string): vscode.Uri => vscode.Uri.file(path.join(path.dirname(openedPath()), name));

    it('are both opened and indexed', async () => {
      const { index } = await indexed();
      const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath);
      assert.deepEqual(folders, [folder('first').fsPath, folder('second').fsPath]);
      for (const name of ['first', 'second']) {
        const inside = index.catalog.documents('runbook').filter(({ root }) => root === folder(name).toString());
        assert.equal(inside.length, 9, name);
      }
    });

    it('are the top of the trees, and neighbours are looked for within each', async () => {
      const { trees, actionItems, index } = await indexed();
      const top = trees.runbook.getChildren()?.map((node) => trees.runbook.getTreeItem(node).label);
      assert.deepEqual(top, ['first', 'second']);
      await until('the action items', () => actionItems.getChildren()?.length === 2);
      for (const root of actionItems.getChildren() ?? []) {
        assert.equal(root.type, 'root');
        assert.equal(actionItems.getChildren(root)?.length, 2, 'two postmortems in each');
      }
      const uri = vscode.Uri.joinPath(folder('second'), 'runbooks', 'alerts', 'CacheDown.md').toString();
      assert.match(index.catalog.findings(uri, {})[0]?.message ?? '', /6 of 7 runbooks/);
    });

    it('have alerts whose runbooks are in the other', async () => {
      const api = await indexed();
      const { alerts, tree } = await api.alerts();
      const rows = (): string[] =>
        alerts.alerts.map((found) => `${found.alert.name} ${alerts.folderOf(found.uri)?.targetOf(found)?.uri.path}`);
      const page = vscode.Uri.joinPath(folder('second'), 'runbooks', 'alerts', 'QueueBacklog.md');
      await until('the alerts', () => rows().join() === `QueueIsLong ${page.path}`);
      assert.deepEqual(
        alerts.usesOf(page.toString()).map(({ name, uri }) => [name, vscode.Uri.parse(uri).path]),
        [['QueueIsLong', vscode.Uri.joinPath(folder('first'), 'rules', 'queue.yaml').path]],
      );
      const [found] = alerts.alerts;
      const heading = found && alerts.folderOf(found.uri)?.targetOf(found)?.heading;
      assert.equal(heading?.title, 'Mitigation');
      await until('the rows', () => {
        const [first] = tree.getChildren();
        return first !== undefined && tree.getTreeItem(first).label === 'Runbook';
      });
    });

    it('have paths for agents that differ, also from those of another folder of the same name', async () => {
      const { index } = await indexed();
      const other = vscode.Uri.joinPath(folder('copies'), 'first');
      await writeTree(other.fsPath, { 'runbooks/alerts/CacheDown.md': alertRunbook('Zeppelin') });
      const count = (): number => index.catalog.documents().filter(({ root }) => root === other.toString()).length;
      const read = async (path: string): Promise<string> => {
        const options = { input: { path }, toolInvocationToken: undefined };
        const { content } = await vscode.lm.invokeTool('runbookLens_get_runbook', options);
        const [part] = content;
        assert.ok(part instanceof vscode.LanguageModelTextPart);
        return part.value;
      };
      assert.equal(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: other }), true);
      await until('the third folder', () => count() === 1);
      assert.match(await read('first (2)/runbooks/alerts/CacheDown.md'), /What Zeppelin says/);
      assert.match(await read('first/runbooks/alerts/CacheDown.md'), /What CacheDown says/);
      assert.equal(vscode.workspace.updateWorkspaceFolders(2, 1), true);
      await until('it to go', () => count() === 0);
    });

    it('may leave and come back', async () => {
      const { index } = await indexed();
      const inSecond = (): number =>
        index.catalog.documents().filter(({ root }) => root === folder('second').toString()).length;
      assert.equal(vscode.workspace.updateWorkspaceFolders(1, 1), true);
      await until('the second folder to go', () => inSecond() === 0);
      const gone = vscode.Uri.joinPath(folder('second'), 'runbooks', 'alerts', 'CacheDown.md');
      await until('its diagnostics to go', () => vscode.languages.getDiagnostics(gone).length === 0);
      assert.equal(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: folder('second') }), true);
      await until('it to be back', () => inSecond() > 9);
    });
  });
}
