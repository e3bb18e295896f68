import { FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import {
  candidateTest,
  configurationName,
  isMarkdown,
  isPlain,
  isTeamFile,
  listDocuments,
  load,
  refusedGlobs,
  type Catalog,
  type FileRules,
  type History,
  type ListRequest,
  type LoadResult,
  type Source,
} from '../../core/index.ts';
import { Debouncer } from './debounce.ts';
import { DisposableStore } from './disposables.ts';
import type { Log } from './log.ts';
import { shownText, unsavedText } from './open-texts.ts';
import { readSetting } from './settings.ts';
import { pathBelow, type WorkspaceStore } from './workspace-store.ts';

/** Dependencies of the index of a folder. */
export interface FolderIndexDeps {
  readonly catalog: Catalog;
  readonly store: WorkspaceStore;
  readonly history: () => History | undefined;
  readonly ignoring: () => Pick<History, 'ignored'> | undefined;
  readonly log: Log;
}

/** The time to wait for more file events, so that a branch switch is one update. In milliseconds. */
const fileDelay = 150;
const historyDelay = 600;
/** More new folders than this, as after a checkout, are searched together. */
const manyFolders = 10;

/** Keeps the documents of one workspace folder up to date: loads them, then follows its files and its git history. */
export class FolderIndex {
  readonly folder: WorkspaceFolder;
  readonly #root: string;
  readonly #deps: FolderIndexDeps;
  readonly #store = new DisposableStore();
  /** The last event of each file or folder that is not processed yet. */
  readonly #pending = new Map<string, 'there' | 'gone'>();
  readonly #files: Debouncer;
  readonly #headMoved: Debouncer;
  /** Known files that git ignores. */
  readonly #ignored = new Set<string>();
  /** Path from the top of the repository to this folder. */
  #prefix = '';
  #turn: Promise<void> = Promise.resolve();
  #run = new AbortController();
  #history = new AbortController();
  readonly #life = new AbortController();
  #watched = false;
  #headWatched = false;

  constructor(folder: WorkspaceFolder, deps: FolderIndexDeps) {
    this.folder = folder;
    this.#root = folder.uri.toString();
    this.#deps = deps;
    this.#files = this.#store.add(new Debouncer(fileDelay, () => this.#follow(() => this.#processFiles())));
    this.#headMoved = this.#store.add(new Debouncer(historyDelay, () => this.#follow(() => this.#followHead())));
  }

  /** Reads the whole folder and stops an earlier run. Rejects if the folder cannot be listed. */
  load(onProgress: (done: number, total: number) => void): Promise<LoadResult> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    this.#watch();
    this.#follow(() => this.#watchHead());
    return this.#inTurn(() => this.#load(run, onProgress));
  }

  /** Stops a run. Documents that are read stay. */
  cancel(): void {
    this.#run.abort();
  }

  /** Notes that an open document was closed, or has changes no longer. */
  touch(uri: Uri): void {
    if (this.#isCandidate(uri) || this.#isTeamFile(uri)) {
      this.#pending.set(uri.toString(), 'there');
      this.#files.schedule();
    }
  }

  /** Updates an open document at once. Ignored files and files that are not candidates stay out. */
  sync(uri: Uri, text: string): void {
    if (this.#deps.catalog.get(uri.toString()) !== undefined) {
      this.#upsert(uri, text);
    }
    const before = this.#deps.catalog.team(this.#root);
    if (this.#deps.catalog.setTeamText(uri.toString(), text)) {
      const after = this.#deps.catalog.team(this.#root);
      if (before.kindsAndFiles !== after.kindsAndFiles) {
        this.#follow(() => this.#relist());
      }
    }
  }

  /** Adds a document that was just created, unless the settings exclude it. */
  adopt(uri: Uri, text: string): void {
    if (this.#isCandidate(uri)) {
      this.#upsert(uri, text);
    }
  }

  dispose(): void {
    this.#life.abort();
    this.#history.abort();
    this.#run.abort();
    this.#store.dispose();
    this.#deps.catalog.removeRoot(this.#root);
  }

  async #load({ signal }: AbortController, onProgress: (done: number, total: number) => void): Promise<LoadResult> {
    this.#prefix = (await this.#git()?.prefix(this.folder.uri.fsPath)) ?? '';
    for (const refused of refusedGlobs(this.#rules())) {
      this.#deps.log.warn(`${this.folder.name}, settings: ${refused}`);
    }
    const result = await load({ ...this.#listing(signal), onProgress });
    if (!result.cancelled) {
      this.#ignored.clear();
      this.#dropAllBut(result.paths);
      this.#readHistory();
    }
    return result;
  }

  #listing(signal: AbortSignal): ListRequest {
    const { catalog, store, log } = this.#deps;
    return {
      root: this.#root,
      prefix: this.#prefix,
      store,
      catalog,
      logger: log,
      isCandidate: this.#candidates(),
      uriOf: (path) => this.#uri(path),
      textOf: shownText,
      signal,
    };
  }

  /** Runs jobs one after another, so that an older text never replaces a newer one. */
  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(job);
    this.#turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  #follow(job: () => Promise<void>): void {
    this.#inTurn(job).catch(this.#failed);
  }

  readonly #failed = (error: unknown): void => {
    if (!this.#life.signal.aborted) {
      this.#deps.log.error(`Following ${this.folder.name} failed`, error);
    }
  };

  #upsert(uri: Uri, text: string): void {
    const path = pathBelow(this.folder.uri, uri);
    if (path !== undefined) {
      this.#deps.catalog.upsert([{ uri: uri.toString(), root: this.#root, prefix: this.#prefix, path, text }]);
    }
  }

  #uri(path: string): string {
    return Uri.joinPath(this.folder.uri, path).toString();
  }

  #rules(): FileRules {
    return { include: readSetting('files.include', this.folder), exclude: readSetting('files.exclude', this.folder) };
  }

  #candidates(): (path: string) => boolean {
    const test = candidateTest(this.#rules());
    // A workspace folder in another one indexes its own files.
    return (path) =>
      test(path) && workspace.getWorkspaceFolder(Uri.joinPath(this.folder.uri, path))?.uri.toString() === this.#root;
  }

  #isCandidate(uri: Uri): boolean {
    const path = pathBelow(this.folder.uri, uri);
    const team = this.#deps.catalog.team(this.#root);
    return path !== undefined && team.reads(`${this.#prefix}${path}`) && this.#candidates()(path);
  }

  #isTeamFile(uri: Uri): boolean {
    const path = pathBelow(this.folder.uri, uri);
    return path !== undefined && isTeamFile(`${this.#prefix}${path}`);
  }

  #watch(): void {
    if (this.#watched) {
      return;
    }
    this.#watched = true;
    const watcher = this.#store.add(workspace.createFileSystemWatcher(new RelativePattern(this.folder, '**')));
    const note = (uri: Uri, state: 'there' | 'gone'): void => {
      // Every commit, checkout, merge and rebase writes HEAD or its log.
      if (/\/\.git\/(?:logs\/)?HEAD$/.test(uri.path)) {
        this.#headMoved.schedule();
      } else if (concernsDocuments(uri.path, state)) {
        this.#pending.set(uri.toString(), state);
        this.#files.schedule();
      }
    };
    this.#store.add(
      watcher.onDidCreate((uri) => note(uri, 'there')),
      watcher.onDidChange((uri) => note(uri, 'there')),
      watcher.onDidDelete((uri) => note(uri, 'gone')),
    );
  }

  async #watchHead(): Promise<void> {
    const git = this.#headWatched ? undefined : this.#git();
    const gitFolder = await git?.gitFolder(this.folder.uri.fsPath);
    if (gitFolder === undefined || pathBelow(this.folder.uri, Uri.file(gitFolder)) !== undefined) {
      return;
    }
    this.#headWatched = true;
    // The repository starts above this folder, where the watcher sees nothing. A pattern without a slash is not
    // recursive.
    const base = Uri.file(gitFolder);
    for (const folder of [base, Uri.joinPath(base, 'logs')]) {
      const watcher = this.#store.add(workspace.createFileSystemWatcher(new RelativePattern(folder, 'HEAD')));
      const moved = (): void => this.#headMoved.schedule();
      this.#store.add(watcher.onDidChange(moved), watcher.onDidCreate(moved));
    }
  }

  #git(): History | undefined {
    return this.folder.uri.scheme === 'file' ? this.#deps.history() : undefined;
  }

  async #followHead(): Promise<void> {
    await this.#relist();
    this.#readHistory();
  }

  /** Reads the last changes in parallel to other jobs, and stops an earlier read. */
  #readHistory(): void {
    this.#history.abort();
    const { signal } = (this.#history = new AbortController());
    const read = async (): Promise<void> => {
      const changes = await this.#git()?.lastChanges(this.folder.uri.fsPath, signal);
      if (changes !== undefined && !signal.aborted) {
        this.#deps.catalog.setLastChanges(this.#root, changes);
      }
    };
    read().catch(this.#failed);
  }

  /** Compares the files with the catalog and reads only missing ones. */
  async #relist(): Promise<void> {
    const { signal } = this.#life;
    const paths = await listDocuments(this.#listing(signal));
    if (signal.aborted) {
      return;
    }
    this.#dropAllBut(paths);
    await this.#read(paths.map((path) => this.#uri(path)).filter((uri) => this.#deps.catalog.get(uri) === undefined));
  }

  #known(): string[] {
    return this.#deps.catalog
      .documents()
      .filter(({ root }) => root === this.#root)
      .map(({ uri }) => uri);
  }

  #dropAllBut(paths: readonly string[]): void {
    const listed = new Set(paths.map((path) => this.#uri(path)));
    this.#deps.catalog.remove(this.#known().filter((uri) => !listed.has(uri)));
  }

  async #processFiles(): Promise<void> {
    const pending = new Map(this.#pending);
    this.#pending.clear();
    const gone = new Set([...pending].filter(([, state]) => state === 'gone').map(([uri]) => uri));
    if (gone.size > 0) {
      // A removed folder is one event for all its files.
      this.#deps.catalog.remove(this.#known().filter((uri) => selfAndParents(uri).some((part) => gone.has(part))));
    }
    const there = [...pending].filter(([, state]) => state === 'there').map(([uri]) => Uri.parse(uri));
    const documents = there.filter((uri) => isMarkdown(uri.path) || this.#isCandidate(uri));
    const others = there.filter((uri) => !documents.includes(uri));
    const many = others.some((uri) => uri.path.endsWith('/.gitignore')) || others.length > manyFolders;
    for (const folder of many ? [] : others) {
      documents.push(...(await this.#documentsIn(folder)));
    }
    const known = this.#deps.catalog.teamFiles(this.#root).map(({ uri }) => uri);
    const team =
      [...others, ...documents].some((uri) => this.#isTeamFile(uri)) ||
      known.some((uri) => selfAndParents(uri).some((part) => gone.has(part)));
    if (many || team) {
      this.#ignored.clear();
      await this.#relist();
    }
    await this.#read([...new Set(documents.filter((uri) => this.#isCandidate(uri)).map(String))]);
  }

  /** Returns the markdown files below a folder; none if it is not a folder. */
  async #documentsIn(folder: Uri): Promise<Uri[]> {
    const stat = await workspace.fs.stat(folder).then(
      (found) => found,
      () => undefined,
    );
    if (stat === undefined || (stat.type & FileType.Directory) === 0) {
      return [];
    }
    return (await this.#deps.store.search(folder)).map((path) => Uri.joinPath(folder, path));
  }

  async #read(uris: readonly string[]): Promise<void> {
    const paths = uris.map((uri) => pathBelow(this.folder.uri, Uri.parse(uri))).filter((path) => path !== undefined);
    const unknown = paths.filter(
      (path) => this.#deps.catalog.get(this.#uri(path)) === undefined && !this.#ignored.has(path),
    );
    const ignoring = this.folder.uri.scheme === 'file' ? this.#deps.ignoring() : undefined;
    (await ignoring?.ignored(this.folder.uri.fsPath, unknown))?.forEach((path) => this.#ignored.add(path));
    const sources: Source[] = [];
    for (const path of paths.filter((candidate) => !this.#ignored.has(candidate))) {
      const uri = this.#uri(path);
      // A document can stay open for minutes after its editor is closed, even with text that was not saved and is given
      // up, or when its file is deleted. It counts only while it has changes to be saved.
      const unsaved = unsavedText(uri);
      const result = unsaved === undefined ? await this.#deps.store.read(this.#root, path) : { text: unsaved };
      if ('skipped' in result) {
        this.#deps.log.warn(`Not indexed: ${path}: ${result.skipped}`);
        this.#deps.catalog.remove([uri]);
      } else {
        sources.push({ uri, root: this.#root, prefix: this.#prefix, path, text: result.text });
      }
    }
    if (!this.#life.signal.aborted) {
      // Prefer what was typed while the files were read.
      this.#deps.catalog.upsert(sources.map((source) => ({ ...source, text: shownText(source.uri) ?? source.text })));
    }
  }
}

/** Whether an event may concern a document: a document, a folder, a `.gitignore` file or a team file. */
function concernsDocuments(path: string, state: 'there' | 'gone'): boolean {
  if (/\/(?:node_modules|\.git)(?:\/|$)/.test(path)) {
    return false;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Folders and owners files have no extension, except for a leading dot.
  const mayBeFolder = !name.slice(1).includes('.');
  return state === 'gone' || mayBeFolder || isMarkdown(name) || name === configurationName || isPlain(name);
}

/** Returns a URI and those of all folders above it, as text. */
function selfAndParents(uri: string): string[] {
  const parts: string[] = [];
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    parts.push(uri.slice(0, end));
  }
  return parts;
}
