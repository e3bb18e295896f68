import { readDocument, type CatalogDocument } from '../../../document/document.ts';
import { applyEdits, type TextEdit } from '../../../text/edit.ts';
import type { ActionItem } from '../item.ts';
import { readActionItems } from '../read.ts';

/** The fact of an item that an edit may change. */
export type ChangedFact = 'state' | 'owner' | 'due';

/**
 * Returns whether edits change only the meant fact of one item: the text after them has the same items, and all other facts are
 * unchanged.
 */
export function changesOnly(
  document: CatalogDocument,
  item: ActionItem,
  edits: readonly TextEdit[],
  fact: ChangedFact,
  wanted: (after: ActionItem) => boolean,
): boolean {
  const before = readActionItems(document);
  const after = readActionItems(readDocument(document, applyEdits(document.text, edits), document));
  const index = before.indexOf(item);
  const changed = after[index];
  return (
    changed !== undefined &&
    after.length === before.length &&
    wanted(changed) &&
    before.every((one, at) => {
      const left = at === index ? fact : undefined;
      return essence(one, left) === essence(after[at], left);
    })
  );
}

/** All that an item says, but for one fact. An owner or date in running text is a part of the item's text too. */
function essence(item: ActionItem | undefined, left: ChangedFact | undefined): string {
  const { shape, section, text, done, wontDo, owner, due, tracking, priority, group } = item ?? {};
  return JSON.stringify([
    shape,
    section,
    priority,
    group,
    tracking?.map(({ text }) => text),
    left === 'owner' || left === 'due' ? undefined : text,
    left === 'state' ? undefined : [done, wontDo],
    left === 'owner' ? undefined : owner?.text,
    left === 'due' ? undefined : [due?.text, due?.date],
  ]);
}
