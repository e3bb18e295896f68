import { l10n, Position, SnippetString, Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { pathProblem, toSnippet, UserError, type Rendered } from '../../../core/index.ts';

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

/**
 * Creates a document, undoable, opens it and puts the cursor on its first section; Tab goes from section to section. Never
 * overwrites: the file is made empty and the text put in front of whatever its user may already be typing. Throws a
 * UserError when the file cannot be created.
 */
export async function createDocument(folder: WorkspaceFolder, path: string, rendered: Rendered): Promise<void> {
  const uri = Uri.joinPath(folder.uri, path);
  const creation = new WorkspaceEdit();
  creation.createFile(uri, { overwrite: false });
  if (!(await workspace.applyEdit(creation))) {
    throw new UserError(
      l10n.t('{0} could not be created. Check that its folder may be written to, then try again.', path),
    );
  }
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
