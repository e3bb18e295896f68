import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsFor, closeEditors, indexed, messagesAt, openEditor, until } from '../support.ts';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('runbookLens');

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'the action has an edit');
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
}

/** What the light bulb offers. */
export function quickFixTests(): void {
  describe('quick fixes', () => {
    afterEach(closeEditors);

    it('insert the missing section where the others have it, and one undo takes it back', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'CacheDown.md');
      const before = document.getText();
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      const insert = actions.find(({ title }) => title === 'Insert section Mitigation');
      assert.equal(insert?.isPreferred, true);
      await apply(insert);
      assert.ok(document.getText().startsWith(before.trimEnd()));
      assert.match(document.getText(), /diagnosis\.\n\n## Mitigation\n\n<!-- .+ -->\n$/);
      await until('the finding to go', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length === 0);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('work on text that is not saved, for all missing sections at once', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'QueueBacklog.md');
      const stripped = '# QueueBacklog\n\n## Impact\n\nOrders wait.\n';
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, everything, stripped);
      await vscode.workspace.applyEdit(edit);
      const actions = await actionsFor(document, vscode.CodeActionKind.QuickFix);
      await apply(actions.find(({ title }) => title === 'Insert all 3 missing sections'));
      const headings = document.getText().match(/^## .*/gm);
      assert.deepEqual(headings, ['## Meaning', '## Impact', '## Diagnosis', '## Mitigation']);
      assert.equal(document.isDirty, true);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), stripped);
    });

    it('are each offered once', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'QueueBacklog.md');
      const edit = new vscode.WorkspaceEdit();
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, everything, '# QueueBacklog\n\n## Impact\n\nOrders wait.\n');
      await vscode.workspace.applyEdit(edit);
      const titles = (await actionsFor(document, vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
      assert.ok(titles.includes('Ignore missing-section here'));
      assert.deepEqual(titles.toSorted(), [...new Set(titles)].toSorted());
    });

    it('are one source action for the whole file', async () => {
      await indexed();
      const { document } = await openEditor('runbooks', 'alerts', 'CacheDown.md');
      const actions = await actionsFor(document, fixAll);
      assert.deepEqual(
        actions.map(({ kind }) => kind?.value),
        ['source.fixAll.runbookLens'],
      );
      await apply(actions[0]);
      assert.match(document.getText(), /## Mitigation/);
    });

    it('are not offered where nothing is wrong', async () => {
      await indexed();
      const { document } = await openEditor('docs', 'architecture.md');
      const ours = (await actionsFor(document, vscode.CodeActionKind.QuickFix)).filter(({ title }) =>
        title.startsWith('Insert'),
      );
      assert.deepEqual(ours, []);
      assert.deepEqual(await actionsFor(document, fixAll), []);
    });
  });
}
