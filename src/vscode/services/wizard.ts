import { QuickInputButtons, window, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import { labelText } from '../../core/index.ts';
import { shownItem, type Item, type ShownItem } from './shown.ts';

/** How a step ended: with a value, or back, or cancelled. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancel';

/** Position of a step; 1-based. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One step: asks, stores the answer, and returns how it ended. */
export type Step = (place: StepPlace) => Promise<'next' | 'back' | 'cancel'>;

/** Runs steps in order, with a way back. Earlier answers are kept. Returns whether the end was reached. */
export async function runWizard(title: string, steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const result = await steps[at]?.({ title, step: at + 1, totalSteps: steps.length });
    if (result === 'cancel') {
      return false;
    }
    at += result === 'back' ? -1 : 1;
  }
  return true;
}

/** A question with a typed answer. */
export interface Question {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Returns why a value is not valid, or undefined. */
  readonly problem: (value: string) => string | undefined | Promise<string | undefined>;
}

/** Asks for a text. The box shows why a value is not valid, and keeps it for correction. */
export function askText(place: StepPlace, question: Question): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = labelText(question.prompt);
  box.value = question.value;
  box.placeholder = question.placeholder && labelText(question.placeholder);
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    prepare(box, place, resolve);
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(async () => {
      const { value } = box;
      const problem = await question.problem(value);
      if (problem === undefined) {
        resolve({ value });
        box.hide();
      } else if (box.value === value) {
        box.validationMessage = labelText(problem);
      }
    });
    box.show();
  });
}

/** A question with a list of answers. */
export interface Choice<T extends Item> {
  readonly placeholder: string;
  readonly items: readonly T[];
  /** The item that is selected at first. */
  readonly active?: T | undefined;
  /** Returns an item for a typed text, for lists that accept new values. It comes after the matches. */
  readonly typed?: (text: string) => T;
}

/** Asks to choose one item. */
export function askChoice<T extends Item>(place: StepPlace, choice: Choice<T>): Promise<Answer<T>> {
  const pick = window.createQuickPick<ShownItem<T>>();
  pick.placeholder = labelText(choice.placeholder);
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  const shown = choice.items.map(shownItem);
  pick.items = shown;
  if (choice.active !== undefined) {
    pick.activeItems = shown.filter(({ item }) => item === choice.active);
  }
  return new Promise((resolve) => {
    prepare(pick as unknown as QuickPick<QuickPickItem>, place, resolve);
    const { typed } = choice;
    if (typed !== undefined) {
      pick.onDidChangeValue((value) => {
        const text = value.trim();
        const known = choice.items.some(({ label }) => label.toLowerCase() === text.toLowerCase());
        pick.items = text === '' || known ? shown : [...shown, shownItem(typed(text))];
      });
    }
    pick.onDidAccept(() => {
      // Enter may come before the item for the typed text is in the list.
      const text = pick.value.trim();
      const item = pick.activeItems[0]?.item ?? (text === '' ? undefined : typed?.(text));
      if (item !== undefined) {
        resolve({ value: item });
        pick.hide();
      }
    });
    pick.show();
  });
}

/** Asks for any number of items. Those with `picked` are selected at first. */
export function askSeveral<T extends Item>(
  place: StepPlace,
  choice: Pick<Choice<T>, 'placeholder' | 'items'>,
): Promise<Answer<readonly T[]>> {
  const pick = window.createQuickPick<ShownItem<T>>();
  pick.placeholder = labelText(choice.placeholder);
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = choice.items.map(shownItem);
  pick.selectedItems = pick.items.filter(({ picked }) => picked === true);
  return new Promise((resolve) => {
    prepare(pick as unknown as QuickPick<QuickPickItem>, place, resolve);
    pick.onDidAccept(() => {
      resolve({ value: pick.selectedItems.map(({ item }) => item) });
      pick.hide();
    });
    pick.show();
  });
}

/** Sets what all questions share. Hiding a question cancels it; a promise keeps only its first result. */
function prepare<T>(
  input: InputBox | QuickPick<QuickPickItem>,
  place: StepPlace,
  resolve: (answer: Answer<T>) => void,
): void {
  input.title = labelText(place.title);
  if (place.totalSteps > 1) {
    input.step = place.step;
    input.totalSteps = place.totalSteps;
  }
  input.buttons = place.step > 1 ? [QuickInputButtons.Back] : [];
  input.onDidTriggerButton((button) => {
    if (button === QuickInputButtons.Back) {
      resolve('back');
      input.hide();
    }
  });
  input.onDidHide(() => {
    resolve('cancel');
    input.dispose();
  });
}
