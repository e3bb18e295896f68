import { l10n, Range, Uri, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { configurationName, UserError, type Catalog } from '../../../core/index.ts';
import type { Files } from '../../services/files.ts';
import { fileExists } from '../../services/new-file.ts';
import { pathBelow } from '../../services/workspace-store.ts';

/** A folder's own configuration file, whether it exists or not. */
export function configurationUri(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, configurationName);
}

/**
 * The configuration that decides about a document: of those in the folders above it the nearest that fits; the workspace folder's own,
 * which may not exist yet, where none does.
 * @param fits told each file's text.
 */
export function decidingConfiguration(
  catalog: Catalog,
  folder: WorkspaceFolder,
  document: Uri,
  fits: (text: string) => boolean,
): Uri {
  const above = catalog
    .teamFiles(folder.uri.toString())
    .map(({ uri, text }) => ({ uri: Uri.parse(uri), text }))
    .filter(
      ({ uri, text }) =>
        uri.path.endsWith(`/${configurationName}`) &&
        pathBelow(folder.uri, uri) !== undefined &&
        pathBelow(Uri.joinPath(uri, '..'), document) !== undefined &&
        fits(text),
    )
    .toSorted((a, b) => b.uri.path.length - a.uri.path.length);
  return above[0]?.uri ?? configurationUri(folder);
}

/**
 * Changes a configuration, which is made when there is none, as one undoable edit, and saves it if it was saved before. Throws a UserError
 * when the change is refused or the file cannot be written.
 */
export async function updateConfiguration(files: Files, uri: Uri, change: (text: string) => string): Promise<void> {
  if (!(await fileExists(uri))) {
    await files.create(uri, change(''));
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const text = document.getText();
  const changed = change(text);
  if (changed === text) {
    return;
  }
  const unsaved = document.isDirty;
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(document.positionAt(0), document.positionAt(text.length)), changed);
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(
      l10n.t('{0} could not be changed. Check that you can write to it, then try again.', configurationName),
    );
  }
  // What somebody has typed in it and not saved is left for them to save.
  if (!unsaved) {
    await document.save();
  }
}
