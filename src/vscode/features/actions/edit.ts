import { l10n, workspace } from 'vscode';
import {
  findAgain,
  shortened,
  UserError,
  type ActionItem,
  type CatalogDocument,
  type TextEdit,
} from '../../../core/index.ts';
import type { DocumentEditor } from '../../services/document-editor.ts';
import type { ItemTarget } from './target.ts';

/** The longest text of an action item in a message, in characters. */
const longestShown = 80;

/** Returns the edits for an action item, or undefined if its form cannot be changed safely. */
export type MakeItemEdits = (document: CatalogDocument, item: ActionItem) => readonly TextEdit[] | undefined;

/**
 * Changes an action item in the current text of its record. Throws a UserError if the item is gone or cannot be
 * changed.
 */
export async function editItem(
  editor: DocumentEditor,
  { uri, document: before, item }: ItemTarget,
  make: MakeItemEdits,
): Promise<void> {
  const name = workspace.asRelativePath(uri);
  await editor.change(uri, (document) => {
    const now = findAgain(document, before, item);
    if (now === undefined) {
      throw new UserError(
        l10n.t(
          '"{0}" is no longer in {1}, or its text has changed. Nothing was changed.',
          shortened(item.text, longestShown),
          name,
        ),
      );
    }
    const edits = make(document, now);
    if (edits === undefined) {
      throw new UserError(
        l10n.t(
          '"{0}" cannot be changed safely from here. Open {1} and edit it there.',
          shortened(item.text, longestShown),
          name,
        ),
      );
    }
    return edits;
  });
}
