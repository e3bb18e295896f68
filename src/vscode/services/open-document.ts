import { l10n, workspace, type TextDocument, type Uri } from 'vscode';
import { UserError } from '../../core/index.ts';

/** Opens a document with its unsaved text. Throws a UserError if that fails. */
export async function openDocument(uri: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    throw new UserError(
      l10n.t('{0} could not be opened. It may have been moved or deleted.', workspace.asRelativePath(uri)),
    );
  }
}
