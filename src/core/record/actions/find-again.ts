import type { CatalogDocument } from '../../document/document.ts';
import type { ActionItem } from './item.ts';
import { readActionItems } from './read.ts';

/**
 * The item of a document's newest text that an item of an older text of it has become: it says the same, under the same kind. Of
 * several that do, the one in the same place among them, as long as there are as many. Undefined when it is no longer there.
 */
export function findAgain(now: CatalogDocument, before: CatalogDocument, item: ActionItem): ActionItem | undefined {
  const alike = (document: CatalogDocument): ActionItem[] =>
    readActionItems(document).filter(({ text, group }) => text === item.text && group === item.group);
  const [old, current] = [alike(before), alike(now)];
  return old.length === current.length
    ? current[old.findIndex(({ range }) => range.start.line === item.range.start.line)]
    : undefined;
}
