import { Position, SnippetString, Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { toSnippet, type Rendered } from '../../../core/index.ts';
import type { Files } from '../../services/files.ts';

/**
 * Creates a document, undoable, opens it and puts the cursor on its first section; Tab goes from section to section. Never
 * overwrites: the file is made empty and the text put in front of whatever its user may already be typing. Throws a
 * UserError when the file cannot be created.
 */
export async function createDocument(
  files: Files,
  folder: WorkspaceFolder,
  path: string,
  rendered: Rendered,
): Promise<void> {
  const uri = Uri.joinPath(folder.uri, path);
  await files.create(uri, '');
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  const start = new Position(0, 0);
  if (!(await editor.insertSnippet(new SnippetString(toSnippet(rendered)), start))) {
    // The text changed at that very moment; then the tab stops are given up rather than the typing.
    const insertion = new WorkspaceEdit();
    insertion.insert(uri, start, rendered.text);
    await workspace.applyEdit(insertion);
  }
  await document.save();
}
