import { EventEmitter, FileSystemError, FileType, l10n, workspace, WorkspaceEdit, type Uri } from 'vscode';
import { decode, maxFileSize, UserError, type ReadResult } from '../../core/index.ts';
import { newest } from './newest-document.ts';
import { pathBelow } from './workspace-store.ts';

/** Links may not leave the repository of a folder. */
export interface Bounds<Folder> {
  readonly root: Folder;
  /** Path from the top of the repository to the root, with a trailing `/`; empty at the top or without a repository. */
  readonly prefix: string;
}

/** Files on the local disk, which the host reads and writes more safely than VS Code. Files are absolute paths. */
export interface LocalFiles {
  /** Reads a regular file, or a link to one within the bounds. Never rejects. */
  read(file: string, bounds: () => Promise<Bounds<string>>): Promise<ReadResult>;
  /**
   * Writes a file whole or not at all.
   * @returns why it was not written, or undefined.
   */
  write(file: string, bytes: Uint8Array): Promise<string | undefined>;
  /** Returns why a new file cannot be in its folder below `root`, or undefined. */
  placeProblem(root: string, path: string): Promise<string | undefined>;
  /** Runs an action while no other window runs one for the same file. The turns are kept in `folder`. */
  inTurn<Result>(folder: string, file: string, action: () => Promise<Result>): Promise<Result>;
}

/** Reads, creates and replaces files: with the host on a local disk, otherwise with VS Code. */
export class Files {
  readonly #local: LocalFiles | undefined;
  readonly #created = new EventEmitter<{ readonly uri: Uri; readonly text: string }>();
  /** Fires before a file is created, so before anybody else sees it. */
  readonly onWillCreate = this.#created.event;
  readonly #turns: string;

  /** @param turns absolute path of a local folder that all windows share, for their turns at files. */
  constructor(local: LocalFiles | undefined, turns: string) {
    this.#local = local;
    this.#turns = turns;
  }

  /**
   * Reads a regular file of at most `maxFileSize` bytes. Never rejects.
   * @param bounds of links, on a local disk.
   */
  async read(uri: Uri, bounds: () => Promise<Bounds<Uri>>): Promise<ReadResult> {
    const local = this.#localFor(uri);
    if (local !== undefined) {
      return local.read(uri.fsPath, async () => {
        const { root, prefix } = await bounds();
        return { root: root.fsPath, prefix };
      });
    }
    try {
      const { size, type } = await workspace.fs.stat(uri);
      if ((type & FileType.File) === 0) {
        return { skipped: (type & FileType.Directory) === 0 ? 'it is not a regular file' : 'it is a folder' };
      }
      if (size > maxFileSize) {
        return { skipped: `it is larger than ${maxFileSize / 1024 / 1024} MB` };
      }
      return decode(await workspace.fs.readFile(uri));
    } catch (error) {
      return { skipped: reasonOf(error) };
    }
  }

  /**
   * Creates a file with a text. It can be undone and never overwrites a file. On a local disk the file is created
   * empty, which undo reverts, then replaced at once by the whole text. Throws a UserError if it cannot be created;
   * then there is no file.
   */
  async create(uri: Uri, text: string): Promise<void> {
    const name = workspace.asRelativePath(uri);
    const local = this.#localFor(uri);
    const misplaced = await this.#placeProblem(uri);
    if (misplaced !== undefined) {
      throw new UserError(l10n.t('{0} could not be created: {1}.', name, misplaced));
    }
    this.#created.fire({ uri, text });
    const bytes = new TextEncoder().encode(text);
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, contents: local === undefined ? bytes : new Uint8Array() });
    if (!(await workspace.applyEdit(edit))) {
      throw new UserError(
        l10n.t('{0} could not be created. Check that you can write to its folder, then try again.', name),
      );
    }
    const problem = text === '' ? undefined : await local?.write(uri.fsPath, bytes);
    if (problem !== undefined) {
      await workspace.fs.delete(uri).then(undefined, () => undefined);
      throw new UserError(l10n.t('{0} could not be created: {1}.', name, problem));
    }
    if (local !== undefined) {
      // An editor with an earlier file of this name may still have the empty text.
      await newest(uri);
    }
  }

  /** Replaces the content of a file. Returns false if that is not permitted. */
  async replace(uri: Uri, bytes: Uint8Array): Promise<boolean> {
    const local = this.#localFor(uri);
    if (local !== undefined) {
      return (await local.write(uri.fsPath, bytes)) === undefined;
    }
    await workspace.fs.writeFile(uri, bytes);
    return true;
  }

  dispose(): void {
    this.#created.dispose();
  }

  /** Runs an action that changes a file, while no other window on this machine runs one for the same file. */
  inTurn<Result>(uri: Uri, action: () => Promise<Result>): Promise<Result> {
    return this.#localFor(uri)?.inTurn(this.#turns, uri.fsPath, action) ?? action();
  }

  #localFor(uri: Uri): LocalFiles | undefined {
    return uri.scheme === 'file' ? this.#local : undefined;
  }

  async #placeProblem(uri: Uri): Promise<string | undefined> {
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    const path = folder && pathBelow(folder, uri);
    return folder && path && (await this.#localFor(uri)?.placeProblem(folder.fsPath, path));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FileSystemError) {
    return error.code === 'FileNotFound'
      ? 'it no longer exists'
      : error.code === 'NoPermissions'
        ? 'permission denied'
        : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
