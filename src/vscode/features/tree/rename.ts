import { l10n, Uri, workspace } from 'vscode';
import { folderOf } from '../../../core/index.ts';
import { typeText } from '../../services/ask.ts';
import { targetProblem } from '../../services/new-file.ts';
import { pathBelow } from '../../services/workspace-store.ts';

/** Asks for a new name of a document, in the same folder. Undefined if the user cancels or keeps the name. */
export async function askName(uri: Uri): Promise<Uri | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const folder = workspace.getWorkspaceFolder(uri);
  const within = folderOf((folder && pathBelow(folder.uri, uri)) ?? '');
  const pathOf = (typed: string): string => [within, typed.trim()].filter((part) => part !== '').join('/');
  const typed = await typeText({
    title: l10n.t('Rename {0}', name),
    value: name,
    // Most users keep the ending.
    valueSelection: [0, name.search(/\.[^.]+$/)],
    validateInput: (text) =>
      folder === undefined || text.trim() === name ? undefined : targetProblem(folder, pathOf(text)),
  });
  const renamed = typed?.trim();
  return renamed === undefined || renamed === name || renamed === '' ? undefined : Uri.joinPath(uri, '..', renamed);
}
