import {
  InputBoxValidationSeverity,
  QuickInputButtons,
  QuickPickItemKind,
  window,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { labelText } from '../../core/index.ts';
import { shownItem, type Item, type ShownItem } from './shown.ts';

/** The outcome of a step: a value, or back, or cancelled. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancel';

/** Position of a step; 1-based. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One step: asks, stores the answer, and returns how it ended. `again` asks again, with the number of steps as it is then. */
export type Step = (place: StepPlace) => Promise<'next' | 'again' | 'back' | 'cancel'>;

/**
 * Runs steps in order, with a way back. Earlier answers are kept. Returns whether the end was reached.
 * @param steps a function if an answer decides which steps come after it.
 */
export async function runWizard(title: string, steps: readonly Step[] | (() => readonly Step[])): Promise<boolean> {
  const current = typeof steps === 'function' ? steps : (): readonly Step[] => steps;
  for (let at = 0; at < current().length;) {
    const all = current();
    const result = await all[at]?.({ title, step: at + 1, totalSteps: all.length });
    if (result === 'cancel') {
      return false;
    }
    at += result === 'back' ? -1 : result === 'again' ? 0 : 1;
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
  /** Returns how a valid value is understood, or undefined. */
  readonly note?: (value: string) => string | undefined;
}

/** Asks for a text. While the user types, the box shows why a value is not valid or how it is understood. */
export function askText(place: StepPlace, question: Question): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = labelText(question.prompt);
  box.value = question.value;
  box.placeholder = question.placeholder && labelText(question.placeholder);
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    prepare(box, place, resolve);
    const note = (value: string): void => {
      const text = question.note?.(value);
      box.validationMessage = text && { message: labelText(text), severity: InputBoxValidationSeverity.Info };
    };
    /** Returns whether the value is valid. Shows why not, unless the value has changed in the meantime. */
    const check = async (value: string): Promise<boolean> => {
      const problem = await question.problem(value);
      if (box.value === value) {
        if (problem === undefined) {
          note(value);
        } else {
          box.validationMessage = labelText(problem);
        }
      }
      return problem === undefined;
    };
    box.onDidChangeValue(check);
    box.onDidAccept(async () => {
      const { value } = box;
      if (await check(value)) {
        resolve({ value });
        box.hide();
      }
    });
    note(box.value);
    box.show();
  });
}

/** A question with a list of answers. */
export interface Choice<T extends Item> {
  readonly placeholder: string;
  readonly items: readonly T[];
  /**
   * The item that is selected at first. `none`, the default for lists that accept new values, selects nothing: Enter alone
   * does nothing.
   */
  readonly active?: T | 'none' | undefined;
  /** Returns an item for a typed text, for lists that accept new values. It comes after all that match. */
  readonly typed?: (text: string) => T;
  /** Whether it goes away when the focus moves: it only offers something. */
  readonly fleeting?: boolean;
}

/** Asks to choose one item. */
export function askChoice<T extends Item>(place: StepPlace, choice: Choice<T>): Promise<Answer<T>> {
  const pick = window.createQuickPick<ShownItem<T>>();
  pick.placeholder = labelText(choice.placeholder);
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = choice.fleeting !== true;
  const shown = choice.items.map(shownItem);
  const { typed, active = typed === undefined ? undefined : 'none' } = choice;
  const showAll = (): void => {
    pick.items = shown;
    if (active !== undefined) {
      pick.activeItems = shown.filter(({ item }) => item === active);
    }
  };
  showAll();
  return new Promise((resolve) => {
    prepare(pick as unknown as QuickPick<QuickPickItem>, place, resolve);
    const fresh = new WeakSet<ShownItem<T>>();
    if (typed !== undefined) {
      // VS Code would put a new value before the known ones. Not in its types, but kept for extensions that sort by themselves.
      Object.assign(pick, { sortByLabel: false });
      pick.onDidChangeValue((value) => {
        const text = value.trim();
        if (text === '') {
          showAll();
          return;
        }
        const added = { ...shownItem(typed(text)), alwaysShow: true };
        fresh.add(added);
        const known = choice.items.some(({ label }) => label.toLowerCase() === text.toLowerCase());
        pick.items = [...bestFirst(shown, text), ...(known ? [] : [added])];
      });
    }
    pick.onDidAccept(() => {
      // Enter may come before the item for the typed text is in the list, or while that of an earlier text is.
      const text = pick.value.trim();
      const [chosen] = pick.activeItems;
      const item = chosen !== undefined && !fresh.has(chosen) ? chosen.item : text === '' ? undefined : typed?.(text);
      if (item !== undefined) {
        resolve({ value: item });
        pick.hide();
      }
    });
    pick.show();
  });
}

/** Returns items with those first whose label, or a word of it, begins with a text. Groups keep their order. */
function bestFirst<T extends QuickPickItem>(items: readonly T[], text: string): readonly T[] {
  if (items.some(({ kind }) => kind === QuickPickItemKind.Separator)) {
    return items;
  }
  const wanted = text.toLowerCase();
  const rank = ({ label }: T): number => {
    const name = label.toLowerCase();
    return name.startsWith(wanted) ? 0 : name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
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
