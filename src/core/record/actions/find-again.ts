import type { CatalogDocument } from '../../document/document.ts';
import type { ActionItem } from './item.ts';
import { readActionItems } from './read.ts';

/**
 * Returns an item of an older text in the newest text of the document: the one with the same text under the same kind. If there are
 * several, and as many as before, the one at the same index. Undefined if it no longer exists.
 */
export function findAgain(now: CatalogDocument, before: CatalogDocument, item: ActionItem): ActionItem | undefined {
  const alike = (document: CatalogDocument): ActionItem[] =>
    readActionItems(document).filter(({ text, group }) => text === item.text && group === item.group);
  const [old, current] = [alike(before), alike(now)];
  return old.length === current.length
    ? current[old.findIndex(({ range }) => range.start.line === item.range.start.line)]
    : undefined;
}
