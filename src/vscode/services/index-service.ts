import {
  EventEmitter,
  l10n,
  window,
  workspace,
  type Event,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import {
  Catalog,
  readDocument,
  type CatalogDocument,
  type Clock,
  type History,
  type PastFiles,
  type Repository,
} from '../../core/index.ts';
import { kindIds } from '../ids.ts';
import { setContext } from './commands.ts';
import { Debouncer } from './debounce.ts';
import { DisposableStore } from './disposables.ts';
import type { Files } from './files.ts';
import { FolderIndex } from './folder-index.ts';
import type { Log } from './log.ts';
import { isFile } from './open-texts.ts';
import { onDidChangeSetting } from './settings.ts';
import { pathBelow, WorkspaceStore } from './workspace-store.ts';

/** The state of the index. */
export type IndexState = 'indexing' | 'ready' | 'stopped';

/** Progress of reading a folder, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Git in this host: read access, commits, and ignore files that are read without a process. */
export interface Git {
  readonly history: History;
  readonly repository: Repository;
  /** Returns what files once were. It is loaded on first use. */
  readonly past: () => Promise<PastFiles>;
  /** For places where git may not start. */
  readonly ignoreFiles: Pick<History, 'ignored'>;
}

/** The pause in typing before a document is read again. In milliseconds. */
const typingDelay = 200;

/** Keeps the catalog of all workspace folders up to date. */
export class IndexService {
  readonly catalog: Catalog;
  readonly onDidChangeState: Event<IndexState>;
  /** Fires with the number of files read, while a folder is read. */
  readonly onDidProgress: Event<Progress>;
  readonly #log: Log;
  readonly #git: Git | undefined;
  readonly #store = new DisposableStore();
  readonly #folders = new Map<string, FolderIndex>();
  readonly #stateChanged = this.#store.add(new EventEmitter<IndexState>());
  readonly #progressed = this.#store.add(new EventEmitter<Progress>());
  readonly #typed = new Set<TextDocument>();
  readonly #typing = this.#store.add(new Debouncer(typingDelay, () => this.#syncTyped()));
  #files: WorkspaceStore;
  #state: IndexState = 'indexing';
  #running: Promise<void> = Promise.resolve();
  #runs = 0;

  /**
   * Does no I/O; `start` does.
   * @param git for trusted workspaces; undefined if no process can start.
   */
  constructor(log: Log, git: Git | undefined, clock: Clock, files: Files) {
    this.catalog = new Catalog(log, clock);
    this.onDidChangeState = this.#stateChanged.event;
    this.onDidProgress = this.#progressed.event;
    this.#log = log;
    this.#git = git;
    this.#files = new WorkspaceStore(files, () => this.history, git?.ignoreFiles);
  }

  get state(): IndexState {
    return this.#state;
  }

  /** Git, if the workspace is trusted: the configuration of a repository can name programs for git to run. */
  get history(): History | undefined {
    return workspace.isTrusted ? this.#git?.history : undefined;
  }

  /** Returns what files once were; undefined if git may not start. */
  async past(): Promise<PastFiles | undefined> {
    return workspace.isTrusted ? this.#git?.past() : undefined;
  }

  /** Detects ignored files: git, or the `.gitignore` files if git may not start. */
  get ignoring(): Pick<History, 'ignored'> | undefined {
    return this.history ?? this.#git?.ignoreFiles;
  }

  /** Why git cannot be used for a folder, as a sentence with advice; undefined if it can. */
  get gitProblem(): string | undefined {
    const folders = [...this.#folders.values()].filter(({ folder }) => folder.uri.scheme === 'file');
    const problem = folders
      .map(({ folder }) => this.history?.problem(folder.uri.fsPath))
      .find((found) => found !== undefined);
    return problem && l10n.t('Git cannot be used: {0}.', problem);
  }

  /** Commits, if the workspace is trusted. */
  get repository(): Repository | undefined {
    return workspace.isTrusted ? this.#git?.repository : undefined;
  }

  /** Resolves when no folder is being read. */
  async whenReady(): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.#running;
      await waited;
    } while (waited !== this.#running);
  }

  /** Starts indexing and following changes. Returns at once. */
  start(): void {
    this.#store.add(
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        removed.forEach((folder) => this.#forget(folder));
        // Nested folders share files. The outer one leaves them to the inner one.
        const changed = [...added, ...removed];
        const touched = (workspace.workspaceFolders ?? []).filter(({ uri }) =>
          changed.some((other) => other.uri.toString() === uri.toString() || overlap(other.uri, uri)),
        );
        this.#index(touched);
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
      onDidChangeSetting(['files.include', 'files.exclude'], () => this.refresh()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isFile(document.uri)) {
          return;
        }
        if (contentChanges.length > 0) {
          this.#typed.add(document);
          this.#typing.schedule();
        } else if (!document.isDirty) {
          // Its changes were saved, or given up without the text being told.
          this.#typed.delete(document);
          this.#folderOf(document)?.touch(document.uri);
        }
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#typed.delete(document);
        this.#folderOf(document)?.touch(document.uri);
      }),
    );
    this.#index(workspace.workspaceFolders ?? []);
  }

  /** Reads everything again. */
  refresh(): void {
    this.#index(workspace.workspaceFolders ?? []);
  }

  /** Stops reading. Documents that are read stay in the catalog. */
  cancel(): void {
    this.#folders.forEach((folder) => folder.cancel());
  }

  /** Updates an open document in the catalog at once, without waiting for a pause in typing. */
  sync(document: TextDocument): void {
    this.#typed.delete(document);
    this.#folderOf(document)?.sync(document.uri, document.getText());
  }

  /**
   * Returns an open document as the catalog understands it now. A document that is not indexed, because it is ignored
   * or new, is read alone.
   */
  read(document: TextDocument): CatalogDocument {
    this.sync(document);
    const uri = document.uri.toString();
    const folder = workspace.getWorkspaceFolder(document.uri);
    const path = folder && pathBelow(folder.uri, document.uri);
    return (
      this.catalog.get(uri) ??
      readDocument({ uri, root: folder?.uri.toString() ?? '', path: path ?? document.uri.path }, document.getText())
    );
  }

  /** Adds a document that was just created, without waiting for the watcher. */
  adopt(document: TextDocument): void {
    this.#folderOf(document)?.adopt(document.uri, document.getText());
  }

  dispose(): void {
    this.#folders.forEach((folder) => folder.dispose());
    this.#store.dispose();
  }

  #folderOf({ uri }: TextDocument): FolderIndex | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString());
  }

  #syncTyped(): void {
    for (const document of this.#typed) {
      const uri = document.uri.toString();
      const known = this.catalog.get(uri) ?? this.catalog.teamFiles().find((file) => file.uri === uri);
      if (known === undefined) {
        this.#folderOf(document)?.touch(document.uri);
      } else {
        this.sync(document);
      }
    }
    this.#typed.clear();
  }

  #forget(folder: WorkspaceFolder): void {
    this.#folders.get(folder.uri.toString())?.dispose();
    this.#folders.delete(folder.uri.toString());
  }

  #index(folders: readonly WorkspaceFolder[]): void {
    this.#runs += 1;
    const run = this.#runs;
    this.#setState('indexing');
    const before = this.#running;
    const all = window.withProgress({ location: { viewId: kindIds('runbook').view } }, async () => {
      const results = await Promise.all(folders.map((folder) => this.#load(folder)));
      await before;
      if (run === this.#runs) {
        this.#setState(results.includes('stopped') ? 'stopped' : 'ready');
      }
    });
    this.#running = Promise.resolve(all);
  }

  async #load(folder: WorkspaceFolder): Promise<IndexState> {
    const key = folder.uri.toString();
    const { catalog } = this;
    const index =
      this.#folders.get(key) ??
      new FolderIndex(folder, {
        catalog,
        store: this.#files,
        history: () => this.history,
        ignoring: () => this.ignoring,
        log: this.#log,
      });
    this.#folders.set(key, index);
    try {
      const { indexed, skipped, cancelled } = await index.load((done, total) => this.#progressed.fire({ done, total }));
      this.#log.info(
        `${folder.name}: ${indexed} files read, ${skipped.length} left out${cancelled ? ', stopped' : ''}`,
      );
      return cancelled ? 'stopped' : 'ready';
    } catch (error) {
      this.#log.error(`${folder.name} could not be indexed`, error);
      return 'ready';
    }
  }

  #setState(state: IndexState): void {
    this.#state = state;
    setContext('runbookLens.state', state === 'indexing' ? 'indexing' : 'ready');
    this.#stateChanged.fire(state);
  }
}

/** Whether one folder is in the other. */
function overlap(a: Uri, b: Uri): boolean {
  return pathBelow(a, b) !== undefined || pathBelow(b, a) !== undefined;
}
