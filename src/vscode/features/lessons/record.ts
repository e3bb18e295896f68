import { l10n, window, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { linkedPaths, tellsIncident, UserError, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Answers } from '../../services/answers.ts';
import { openDocument } from '../../services/open-document.ts';
import { warn } from '../../services/tell.ts';

/** A postmortem and its workspace folder. */
export interface OpenRecord {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder;
  readonly document: CatalogDocument;
}

/**
 * Returns the postmortem that a command was called on, or the one in the active editor. Throws a UserError for other
 * documents.
 */
export async function recordOf({ index }: Deps, { target }: Answers): Promise<OpenRecord> {
  const uri = target ?? window.activeTextEditor?.document.uri;
  const folder = uri && workspace.getWorkspaceFolder(uri);
  if (uri === undefined || folder === undefined) {
    throw new UserError(l10n.t('Open a postmortem in this workspace first, or select one in the sidebar.'));
  }
  const opened = await openDocument(uri);
  await index.whenReady();
  const document = index.read(opened);
  if (!tellsIncident(document)) {
    throw new UserError(l10n.t('{0} is not a postmortem. Open one, or select one in the sidebar.', document.path));
  }
  return { uri, folder, document };
}

/** Warns the user if a postmortem could not be linked to its runbook. */
export async function tellUnlessLinked({ index }: Deps, record: Uri, path: string): Promise<void> {
  const document = index.read(await workspace.openTextDocument(record));
  if (!linkedPaths(document).has(path)) {
    void warn(
      l10n.t(
        '{0} has no safe place for a link. Look for a code block that is not closed, then add a link to {1} by hand.',
        document.path,
        path,
      ),
    );
  }
}
