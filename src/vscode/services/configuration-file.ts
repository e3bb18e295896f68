import { l10n, Range, Uri, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { configurationName, UserError, type Catalog } from '../../core/index.ts';
import type { Files } from './files.ts';
import { fileExists } from './new-file.ts';
import { pathBelow } from './workspace-store.ts';

/** Returns the URI of a folder's configuration file, which may not exist. */
export function configurationUri(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, configurationName);
}

/**
 * Returns the nearest configuration above a document that fits, or that of the workspace folder, which may not exist.
 * @param fits receives the text of a file.
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
 * Changes a configuration as one undoable edit and saves it, unless it had unsaved text. Creates the file if needed.
 * Throws a UserError if it cannot be changed.
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
  // Unsaved text of the user stays unsaved.
  if (!unsaved) {
    await document.save();
  }
}
