import { l10n, Range, Uri, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { configurationName, UserError } from '../../../core/index.ts';

/** A folder's own configuration file, whether it exists or not. */
export function configurationUri(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, configurationName);
}

/**
 * Changes a folder's configuration, which is made when there is none, as one undoable edit, and saves it. Throws a UserError
 * when the change is refused or the file cannot be written.
 */
export async function updateConfiguration(folder: WorkspaceFolder, change: (text: string) => string): Promise<void> {
  const uri = configurationUri(folder);
  const edit = new WorkspaceEdit();
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (exists) {
    const document = await workspace.openTextDocument(uri);
    const text = document.getText();
    edit.replace(uri, new Range(document.positionAt(0), document.positionAt(text.length)), change(text));
  } else {
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(change('')) });
  }
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(
      l10n.t('{0} could not be changed. Check that it may be written to, then try again.', configurationName),
    );
  }
  await (await workspace.openTextDocument(uri)).save();
}
