import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { conflictsOf, openIncidents, tellsIncident, UserError, type Repository } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { openDocument } from '../../services/open-document.ts';
import { saveText } from '../../services/save-text.ts';
import { pathBelow } from '../../services/workspace-store.ts';

/** A saved record in a git repository. */
export interface SavedRecord {
  readonly document: TextDocument;
  readonly repository: Repository;
  /** The path of its workspace folder. */
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
}

/**
 * Returns the record to commit: the one that the command was called on, the one in the active editor, or the only open
 * incident. Throws a UserError if there is none.
 */
export async function chosenRecord({ index }: Deps, uri: Uri | undefined): Promise<Uri> {
  if (uri !== undefined) {
    return uri;
  }
  const active = window.activeTextEditor?.document.uri;
  await index.whenReady();
  const { catalog } = index;
  const shown = active && catalog.get(active.toString());
  if (active !== undefined && shown !== undefined && tellsIncident(shown)) {
    return active;
  }
  const [only, ...others] = openIncidents(catalog.telling('incident'));
  if (only === undefined || others.length > 0) {
    throw new UserError(l10n.t('Open the incident record to commit, or select it in the sidebar.'));
  }
  return Uri.parse(only.document.uri);
}

/**
 * Saves a record with its unsaved text. Throws a UserError if git cannot be used, or if the record cannot be committed
 * now.
 */
export async function saveRecord({ index }: Deps, uri: Uri): Promise<SavedRecord> {
  const name = workspace.asRelativePath(uri);
  if (!workspace.isTrusted) {
    throw new UserError(
      l10n.t('Git does not run in Restricted Mode, so {0} cannot be committed. Trust the workspace first.', name),
    );
  }
  const folder = workspace.getWorkspaceFolder(uri);
  const path = folder && pathBelow(folder.uri, uri);
  if (folder === undefined || path === undefined) {
    throw new UserError(l10n.t('{0} is not in a workspace folder. Open its folder, then commit it.', name));
  }
  const { repository } = index;
  if (repository === undefined || uri.scheme !== 'file') {
    throw new UserError(l10n.t('{0} is not on a local file system, so git cannot commit it.', name));
  }
  const document = await openDocument(uri);
  if (conflictsOf(index.read(document)).length > 0) {
    throw new UserError(l10n.t('{0} has a merge conflict. Resolve it first, then commit the record.', name));
  }
  if (document.isDirty && !(await saveText(document))) {
    throw new UserError(
      l10n.t('{0} could not be saved, so it was not committed. Save it in the editor, then try again.', name),
    );
  }
  return { document, repository, root: folder.uri.fsPath, path };
}
