import { env, l10n, window, workspace, type QuickPickItem } from 'vscode';
import { UserError } from '../../../core/index.ts';
import { tell } from '../../services/tell.ts';
import { askChoice, type StepPlace } from '../../services/wizard.ts';

/** A text from elsewhere, and where it comes from. */
export interface Origin {
  readonly text: string;
  /** In words, as the end of "12 messages …". */
  readonly from: string;
}

/** The longest text that is read. In bytes. */
const largest = 5_000_000;

/** Returns the text in the clipboard. */
export async function clipboard(): Promise<Origin> {
  return { text: await env.clipboard.readText(), from: l10n.t('from the clipboard') };
}

/** Returns the text of an editor that is not saved to a file, if that is the active one. */
export function activeDraft(): Origin | undefined {
  const document = window.activeTextEditor?.document;
  return document?.isUntitled === true && document.getText().trim() !== ''
    ? { text: document.getText(), from: l10n.t('from the editor') }
    : undefined;
}

/** Asks where the messages are: in a file, or in an editor to paste them into. */
export async function askOrigin(place: StepPlace): Promise<Origin | 'back' | 'cancel'> {
  const file: QuickPickItem = {
    label: l10n.t('Choose a File…'),
    description: l10n.t('JSON from Slack or PagerDuty, CSV, or text'),
  };
  const paste: QuickPickItem = {
    label: l10n.t('Paste Into an Editor…'),
    description: l10n.t('a thread copied from Slack or Teams, with its times'),
  };
  const again: QuickPickItem = { label: l10n.t('Read the Clipboard Again') };
  const placeholder = l10n.t('Copy a thread with its times, or choose where the messages are.');
  const answer = await askChoice(place, { placeholder, items: [file, paste, again] });
  if (typeof answer === 'string') {
    return answer;
  }
  const origin =
    answer.value === file ? await chosenFile() : answer.value === paste ? await pasted() : await clipboard();
  return origin ?? 'cancel';
}

async function chosenFile(): Promise<Origin | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      openLabel: l10n.t('Import'),
      filters: { [l10n.t('Messages')]: ['json', 'jsonl', 'ndjson', 'csv', 'tsv', 'txt', 'log', 'md'], '*': ['*'] },
    })) ?? [];
  if (uri === undefined) {
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const { size } = await workspace.fs.stat(uri);
  if (size > largest) {
    throw new UserError(l10n.t('{0} is larger than {1} MB. Export less, or copy the messages.', name, largest / 1e6));
  }
  return { text: await workspace.decode(await workspace.fs.readFile(uri), { uri }), from: l10n.t('from {0}', name) };
}

/** Opens an editor for a copied text, and waits until the user says that it is there. */
async function pasted(): Promise<Origin | undefined> {
  const document = await workspace.openTextDocument({ language: 'plaintext', content: '' });
  await window.showTextDocument(document);
  const go = l10n.t('Import');
  const answer = await tell(l10n.t('Paste the messages into this editor, then choose Import.'), go);
  return answer === go ? { text: document.getText(), from: l10n.t('from the editor') } : undefined;
}
