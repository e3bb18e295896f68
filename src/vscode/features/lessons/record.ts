import { l10n, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { linkedPaths, UserError, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { targetUri } from '../../services/target.ts';

/** A postmortem, and the folder that it belongs to. */
export interface OpenRecord {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder;
  readonly document: CatalogDocument;
}

/**
 * The postmortem that a command was called on: a URI, a tree's node, answers with a `record`, or nothing for the active editor's. Throws a
 * UserError for what is none.
 */
export async function recordOf({ index }: Deps, target: unknown): Promise<OpenRecord> {
  const uri = targetUri(target) ?? uriIn(target, 'record') ?? window.activeTextEditor?.document.uri;
  const folder = uri && workspace.getWorkspaceFolder(uri);
  if (uri === undefined || folder === undefined) {
    throw new UserError(l10n.t('Open a postmortem of this workspace first, or select one in the sidebar.'));
  }
  const opened = await workspace.openTextDocument(uri).then(
    (found) => found,
    () => undefined,
  );
  if (opened === undefined) {
    throw new UserError(
      l10n.t('{0} could not be opened; it may have been moved or deleted.', workspace.asRelativePath(uri)),
    );
  }
  await index.whenReady();
  const document = index.read(opened);
  if (document.kind !== 'postmortem') {
    throw new UserError(l10n.t('{0} is no postmortem. Open one, or select one in the sidebar.', document.path));
  }
  return { uri, folder, document };
}

/** The URI under a key of an argument object, as itself, a tree's node or a text; undefined for anything else. */
export function uriIn(answers: unknown, key: string): Uri | undefined {
  const value = valueIn(answers, key);
  return targetUri(value) ?? parsed(value);
}

function parsed(value: unknown): Uri | undefined {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value) ? Uri.parse(value) : undefined;
}

/** The text under a key of an argument object; undefined for anything else. */
export function textIn(answers: unknown, key: string): string | undefined {
  const value = valueIn(answers, key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** What stands under a key of an argument object. */
export function valueIn(answers: unknown, key: string): unknown {
  return typeof answers === 'object' && answers !== null && Object.hasOwn(answers, key)
    ? (answers as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** Tells the user when a postmortem could not be made to link to its runbook. */
export async function tellUnlessLinked({ index }: Deps, record: Uri, path: string): Promise<void> {
  const document = index.read(await workspace.openTextDocument(record));
  if (!linkedPaths(document).has(path)) {
    void window.showWarningMessage(
      l10n.t(
        '{0} has no place where a link can be put safely, such as behind a code block that is never closed. Link it to {1} by hand.',
        document.path,
        path,
      ),
    );
  }
}
