import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/activate.ts';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, openEditor, until } from '../support.ts';

const list = ['postmortems', '2026-04-01-mail-late.md'] as const;
const table = ['postmortems', '2026-05-01-disk-full.md'] as const;

const head = (title: string, date: string, service: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\nseverity: SEV-2\nservices: [${service}]\n---\n\n# ${title}\n\n## Summary\n\nIt failed.\n\n## Impact\n\nNone.\n\n## Action Items\n\n`;
const documents = {
  [list.join('/')]:
    `${head('Mail was late', '2026-04-01', 'mail')}- [ ] Add a worker (owner: Ada, due 2001-02-03)\n- [x] Page earlier (owner: Bo)\n- [ ] Test it, see OPS-12\n- [ ] Call them (won't do)\n`,
  [table.join('/')]:
    `${head('The disk was full', '2026-05-01', 'files')}| Action | Owner | Due | Status |\n| ------ | ----- | ---------- | ------ |\n| Clean  | Ada   |            | Done   |\n| Watch  |       | 2999-01-01 | Open   |\n`.replaceAll(
      '\n',
      '\r\n',
    ),
};

type Tree = Api['actionItems'];
type Node = NonNullable<ReturnType<Tree['getChildren']>>[number];

/** The tree as text: a line for each item, indented by depth. */
function shown(tree: Tree, node?: Node, depth = 0): string[] {
  return (tree.getChildren(node) ?? []).flatMap((child) => {
    const item = tree.getTreeItem(child);
    assert.equal(tree.getParent(child), node);
    assert.ok(item.accessibilityInformation?.label, 'every item says something to a screen reader');
    const icon = item.iconPath instanceof vscode.ThemeIcon ? `${item.iconPath.id} ` : '';
    const box = item.checkboxState === undefined ? '' : isTicked(item) ? '[x] ' : '[ ] ';
    const label = typeof item.label === 'string' ? item.label : '';
    return [
      `${'  '.repeat(depth)}${box}${icon}${label} | ${String(item.description)}`,
      ...shown(tree, child, depth + 1),
    ];
  });
}

function isTicked({ checkboxState }: vscode.TreeItem): boolean {
  const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
  return state === vscode.TreeItemCheckboxState.Checked;
}

/** The node of an item whose text begins so. */
function nodeOf(tree: Tree, text: string): Node {
  const found = (tree.getChildren() ?? [])
    .flatMap((group) => tree.getChildren(group) ?? [])
    .find((node) => node.type === 'item' && node.followUp.item.text.startsWith(text));
  assert.ok(found, `No item ${text}`);
  return found;
}

/** The tree of action items, and what can be done with them. */
export function actionItemTests(): void {
  describe('action items', () => {
    let api: Api;
    let tree: Tree;

    beforeEach(async () => {
      api = await indexed();
      tree = api.actionItems;
      await writeTree(openedPath(), documents);
      await until('both records', () => [list, table].every((path) => documentAt(api, ...path) !== undefined));
      await vscode.commands.executeCommand('runbookLens.showActionItems', {
        states: ['overdue', 'open', 'done', 'wont-do'],
      });
      await vscode.commands.executeCommand('runbookLens.groupActionItems', { grouping: 'owner' });
      await until('the items', () => tree.followUps.some(({ item }) => item.text === 'Watch'));
    });
    afterEach(async () => {
      await closeEditors();
      await vscode.commands.executeCommand('runbookLens.showActionItems', { states: ['overdue', 'open'] });
      await vscode.commands.executeCommand('runbookLens.groupActionItems', { grouping: 'postmortem' });
      await Promise.all([list, table].map((path) => rm(fileUri(...path).fsPath, { force: true })));
      await until('the records to go', () => documentAt(api, ...list) === undefined);
      await until('the records to go', () => documentAt(api, ...table) === undefined);
    });

    /** Added to the item whose date passed on 3 February 2001. */
    const overdue = `${Math.floor((Date.now() - Date.parse('2001-02-03')) / 86_400_000 / 365.25)}y late`;
    const text = (path: readonly string[]): Promise<string> => readFile(fileUri(...path).fsPath, 'utf8');
    const textBefore = (path: readonly string[]): string => documents[path.join('/')] ?? '';

    /** The lines of a record that are not what they were. */
    async function changedLines(path: readonly string[]): Promise<string[]> {
      const before = textBefore(path).split(/(?<=\n)/);
      const after = (await text(path)).split(/(?<=\n)/);
      assert.equal(after.length, before.length);
      return after.filter((line, index) => line !== before[index]);
    }

    it('stand in groups, with owner, due date and state, and are counted when they are overdue', () => {
      assert.deepEqual(
        shown(tree).filter((line) => !line.includes('Something about')),
        [
          'person Ada | 2 · 1 overdue',
          `  [ ] warning Add a worker | ${overdue}`,
          '  [x] Clean | done',
          'person Bo | 1',
          '  [x] Page earlier | done',
          `person No owner | ${tree.followUps.filter(({ item }) => item.owner === undefined).length}`,
          '  [ ] Watch | due 2999-01-01',
          '  [ ] Test it | OPS-12',
          "  [x] circle-slash Call them | won't do",
        ],
      );
      assert.equal(tree.overdue, 1);
    });

    it('are shown by state', async () => {
      await vscode.commands.executeCommand('runbookLens.showActionItems', { states: ['overdue'] });
      assert.deepEqual(shown(tree), ['person Ada | 1 · 1 overdue', `  [ ] warning Add a worker | ${overdue}`]);
      assert.equal(tree.overdue, 1);
      assert.equal(tree.isFiltered, false);
    });

    it('are grouped by service and by postmortem, the newest first', async () => {
      await vscode.commands.executeCommand('runbookLens.groupActionItems', { grouping: 'service' });
      assert.deepEqual(
        (tree.getChildren() ?? []).map((node) => tree.getTreeItem(node).label),
        ['files', 'mail', 'payments', 'search'],
      );
      await vscode.commands.executeCommand('runbookLens.groupActionItems', { grouping: 'postmortem' });
      assert.deepEqual(
        (tree.getChildren() ?? []).slice(0, 2).map((node) => tree.getTreeItem(node).label),
        ['The disk was full', 'Mail was late'],
      );
    });

    it('are ticked in the record, by one line, which one undo takes back', async () => {
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', nodeOf(tree, 'Add a worker'));
      assert.deepEqual(await changedLines(list), ['- [x] Add a worker (owner: Ada, due 2001-02-03)\n']);
      await until('the tree to tell', () => tree.overdue === 0);
      assert.match(tree.getTreeItem(nodeOf(tree, 'Add a worker')).contextValue ?? '', /^actionItem\.done/);
      const { document } = await openEditor(...list);
      // An editor that has no focus yet undoes nothing.
      await until('the text of before', async () => {
        const undone = document.getText() === textBefore(list);
        if (!undone) {
          await vscode.commands.executeCommand('undo');
        }
        return undone;
      });
      await until('the file of before', async () => {
        await document.save();
        return (await text(list)) === textBefore(list);
      });
      await until('the tree to tell again', () => tree.overdue === 1);
    });

    it('are ticked by the status of their table, whose line breaks stay', async () => {
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', nodeOf(tree, 'Watch'));
      assert.deepEqual(await changedLines(table), ['| Watch  |       | 2999-01-01 | Done   |\r\n']);
    });

    it('are opened again, whether they were done or given up', async () => {
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', nodeOf(tree, 'Call them'));
      assert.deepEqual(await changedLines(list), ['- [ ] Call them\n']);
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', nodeOf(tree, 'Clean'));
      assert.deepEqual(await changedLines(table), ['| Clean  | Ada   |            | Open   |\r\n']);
    });

    it('get an owner and a due date, in the form of the record', async () => {
      const watch = { uri: fileUri(...table).toString(), line: 22 };
      await vscode.commands.executeCommand('runbookLens.setActionItemOwner', { ...watch, owner: 'Cy' });
      await vscode.commands.executeCommand('runbookLens.setActionItemDue', { ...watch, due: '2030-01-31' });
      assert.deepEqual(await changedLines(table), ['| Watch  | Cy    | 2030-01-31 | Open   |\r\n']);
      const place = { uri: fileUri(...list).toString(), line: 21, text: 'Test it, see OPS-12' };
      await vscode.commands.executeCommand('runbookLens.setActionItemOwner', { ...place, owner: 'Cy' });
      await until('the tree to tell', () => tree.followUps.some(({ item }) => item.owner?.text === 'Cy'));
      assert.deepEqual(await changedLines(list), ['- [ ] Test it, see OPS-12 (owner: Cy)\n']);
    });

    it('are changed together, with one edit for each record', async () => {
      const nodes = ['Add a worker', 'Test it', 'Watch'].map((text) => nodeOf(tree, text));
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', nodes[0], nodes);
      assert.deepEqual(await changedLines(list), [
        '- [x] Add a worker (owner: Ada, due 2001-02-03)\n',
        '- [x] Test it, see OPS-12\n',
      ]);
      assert.deepEqual(await changedLines(table), ['| Watch  |       | 2999-01-01 | Done   |\r\n']);
      const { document } = await openEditor(...list);
      await until('one undo to take both back', async () => {
        const undone = document.getText() === textBefore(list);
        if (!undone && document.getText().includes('[x] Test it') && document.getText().includes('[x] Add')) {
          await vscode.commands.executeCommand('undo');
        }
        return undone;
      });
      await document.save();
    });

    it('get one owner together', async () => {
      const [first, second] = ['Test it', 'Watch'].map((text) => nodeOf(tree, text));
      assert.ok(first && second);
      const answered: unknown = Object.assign(Object.create(Object.getPrototypeOf(first)), first, { owner: 'Cy' });
      await vscode.commands.executeCommand('runbookLens.setActionItemOwner', answered, [answered, second]);
      assert.deepEqual(await changedLines(list), ['- [ ] Test it, see OPS-12 (owner: Cy)\n']);
      assert.deepEqual(await changedLines(table), ['| Watch  | Cy    | 2999-01-01 | Open   |\r\n']);
    });

    it('are left alone when the due date is none, or the item is gone', async () => {
      const node = nodeOf(tree, 'Test it');
      const place = { uri: fileUri(...list).toString(), line: 21 };
      await vscode.commands.executeCommand('runbookLens.setActionItemDue', { ...place, due: '2026-02-30' });
      await vscode.commands.executeCommand('runbookLens.setActionItemOwner', { ...place, owner: ' ' });
      assert.deepEqual(await changedLines(list), []);
      const editor = await openEditor(...list);
      await editor.edit((edit) => edit.insert(new vscode.Position(21, 6), 'Really '));
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', node);
      assert.equal(editor.document.lineAt(21).text, '- [ ] Really Test it, see OPS-12');
      assert.equal(await text(list), textBefore(list));
    });

    it('are found again where lines were put in above them, unsaved or not', async () => {
      const node = nodeOf(tree, 'Test it');
      const editor = await openEditor(...list);
      await editor.edit((edit) => edit.insert(new vscode.Position(19, 0), '- [ ] Something new\n'));
      await vscode.commands.executeCommand('runbookLens.toggleActionItem', node);
      assert.deepEqual((await text(list)).split('\n').slice(19, 23), [
        '- [ ] Something new',
        '- [ ] Add a worker (owner: Ada, due 2001-02-03)',
        '- [x] Page earlier (owner: Bo)',
        '- [x] Test it, see OPS-12',
      ]);
    });

    it('are opened at their line', async () => {
      await vscode.commands.executeCommand('runbookLens.openActionItem', nodeOf(tree, 'Watch'));
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.ok(editor.document.uri.path.endsWith(table.join('/')));
      assert.equal(editor.document.lineAt(editor.selection.active.line).text.slice(0, 7), '| Watch');
    });

    it('lead to the tracker that the team has configured', async () => {
      assert.doesNotMatch(tree.getTreeItem(nodeOf(tree, 'Test it')).contextValue ?? '', /tracked/);
      const tracker = { key: 'https://tracker.example/browse/${key}' };
      await writeTree(openedPath(), { '.runbook-lens.json': JSON.stringify({ tracker }) });
      try {
        await until('the configuration', () => api.index.catalog.teamFiles().length > 0);
        await until('the tree to tell', () =>
          /tracked/.test(tree.getTreeItem(nodeOf(tree, 'Test it')).contextValue ?? ''),
        );
        const node = nodeOf(tree, 'Test it');
        assert.ok(node.type === 'item');
        assert.deepEqual(tree.urlsOf(node.followUp), ['https://tracker.example/browse/OPS-12']);
      } finally {
        await rm(fileUri('.runbook-lens.json').fsPath);
        await until('no configuration', () => api.index.catalog.teamFiles().length === 0);
      }
    });
  });
}
