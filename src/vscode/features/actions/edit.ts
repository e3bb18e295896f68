import { l10n, workspace, type Uri } from 'vscode';
import {
  findAgain,
  shortened,
  UserError,
  withoutOverlaps,
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
 * Changes action items in the current texts of their records, with one edit for each record. Items that are gone or
 * cannot be changed are left out, then a UserError says which.
 */
export async function editItems(
  editor: DocumentEditor,
  targets: readonly ItemTarget[],
  make: MakeItemEdits,
): Promise<void> {
  const records = new Map<string, ItemTarget[]>();
  for (const target of targets) {
    const key = target.uri.toString();
    records.set(key, [...(records.get(key) ?? []), target]);
  }
  const left: string[] = [];
  for (const [first, ...more] of records.values()) {
    if (first !== undefined) {
      left.push(...(await editRecord(editor, first.uri, [first, ...more], make)));
    }
  }
  if (left.length > 0) {
    const done = targets.length - left.length;
    throw new UserError(
      targets.length === 1
        ? left.join(' ')
        : l10n.t('{0} of {1} action items were changed. {2}', done, targets.length, left.join(' ')),
    );
  }
}

/** Changes the action items of one record. Returns why some are as they were. */
async function editRecord(
  editor: DocumentEditor,
  uri: Uri,
  targets: readonly ItemTarget[],
  make: MakeItemEdits,
): Promise<string[]> {
  const name = workspace.asRelativePath(uri);
  let left: string[] = [];
  await editor.change(uri, (document) => {
    left = [];
    let all: readonly TextEdit[] = [];
    for (const { document: before, item } of targets) {
      const found = findAgain(document, before, item);
      const edits = found && make(document, found);
      const together = [...all, ...(edits ?? [])];
      if (edits === undefined || withoutOverlaps(document.text, together).length < together.length) {
        left.push(problemOf(item, name, found !== undefined));
      } else {
        all = together;
      }
    }
    return all;
  });
  return left;
}

function problemOf({ text }: ActionItem, name: string, isThere: boolean): string {
  const shown = shortened(text, longestShown);
  return isThere
    ? l10n.t('"{0}" cannot be changed safely from here. Open {1} and edit it there.', shown, name)
    : l10n.t('"{0}" is no longer in {1}, or its text has changed. Nothing was changed.', shown, name);
}
