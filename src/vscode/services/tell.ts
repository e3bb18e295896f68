import { window } from 'vscode';
import { labelText } from '../../core/index.ts';
import { shownLines } from './shown.ts';

/** Shows a message. Resolves to the chosen button. Quoted texts cannot become icons or links. */
export async function tell(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return window.showInformationMessage(labelText(message), ...buttons);
}

/** Shows a modal message, which waits for the answer. */
export async function tellAtOnce(
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  return window.showInformationMessage(labelText(message), { modal: true, detail: labelText(detail) }, ...buttons);
}

/** Shows a modal warning with a text of several lines. */
export async function warnAtOnce(
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  return window.showWarningMessage(labelText(message), { modal: true, detail: shownLines(detail) }, ...buttons);
}

/** Shows a warning. */
export async function warn(message: string): Promise<void> {
  await window.showWarningMessage(labelText(message));
}

/** Shows an error message. Resolves to the chosen button. */
export async function tellFailure(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return window.showErrorMessage(labelText(message), ...buttons);
}
