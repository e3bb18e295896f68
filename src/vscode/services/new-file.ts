import { l10n, Uri, workspace, WorkspaceEdit, type TextDocument, type WorkspaceFolder } from 'vscode';
import { pathProblem, UserError } from '../../core/index.ts';

/** Why a document cannot be created at a path relative to a folder, in words; undefined when it can. */
export async function targetProblem(folder: WorkspaceFolder, path: string): Promise<string | undefined> {
  const problem = pathProblem(path);
  if (problem !== undefined) {
    return l10n.t('This path cannot be used: {0}.', problem);
  }
  if (!/\.(?:md|markdown|mdx|md\.erb)$/i.test(path)) {
    return l10n.t('The name must end in .md (or .markdown, .mdx).');
  }
  const uri = Uri.joinPath(folder.uri, path);
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  return exists ? l10n.t('{0} exists already; choose another name.', path) : undefined;
}

/** Creates a file with a text, undoable, and never over another one. Throws a UserError when it cannot be created. */
export async function createFile(folder: WorkspaceFolder, path: string, text: string): Promise<TextDocument> {
  const uri = Uri.joinPath(folder.uri, path);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(
      l10n.t('{0} could not be created. Check that its folder may be written to, then try again.', path),
    );
  }
  return workspace.openTextDocument(uri);
}
