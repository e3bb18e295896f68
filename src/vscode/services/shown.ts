import type { QuickPickItem, TreeItem } from 'vscode';
import { labelText } from '../../core/index.ts';

/** An item to choose, with an optional icon. Its texts cannot contain icons. */
export interface Item extends QuickPickItem {
  /** The name of a codicon before the label. */
  readonly icon?: string;
}

/** An item as VS Code shows it, with the original item. */
export type ShownItem<T extends Item> = QuickPickItem & { readonly item: T };

/**
 * Returns an item that is safe to show: its texts cannot become icons, links or new lines, or change the text
 * direction. `item` keeps the original values.
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

/** Makes a tree item safe to show, in the same way. */
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

/** Makes each line of a text safe to show. */
export function shownLines(text: string): string {
  return text.split('\n').map(labelText).join('\n');
}
