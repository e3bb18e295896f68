import { l10n, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import {
  applyEdits,
  conflictsOf,
  hasChange,
  lacksChange,
  UserError,
  withoutOverlaps,
  type CatalogDocument,
  type TextEdit,
} from '../../core/index.ts';
import { toRange } from './convert.ts';
import type { Files } from './files.ts';
import type { IndexService } from './index-service.ts';
import { isAsOnDisk, isText, newest, readAgain } from './newest-document.ts';
import { saveText } from './save-text.ts';

/** Returns edits for the current document; none to change nothing. May throw a UserError to cancel the change. */
export type MakeEdits = (document: CatalogDocument) => readonly TextEdit[];

/** The number of attempts when another program writes the file at the same time. */
const attempts = 4;
/** A save that takes longer counts as hanging. In milliseconds. */
const longestSave = 3000;
/** The time in which another window may still overwrite a save. In milliseconds. */
const overlap = 150;

/**
 * Changes documents without losing anything: edits start from the newest text, can be undone, keep the text of others,
 * and are on disk when `change` resolves. Changes of one document run one after another, those of other windows too.
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
   * Changes a document and saves it, with its unsaved text. Throws a UserError if it cannot be read, changed or saved,
   * or if it has a merge conflict. A change that cannot be saved stays in the editor.
   */
  change(uri: Uri, make: MakeEdits): Promise<void> {
    const key = uri.toString();
    const before = this.#turns.get(key) ?? Promise.resolve();
    const change = (): Promise<void> => this.#files.inTurn(uri, () => this.#change(uri, make));
    const turn = before.then(change, change);
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
    let made: { readonly base: string; readonly changed: string } | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const document = await newest(uri);
      const wasDirty = document.isDirty;
      const base = document.getText();
      const known = this.#index.read(document);
      if (conflictsOf(known).length > 0) {
        throw new UserError(l10n.t('{0} has a merge conflict. Resolve it in the editor first, then try again.', name));
      }
      // A save that failed or was overwritten may have reached the file after all.
      const isThere = made !== undefined && hasChange(made.base, made.changed, base);
      const edits = isThere ? [] : withoutOverlaps(base, make(known));
      if (edits.length === 0 && !(isThere && wasDirty)) {
        return;
      }
      const changed = applyEdits(base, edits);
      made ??= { base, changed };
      const edit = new WorkspaceEdit();
      edits.forEach(({ range, newText }) => edit.replace(uri, toRange(range), newText));
      if (!(await workspace.applyEdit(edit)) && !isText(document, changed)) {
        // The text changed in between. Read it again.
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
      // Somebody else wrote the file at this moment. Drop only our own change and make it again.
      if (!isSaved) {
        await readAgain(document);
      }
    }
  }
}

/**
 * Saves a document; returns false if that fails. In a remote window, a save right after another process wrote the file
 * can hang until the file changes again. Then the text of the editor is written to the file, if the file still has its
 * old text (`base`). This also ends the hanging save, which finds its own text on disk.
 */
async function saved(document: TextDocument, base: string, files: Files): Promise<boolean> {
  const save = saveText(document);
  // A save that nobody waits for any longer may still fail, for example when the file is gone.
  save.catch(() => undefined);
  const result = await Promise.race([save, stuck()]);
  if (result !== undefined) {
    return result;
  }
  const { uri } = document;
  if (await isAsOnDisk(document)) {
    return true;
  }
  const isOurs = await isAsOnDisk(document, base);
  if (!isOurs || !(await files.replace(uri, await workspace.encode(document.getText(), { uri })))) {
    return (await Promise.race([save, stuck()])) ?? (await isAsOnDisk(document));
  }
  await Promise.race([save, stuck()]);
  return true;
}

/**
 * Whether another window has overwritten a save. VS Code checks for changes before it writes, so two windows that save
 * at the same moment see no change.
 */
async function isOverwritten(document: TextDocument, base: string): Promise<boolean> {
  const { uri } = document;
  const written = document.getText();
  // A file can be empty for a moment while it is written, so look twice.
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

/** Resolves after the longest time of a save. */
function stuck(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), longestSave));
}
