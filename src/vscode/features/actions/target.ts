import { l10n, Uri, window } from 'vscode';
import { readActionItems, UserError, type ActionItem, type CatalogDocument } from '../../../core/index.ts';
import { Answers } from '../../services/answers.ts';
import type { IndexService } from '../../services/index-service.ts';
import { ItemNode } from './nodes.ts';

/** An action item that a command is called on, as it was read from a text of its document that may be older than the newest. */
export interface ItemTarget {
  readonly uri: Uri;
  readonly document: CatalogDocument;
  readonly item: ActionItem;
}

/** How a key binding or a test names an item. */
export interface ItemPlace {
  /** The document's. */
  readonly uri: string;
  /** One that belongs to the item; 0-based. */
  readonly line: number;
  /** What the item says, where it must say that. */
  readonly text?: string;
}

/**
 * The item that a command was called on: a node of the tree, an `ItemPlace`, or without either, as from a key binding, the one at the
 * cursor of the active editor. Throws a UserError where there is none.
 */
export function targetItem(argument: unknown, index: IndexService): ItemTarget {
  const answers = new Answers(argument);
  const target =
    (argument instanceof ItemNode ? targetOf(argument) : undefined) ??
    fromPlace(answers, index) ??
    fromEditor(answers, index);
  if (target === undefined) {
    throw new UserError(l10n.t('There is no action item here. Select one in the Action Items view first.'));
  }
  return target;
}

/** A node's item as the target of a command. */
export function targetOf({ followUp: { document, item } }: ItemNode): ItemTarget {
  return { uri: Uri.parse(document.uri), document, item };
}

function fromPlace(answers: Answers, index: IndexService): ItemTarget | undefined {
  const [line, text] = [answers.value('line'), answers.value('text')];
  const document = answers.target && index.catalog.get(answers.target.toString());
  return document === undefined || typeof line !== 'number' || (text !== undefined && typeof text !== 'string')
    ? undefined
    : itemAt(document, line, text);
}

function fromEditor(answers: Answers, index: IndexService): ItemTarget | undefined {
  const editor = window.activeTextEditor;
  return editor === undefined || (answers.value('uri') ?? answers.value('record')) !== undefined
    ? undefined
    : itemAt(index.read(editor.document), editor.selection.active.line);
}

/** The item that a line belongs to: of one in another the inner one. Of a text that stands only once, it does not matter where. */
function itemAt(document: CatalogDocument, line: number, text?: string): ItemTarget | undefined {
  const items = readActionItems(document).filter((item) => text === undefined || item.text === text);
  const item =
    items.findLast(({ range }) => range.start.line <= line && line <= range.end.line) ??
    (text !== undefined && items.length === 1 ? items[0] : undefined);
  return item && { uri: Uri.parse(document.uri), document, item };
}
