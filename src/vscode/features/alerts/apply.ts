import { l10n, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { UserError, type TextEdit } from '../../../core/index.ts';
import { toRange } from '../../services/convert.ts';
import { openDocument } from '../../services/open-document.ts';
import { saveText } from '../../services/save-text.ts';

/** Edits of one file. */
export interface FileEdits {
  readonly uri: Uri;
  readonly edits: readonly TextEdit[];
}

/** Returns edits of files as one edit, which one undo reverts. */
export function toWorkspaceEdit(files: readonly FileEdits[]): WorkspaceEdit {
  const all = new WorkspaceEdit();
  for (const { uri, edits } of files) {
    edits.forEach(({ range, newText }) => all.replace(uri, toRange(range), newText));
  }
  return all;
}

/**
 * Changes files as one undoable edit and saves them, unless they had unsaved text. The edits are for the texts as they
 * are in open documents now. Throws a UserError if that fails.
 */
export async function applyToFiles(files: readonly FileEdits[]): Promise<void> {
  const clean = files.filter(({ uri }) => !isUnsaved(uri));
  const names = files.map(({ uri }) => workspace.asRelativePath(uri)).join(', ');
  if (!(await workspace.applyEdit(toWorkspaceEdit(files)))) {
    throw new UserError(l10n.t('{0} could not be changed. Check that you can write to it, then try again.', names));
  }
  for (const { uri } of clean) {
    if (!(await saveText(await openDocument(uri)))) {
      throw new UserError(
        l10n.t(
          '{0} could not be saved. The file is read-only, or someone else changed it. Your change is in the editor. Save it from there.',
          workspace.asRelativePath(uri),
        ),
      );
    }
  }
}

function isUnsaved(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}
