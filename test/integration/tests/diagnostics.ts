import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsFor, closeEditors, fileUri, indexed, messagesAt, openEditor, until } from '../support.ts';

/** What the Problems panel has. */
export function diagnosticsTests(): void {
  describe('diagnostics', () => {
    afterEach(closeEditors);

    it('are there for documents that no editor shows, with the evidence', async () => {
      await indexed();
      await until('the diagnostics', () => messagesAt('runbooks', 'alerts', 'CacheDown.md').length > 0);
      assert.deepEqual(messagesAt('runbooks', 'alerts', 'CacheDown.md'), [
        'Missing section: Mitigation (part of the template page runbooks/TEMPLATE.md; 6 of 7 runbooks in runbooks/alerts/ have it)',
      ]);
      assert.match(
        messagesAt('runbooks', 'alerts', 'NodeDown.md').join('\n'),
        /^Empty section: Impact \(it contains only a placeholder; .*7 of 7 runbooks in runbooks\/alerts\/ have it\)$/,
      );
    });

    it('name their rule and link to its page', async () => {
      await indexed();
      const [diagnostic] = vscode.languages.getDiagnostics(fileUri('runbooks', 'alerts', 'CacheDown.md'));
      assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Information);
      assert.ok(typeof diagnostic?.code === 'object');
      assert.equal(diagnostic.code.value, 'missing-section');
      const page = await vscode.workspace.openTextDocument(diagnostic.code.target);
      assert.match(page.getText(), /^# missing-section/);
    });

    it('are silent on healthy documents and on everything that is neither runbook nor postmortem', async () => {
      const { index } = await indexed();
      const flagged = vscode.languages
        .getDiagnostics()
        .filter(([, all]) => all.some(({ source }) => source === 'Runbook Lens'));
      assert.deepEqual(flagged.map(([uri]) => vscode.workspace.asRelativePath(uri)).toSorted(), [
        'runbooks/alerts/CacheDown.md',
        'runbooks/alerts/NodeDown.md',
      ]);
      assert.ok(index.catalog.documents('other').length > 0);
    });

    it('follow what is typed, saved or not', async () => {
      await indexed();
      const editor = await openEditor('runbooks', 'alerts', 'ReplicaLag.md');
      const text = editor.document.getText();
      const heading = text.indexOf('## Impact');
      const start = editor.document.positionAt(heading);
      await editor.edit((edit) =>
        edit.delete(new vscode.Range(start, editor.document.positionAt(text.indexOf('## Diagnosis')))),
      );
      await until('the missing section to be told', () =>
        messagesAt('runbooks', 'alerts', 'ReplicaLag.md').some((message) =>
          message.startsWith('Missing section: Impact'),
        ),
      );
      assert.equal(editor.document.isDirty, true);
      await vscode.commands.executeCommand('undo');
      await until('the finding to go', () => messagesAt('runbooks', 'alerts', 'ReplicaLag.md').length === 0);
    });

    it('are off together, at once, and there again', async () => {
      await indexed();
      const settings = vscode.workspace.getConfiguration('runbookLens');
      await settings.update('checks.enabled', false, vscode.ConfigurationTarget.Workspace);
      try {
        await until('no diagnostics', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 0);
        assert.deepEqual(messagesAt('runbooks', 'alerts', 'CacheDown.md'), []);
        const { document } = await openEditor('runbooks', 'alerts', 'CacheDown.md');
        assert.deepEqual(await actionsFor(document, vscode.CodeActionKind.QuickFix), []);
      } finally {
        await settings.update('checks.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('the diagnostics again', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 1);
    });

    it('obey the severity that settings give a rule, and off', async () => {
      await indexed();
      const settings = vscode.workspace.getConfiguration('runbookLens');
      await settings.update(
        'rules',
        { 'missing-section': 'error', 'empty-section': 'off' },
        vscode.ConfigurationTarget.Workspace,
      );
      try {
        await until(
          'the new severity',
          () =>
            vscode.languages.getDiagnostics(fileUri('runbooks', 'alerts', 'CacheDown.md'))[0]?.severity ===
            vscode.DiagnosticSeverity.Error,
        );
        await until('the rule to be off', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 0);
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('the default again', () => messagesAt('runbooks', 'alerts', 'NodeDown.md').length === 1);
    });
  });
}
