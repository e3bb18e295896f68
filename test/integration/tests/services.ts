import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ServiceWorkbench } from '../../../src/vscode/features/services/workbench.ts';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, fileUri, indexed, messagesAt, openEditor, openedPath, until } from '../support.ts';

type Tree = ServiceWorkbench['tree'];
type Node = ReturnType<Tree['getChildren']>[number];

/** The services, as soon as those of alerts are among them. */
async function workbench(): Promise<ServiceWorkbench> {
  const api = await indexed();
  const { alerts } = await api.alerts();
  await alerts.settled();
  const found = await api.services();
  await until('the services of alerts', () => labels(found.tree).includes('storage'));
  return found;
}

function rowNamed(tree: Tree, label: string, parent?: Node): Node {
  const found = tree.getChildren(parent).find((node) => tree.getTreeItem(node).label === label);
  assert.ok(found, `${label} among ${labels(tree, parent).join(', ')}`);
  return found;
}

function labels(tree: Tree, parent?: Node): string[] {
  return tree.getChildren(parent).map((node) => labelOf(tree.getTreeItem(node)));
}

function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}

/** What the editor shows of services. */
export function serviceTests(): void {
  describe('services', () => {
    afterEach(closeEditors);

    it('are listed from documents and the labels of alerts, with what each has', async () => {
      const { tree } = await workbench();
      assert.deepEqual(labels(tree), ['payments', 'search', 'storage']);
      const storage = rowNamed(tree, 'storage');
      assert.deepEqual(
        tree.getChildren(storage).map((node) => {
          const { label, description } = tree.getTreeItem(node);
          return [label, description];
        }),
        [
          ['Alerts', '5 · 2 without runbook'],
          ['Runbooks', '3'],
          ['Readiness', '0 of 3 read'],
        ],
      );
      const [alert] = tree.getChildren(rowNamed(tree, 'Alerts', storage));
      assert.ok(alert);
      const opens = tree.getTreeItem(alert).command;
      assert.equal(opens?.command, 'vscode.open');
      await vscode.commands.executeCommand(opens.command, ...(opens.arguments ?? []));
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /rules\/\w+\.yaml$/);
    });

    it('have a page, with links to files and lines, which follows changes', async () => {
      await workbench();
      await vscode.commands.executeCommand('runbookLens.openServicePage', { service: 'storage' });
      const find = (): vscode.TextDocument | undefined =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'runbook-lens-service');
      await until('the page', () => find() !== undefined);
      const page = find();
      assert.ok(page);
      const text = page.getText();
      assert.match(text, /^# storage\n/);
      assert.match(text, /\[DiskFillingUp\]\(rules\/storage\.yaml#L4\)/);
      const added = fileUri('runbooks', 'alerts', 'VolumeLost.md');
      const runbook = (await readFile(fileUri('runbooks', 'alerts', 'DiskFillingUp.md').fsPath, 'utf8')).replaceAll(
        'DiskFillingUp',
        'VolumeLost',
      );
      try {
        await writeFile(added.fsPath, `---\nservice: storage\n---\n${runbook}`);
        await until('the new runbook on the page', async () => {
          const now = await vscode.workspace.openTextDocument(page.uri);
          return now.getText().includes('(runbooks/alerts/VolumeLost.md)');
        });
      } finally {
        await rm(added.fsPath);
      }
      await until('the page without it', async () => {
        const now = await vscode.workspace.openTextDocument(page.uri);
        return !now.getText().includes('VolumeLost');
      });
    });

    it('keep which runbooks were read and which drills were done, on this machine', async () => {
      const { tree } = await workbench();
      await vscode.commands.executeCommand('runbookLens.noteDrill', { service: 'storage', title: 'Fill a disk' });
      const readiness = rowNamed(tree, 'Readiness', rowNamed(tree, 'storage'));
      const item = tree.getTreeItem(readiness);
      assert.equal(item.description, '0 of 3 read · 1 drill');
      assert.ok(typeof item.tooltip === 'string');
      assert.match(item.tooltip, /Drill on \d{4}-\d\d-\d\d: Fill a disk/);
      const [row] = tree.getChildren(readiness);
      assert.ok(row);
      assert.deepEqual(
        (tree.getTreeItem(row).checkboxState as { state: vscode.TreeItemCheckboxState }).state,
        vscode.TreeItemCheckboxState.Unchecked,
      );
    });

    it('are told in a hover where a document names them', async () => {
      await workbench();
      const { document } = await openEditor('postmortems', '2026-01-13-card-payments.md');
      const at = document.positionAt(document.getText().indexOf('payments', document.getText().indexOf('service')));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const told = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
      assert.match(told, /\*\*payments\*\*/);
      assert.match(told, /Incidents\\?: 1/);
    });
  });

  describe('a look for stale runbooks', () => {
    it('can be cancelled, and done again', async () => {
      const { staleness } = await workbench();
      await assert.rejects(staleness.find(AbortSignal.abort()));
      const cancel = new AbortController();
      const looking = staleness.find(cancel.signal);
      cancel.abort();
      await assert.rejects(looking);
      const { hasLooked } = await staleness.find(new AbortController().signal);
      assert.equal(hasLooked, true);
    });
  });

  describe('a file of objectives', () => {
    const file = ['slos', 'storage.yaml'] as const;
    const objectives = (target: string): string =>
      `version: prometheus/v1\nservice: storage\nslos:\n  - name: available\n    objective: ${target}\n    sli: {events: {error_query: e, total_query: t}}\n`;
    const write = (target: string): Promise<void> => writeTree(openedPath(), { [file.join('/')]: objectives(target) });
    const isTold = (): boolean => messagesAt(...file).some((message) => message.includes('above 100 %'));

    afterEach(async () => {
      await closeEditors();
      await rm(fileUri('slos').fsPath, { recursive: true, force: true });
      await until('no problem', () => messagesAt(...file).length === 0);
    });

    it('has its problems in the Problems panel until it is mended', async () => {
      await workbench();
      await write('120');
      await until('the problem', isTold);
      const [told] = vscode.languages.getDiagnostics(fileUri(...file));
      assert.equal(told?.source, 'Runbook Lens');
      assert.equal(told.severity, vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(told.range, new vscode.Range(4, 4, 4, 18));
      await write('99.9');
      await until('no problem', () => !isTold());
      const api = await indexed();
      const root = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '';
      const { source } = await api.alerts();
      await until('the objective', () => source.objectivesOf(root).some(({ name }) => name === 'available'));
    });

    it('keeps its objectives when other files change while it is read', async () => {
      await workbench();
      const { alerts } = await (await indexed()).alerts();
      const [folder] = alerts.folders;
      assert.ok(folder);
      await write('99.9');
      await until('the objective', () => folder.objectives.length === 1);
      const editor = await openEditor('docs', 'architecture.md');
      folder.refresh();
      const read = folder.settled();
      for (let edits = 0; edits < 20; edits += 1) {
        await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'x'));
      }
      await read;
      assert.equal(folder.objectives.length, 1);
    });

    it('has none while checks are turned off', async () => {
      await workbench();
      await write('120');
      await until('the problem', isTold);
      const settings = vscode.workspace.getConfiguration('runbookLens');
      await settings.update('checks.enabled', false, vscode.ConfigurationTarget.Workspace);
      try {
        await until('no problem', () => !isTold());
      } finally {
        await settings.update('checks.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('the problem again', isTold);
    });
  });

  describe('a review', () => {
    afterEach(closeEditors);

    it('is noted in the runbook, and one undo takes it back', async () => {
      const api = await indexed();
      const file = fileUri('runbooks', 'alerts', 'ApiLatencyHigh.md');
      const before = await readFile(file.fsPath, 'utf8');
      await vscode.commands.executeCommand('vscode.open', file);
      await vscode.commands.executeCommand('runbookLens.reviewedToday', file);
      // The day of this computer's time zone, written as in Sweden: YYYY-MM-DD.
      const day = api.clock.now().toLocaleDateString('sv-SE');
      const reviewed = new RegExp(`^---\\nlast_reviewed: ${day}\\n---\\n`);
      await until('the review on disk', async () => reviewed.test(await readFile(file.fsPath, 'utf8')));
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until('the text as before', async () => (await readFile(file.fsPath, 'utf8')) === before);
    });
  });
}
