import type { TextDocument } from 'vscode';
import { isAsOnDisk } from './newest-document.ts';

/**
 * Saves a document with its unsaved text; returns false if that fails. A file that has the text counts as saved, even if
 * VS Code refuses: on a busy machine it can write the file and still say that someone else changed it.
 */
export async function saveText(document: TextDocument): Promise<boolean> {
  return (await document.save()) || (await isAsOnDisk(document));
}
