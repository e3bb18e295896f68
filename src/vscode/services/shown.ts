import type { QuickPickItem, TreeItem } from 'vscode';
import { labelText } from '../../core/index.ts';

/** An item to choose, with an icon of the product's own; what stands in its texts makes none. */
export interface Item extends QuickPickItem {
  /** The name of a codicon that is shown before the label. */
  readonly icon?: string;
}

/** An item as VS Code gets it, and the one that it stands for. */
export type ShownItem<T extends Item> = QuickPickItem & { readonly item: T };

/**
 * An item to choose as it may be shown: nothing in its texts makes an icon, a link or a line, or turns the direction of text. Whoever
 * chooses it chooses `item`, whose values are the true ones.
 */
export function shownItem<T extends Item>(item: T): ShownItem<T> {
  const { icon, label, description, detail } = item;
  return {
    ...item,
    label: `${icon === undefined ? '' : `$(${icon}) `}${labelText(label)}`,
    ...(description !== undefined && { description: labelText(description) }),
    ...(detail !== undefined && { detail: labelText(detail) }),
    item,
  };
}

/** Makes an item of a tree fit to be shown, in the same way. */
export function shownTreeItem(tree: TreeItem): TreeItem {
  const { label, description, tooltip, accessibilityInformation, checkboxState } = tree;
  if (label !== undefined) {
    tree.label = typeof label === 'string' ? labelText(label) : { ...label, label: labelText(label.label) };
  }
  if (typeof description === 'string') {
    tree.description = labelText(description);
  }
  if (typeof tooltip === 'string') {
    tree.tooltip = shownLines(tooltip);
  }
  if (accessibilityInformation !== undefined) {
    tree.accessibilityInformation = { ...accessibilityInformation, label: labelText(accessibilityInformation.label) };
  }
  if (typeof checkboxState === 'object' && checkboxState.accessibilityInformation !== undefined) {
    const { accessibilityInformation: box } = checkboxState;
    tree.checkboxState = { ...checkboxState, accessibilityInformation: { ...box, label: labelText(box.label) } };
  }
  return tree;
}

/** A text of several lines, each fit to be shown. */
export function shownLines(text: string): string {
  return text.split('\n').map(labelText).join('\n');
}
