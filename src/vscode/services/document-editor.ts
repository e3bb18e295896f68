import { l10n, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import {
  conflictsOf,
  lacksChange,
  UserError,
  withoutOverlaps,
  type CatalogDocument,
  type TextEdit,
} from '../../core/index.ts';
import { toRange } from './convert.ts';
import type { Files } from './files.ts';
import type { IndexService } from './index-service.ts';
import { linesOf, newest, readAgain } from './newest-document.ts';

/** Makes edits from a document as it is now; none where nothing is to be changed. A UserError ends the change. */
export type MakeEdits = (document: CatalogDocument) => readonly TextEdit[];

/** So often a change is made anew because somebody else wrote the file meanwhile. */
const attempts = 4;
/** A save that takes longer is taken to hang. In milliseconds. */
const longestSave = 3000;
/** Another window that looked at the file before a save writes it at most so much later. In milliseconds. */
const overlap = 150;

/**
 * Changes documents so that nothing is lost: edits are made from the newest text, are undoable, keep what others typed or wrote,
 * and are on disk when `change` resolves. Changes of one document come one after another.
 */
export class DocumentEditor {
  readonly #index: IndexService;
  readonly #files: Files;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(index: IndexService, files: Files) {
    this.#index = index;
    this.#files = files;
  }

  /**
   * Changes a document and saves it; unsaved text in it is saved too. Throws a UserError when it cannot be read, changed or
   * saved, or has a merge conflict; what could not be saved stays in the editor.
   */
  change(uri: Uri, make: MakeEdits): Promise<void> {
    const key = uri.toString();
    const before = this.#turns.get(key) ?? Promise.resolve();
    const turn = before.then(
      () => this.#change(uri, make),
      () => this.#change(uri, make),
    );
    this.#turns.set(key, turn);
    const forget = (): void => {
      if (this.#turns.get(key) === turn) {
        this.#turns.delete(key);
      }
    };
    turn.then(forget, forget);
    return turn;
  }

  async #change(uri: Uri, make: MakeEdits): Promise<void> {
    const name = workspace.asRelativePath(uri);
    for (let attempt = 1; ; attempt += 1) {
      const document = await newest(uri);
      const wasDirty = document.isDirty;
      const base = document.getText();
      const known = this.#index.read(document);
      if (conflictsOf(known).length > 0) {
        throw new UserError(l10n.t('{0} has a merge conflict. Resolve it in the editor first, then try again.', name));
      }
      const edits = withoutOverlaps(base, make(known));
      if (edits.length === 0) {
        return;
      }
      const edit = new WorkspaceEdit();
      edits.forEach(({ range, newText }) => edit.replace(uri, toRange(range), newText));
      if (!(await workspace.applyEdit(edit))) {
        // The text changed between reading and writing: it is read anew.
        if (attempt < attempts) {
          continue;
        }
        throw new UserError(l10n.t('{0} could not be changed. Check that you can write to it, then try again.', name));
      }
      this.#index.sync(document);
      const isSaved = await saved(document, base, this.#files);
      if (isSaved && !(await isOverwritten(document, base))) {
        return;
      }
      if (attempt === attempts || (wasDirty && !isSaved)) {
        throw new UserError(
          l10n.t(
            '{0} could not be saved. The file is read-only, or someone else changed it. Your change is in the editor. Save it from there.',
            name,
          ),
        );
      }
      // Somebody else wrote the file at this very moment. Nothing but our own change is given up, and made anew.
      if (!isSaved) {
        await readAgain(document);
      }
    }
  }
}

/**
 * Saves a document; false where that fails. A save right after another process wrote the file was seen to wait for the next change of the
 * file, in a remote window. What the editor has is then written to the file, as long as that holds what it held before (`base`), which
 * ends the wait too: a save that finds its own text on disk is content.
 */
async function saved(document: TextDocument, base: string, files: Files): Promise<boolean> {
  const save = document.save();
  const result = await Promise.race([save, stuck()]);
  if (result !== undefined) {
    return result;
  }
  const { uri } = document;
  const onDisk = await workspace.decode(await workspace.fs.readFile(uri), { uri });
  const isOurs = linesOf(onDisk) === linesOf(base);
  if (!isOurs || !(await files.replace(uri, await workspace.encode(document.getText(), { uri })))) {
    return Promise.race([save, stuck().then(() => false)]);
  }
  await Promise.race([save, stuck()]);
  return true;
}

/**
 * Whether another window has written over what was saved: VS Code looks whether a file has changed before it writes it, and two that do so
 * at the same moment see no change.
 */
async function isOverwritten(document: TextDocument, base: string): Promise<boolean> {
  const { uri } = document;
  const written = document.getText();
  // A file that is just being written is empty for a moment, so that it is looked at twice.
  for (let look = 1; look <= 2; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, overlap));
    const onDisk = await workspace.fs.readFile(uri).then(
      (bytes) => workspace.decode(bytes, { uri }),
      () => written,
    );
    if (!lacksChange(base, written, onDisk)) {
      return false;
    }
  }
  return true;
}

/** Resolves when a save that still goes on is to be taken for one that waits. */
function stuck(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), longestSave));
}
