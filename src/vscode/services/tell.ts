import { window } from 'vscode';
import { labelText } from '../../core/index.ts';

/** Tells the user something; resolves to the button that was chosen. No icon or link is made of what the message quotes. */
export async function tell(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return window.showInformationMessage(labelText(message), ...buttons);
}

/** The same in the middle of the window, which waits for the answer. */
export async function tellAtOnce(
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  return window.showInformationMessage(labelText(message), { modal: true, detail: labelText(detail) }, ...buttons);
}

/** Warns the user of something. */
export async function warn(message: string): Promise<void> {
  await window.showWarningMessage(labelText(message));
}

/** Tells the user of a failure; resolves to the button that was chosen. */
export async function tellFailure(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return window.showErrorMessage(labelText(message), ...buttons);
}
