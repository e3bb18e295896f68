import { l10n, Uri, window } from 'vscode';
import { readActionItems, UserError, type ActionItem, type CatalogDocument } from '../../../core/index.ts';
import { Answers } from '../../services/answers.ts';
import type { IndexService } from '../../services/index-service.ts';
import { ItemNode } from './nodes.ts';

/** The action item that a command is called on. Its document may be older than the current text. */
export interface ItemTarget {
  readonly uri: Uri;
  readonly document: CatalogDocument;
  readonly item: ActionItem;
}

/** The reference to an action item in a key binding or a test. */
export interface ItemPlace {
  /** The URI of the document. */
  readonly uri: string;
  /** A line of the action item; 0-based. */
  readonly line: number;
  /** The text that the action item must have, if given. */
  readonly text?: string;
}

/**
 * Returns the action item that a command was called on: a node of the tree, an `ItemPlace`, or otherwise the item at
 * the cursor. Throws a UserError if there is none.
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

/**
 * Returns the action items that a command was called on: the selected nodes if the first one is among them, otherwise
 * what `targetItem` returns.
 */
export function targetItems(argument: unknown, selected: unknown, index: IndexService): ItemTarget[] {
  const nodes = Array.isArray(selected) ? selected.filter((node) => node instanceof ItemNode) : [];
  return nodes.length > 1 && nodes.some((node) => node === argument)
    ? // A node may be in two groups.
      [...new Map(nodes.map((node) => [node.followUp.item, targetOf(node)])).values()]
    : [targetItem(argument, index)];
}

/** Returns the action item of a node. */
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

/** Returns the innermost action item at a line. A text that occurs once matches on any line. */
function itemAt(document: CatalogDocument, line: number, text?: string): ItemTarget | undefined {
  const items = readActionItems(document).filter((item) => text === undefined || item.text === text);
  const item =
    items.findLast(({ range }) => range.start.line <= line && line <= range.end.line) ??
    (text !== undefined && items.length === 1 ? items[0] : undefined);
  return item && { uri: Uri.parse(document.uri), document, item };
}
