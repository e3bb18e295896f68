import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, fileUri, indexed, openEditor } from '../support.ts';

async function completions(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  // Words of the text are the editor's own offers.
  const others = new Set([vscode.CompletionItemKind.Text, vscode.CompletionItemKind.Snippet]);
  const offered = list.items.filter(({ kind }) => kind === undefined || !others.has(kind));
  return offered.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function write(editor: vscode.TextEditor, text: string): Promise<void> {
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.edit((edit) => edit.replace(all, text));
}

/** Completion and hover. */
export function editingTests(): void {
  describe('editing', () => {
    afterEach(closeEditors);

    it('offers the sections that are missing where a heading begins', async () => {
      await indexed();
      const editor = await openEditor('runbooks', 'alerts', 'CacheDown.md');
      await write(editor, `${editor.document.getText()}\n## `);
      const offered = await completions(editor.document, editor.document.lineCount - 1, 3);
      assert.equal(offered[0], 'Mitigation');
      assert.ok(!offered.includes('Impact'));
    });

    it('offers keys and values of front matter, and people of the history', async () => {
      await indexed();
      const editor = await openEditor('postmortems', '2026-01-13-card-payments.md');
      await write(editor, '---\ntitle: Cards\nseverity: \nauthors:\n  - \nda\n---\n\n# Cards\n');
      assert.ok((await completions(editor.document, 2, 10)).slice(0, 2).every((label) => label.startsWith('SEV-')));
      assert.ok((await completions(editor.document, 4, 4)).includes('Ada Example'));
      assert.ok((await completions(editor.document, 5, 2)).includes('date'));
    });

    it('tells in a hover what a section is for and why it is expected', async () => {
      await indexed();
      const uri = fileUri('runbooks', 'alerts', 'ReplicaLag.md');
      await openEditor('runbooks', 'alerts', 'ReplicaLag.md');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(2, 4),
      );
      const text = hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
      assert.ok(!text.includes('&nbsp;'));
      assert.match(text.replaceAll('\\', ''), /Expected: .*7 of 7 runbooks in runbooks\/alerts\/ have it/);
    });

    it('offers nothing in other documents', async () => {
      await indexed();
      const editor = await openEditor('docs', 'architecture.md');
      await write(editor, '# Architecture\n\n## ');
      assert.ok(!(await completions(editor.document, 2, 3)).includes('Impact'));
    });
  });
}
