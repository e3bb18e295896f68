import { l10n, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { UserError, type TextEdit } from '../../../core/index.ts';
import { toRange } from '../../services/convert.ts';
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

/** Changes files as one undoable edit and saves them, unless they had unsaved text. Throws a UserError if that fails. */
export async function applyToFiles(files: readonly FileEdits[]): Promise<void> {
  const documents = await Promise.all(files.map(({ uri }) => workspace.openTextDocument(uri)));
  const clean = documents.filter(({ isDirty }) => !isDirty);
  if (!(await workspace.applyEdit(toWorkspaceEdit(files)))) {
    const names = files.map(({ uri }) => workspace.asRelativePath(uri)).join(', ');
    throw new UserError(l10n.t('{0} could not be changed. Check that you can write to it, then try again.', names));
  }
  for (const document of clean) {
    await saveText(document);
  }
}
