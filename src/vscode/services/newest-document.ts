import { commands, l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import { UserError } from '../../core/index.ts';
import { openDocument } from './open-document.ts';

/** So long the editor is given to notice that a file has changed on disk, before it is told to read it. In milliseconds. */
const patience = 1500;
/** So long a document must have stayed the same after it was read again. In milliseconds. */
const quiet = 150;

/** An open document with the newest text: what is typed counts, and where nothing is, what the disk has. */
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

async function isAsOnDisk(document: TextDocument): Promise<boolean> {
  const bytes = await workspace.fs.readFile(document.uri).then(
    (found) => found,
    () => undefined,
  );
  if (bytes === undefined) {
    throw new UserError(l10n.t('{0} no longer exists on disk.', workspace.asRelativePath(document.uri)));
  }
  const text = await workspace.decode(bytes, { uri: document.uri });
  return linesOf(text) === linesOf(document.getText());
}

/** A text whatever its line breaks and byte order mark are: the editor has one kind for all lines. */
export function linesOf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Resolves when the editor has taken in a change of the file, or has had time enough for that. */
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

/** Resolves when a document's text has not changed for a moment: one change on disk may be read in several steps. */
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

/** Has the editor read a file again; only the active editor can be told to. */
export async function readAgain(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}
