import { commands, l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import { UserError } from '../../core/index.ts';
import { openDocument } from './open-document.ts';

/** The time for the editor to notice a change on disk, before it is told to read the file. In milliseconds. */
const patience = 1500;
/** The time without changes after which a document counts as read. In milliseconds. */
const quiet = 150;

/** Opens a document with its newest text: unsaved text, or otherwise the text on disk. */
export async function newest(uri: Uri): Promise<TextDocument> {
  const document = await openDocument(uri);
  if (!document.isDirty && !(await isAsOnDisk(document))) {
    await noticed(document);
    if (!document.isDirty && !(await isAsOnDisk(document))) {
      await readAgain(document);
    }
  }
  return document;
}

/** Whether a file has a text, by default that of its document. Throws a UserError if the file cannot be read. */
export async function isAsOnDisk(document: TextDocument, text = document.getText()): Promise<boolean> {
  const bytes = await workspace.fs.readFile(document.uri).then(
    (found) => found,
    () => undefined,
  );
  if (bytes === undefined) {
    throw new UserError(l10n.t('{0} no longer exists on disk.', workspace.asRelativePath(document.uri)));
  }
  return linesOf(await workspace.decode(bytes, { uri: document.uri })) === linesOf(text);
}

/** Whether a document has a text, whatever its line breaks. */
export function isText(document: TextDocument, text: string): boolean {
  return linesOf(document.getText()) === linesOf(text);
}

/** Returns a text with uniform line breaks and without a byte order mark, for comparison. */
function linesOf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Resolves when the editor has noticed a change of the file, or after the longest wait. */
function noticed(document: TextDocument): Promise<void> {
  return new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) {
        done();
      }
    });
    const timer = setTimeout(done, patience);
  }).then(() => settled(document));
}

/** Resolves when the text has not changed for a moment: VS Code may read one change in several steps. */
function settled(document: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      listener.dispose();
      resolve();
    };
    let timer = setTimeout(done, quiet);
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) {
        clearTimeout(timer);
        timer = setTimeout(done, quiet);
      }
    });
  });
}

/** Makes the editor read a file again. This works only for the active editor. */
export async function readAgain(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}
