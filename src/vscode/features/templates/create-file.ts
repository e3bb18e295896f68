import { Position, SnippetString, Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { toSnippet, type Rendered } from '../../../core/index.ts';
import type { Files } from '../../services/files.ts';

/**
 * Creates and opens a document, undoable, with the cursor on its first section and tab stops on the others. Never
 * overwrites: the file is created empty, and the text is inserted before anything the user may be typing. Throws a
 * UserError if the file cannot be created.
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
    // The text changed at this moment. Give up the tab stops, not the typed text.
    const insertion = new WorkspaceEdit();
    insertion.insert(uri, start, rendered.text);
    await workspace.applyEdit(insertion);
  }
  await document.save();
}
