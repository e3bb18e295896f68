import { window, type InputBoxOptions, type QuickPickOptions } from 'vscode';
import { labelText } from '../../core/index.ts';
import { shownItem, type Item } from './shown.ts';

/** Asks for one item, outside a wizard. Resolves to undefined if the user cancels. */
export async function chooseItem<T extends Item>(
  items: readonly T[],
  options: QuickPickOptions,
): Promise<T | undefined> {
  return (await window.showQuickPick(items.map(shownItem), shownOptions(options)))?.item;
}

/** Asks for any number of items. Resolves to undefined if the user cancels. */
export async function chooseItems<T extends Item>(
  items: readonly T[],
  options: QuickPickOptions,
): Promise<readonly T[] | undefined> {
  const picked = await window.showQuickPick(items.map(shownItem), { ...shownOptions(options), canPickMany: true });
  return picked?.map(({ item }) => item);
}

/** Asks for a text, outside a wizard. Resolves to undefined if the user cancels. */
export async function typeText(options: InputBoxOptions): Promise<string | undefined> {
  return window.showInputBox(shownOptions(options));
}

function shownOptions<T extends { title?: string; placeHolder?: string; prompt?: string }>(options: T): T {
  const { title, placeHolder, prompt } = options;
  return {
    ...options,
    ...(title !== undefined && { title: labelText(title) }),
    ...(placeHolder !== undefined && { placeHolder: labelText(placeHolder) }),
    ...(prompt !== undefined && { prompt: labelText(prompt) }),
  };
}
