import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { configurationName, type FileStore, type History, type ReadResult } from '../../core/index.ts';
import type { Files } from './files.ts';

/**
 * The file port over VS Code's file system. A root is a folder's URI as text. Git is asked for the files where it may be;
 * elsewhere VS Code's own search, which honours `files.exclude`.
 */
export class WorkspaceStore implements FileStore {
  readonly #files: Files;
  readonly #history: () => History | undefined;
  readonly #ignoreFiles: Pick<History, 'ignored'> | undefined;

  /**
   * @param history gives git as long as it may be used: in trusted workspaces.
   * @param ignoreFiles what tells without git which files are ignored, where the host has files of its own.
   */
  constructor(files: Files, history: () => History | undefined, ignoreFiles?: Pick<History, 'ignored'>) {
    this.#files = files;
    this.#history = history;
    this.#ignoreFiles = ignoreFiles;
  }

  async list(root: string, signal: AbortSignal, all = false): Promise<readonly string[]> {
    const folder = Uri.parse(root);
    const history = folder.scheme === 'file' ? this.#history() : undefined;
    const tracked = await history?.files(folder.fsPath, signal, all);
    if (tracked !== undefined) {
      return tracked;
    }
    const found = await this.search(folder, all);
    if (history !== undefined || folder.scheme !== 'file') {
      return found;
    }
    const ignored = await this.#ignoreFiles?.ignored(folder.fsPath, found);
    return found.filter((path) => ignored?.has(path) !== true);
  }

  async names(root: string, folder: string): Promise<readonly string[]> {
    const uri = Uri.joinPath(Uri.parse(root), folder);
    const entries = await workspace.fs.readDirectory(uri).then(
      (found) => found,
      () => [],
    );
    return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
  }

  /** The files below a folder that VS Code's search finds, relative to it: those that `list` asks for. */
  async search(folder: Uri, all = false): Promise<readonly string[]> {
    // The editor's globs have no groups within groups.
    const names = ['*.md', '*.markdown', '*.mdx', '*.erb', configurationName, 'OWNERS', 'CODEOWNERS'];
    const found = await workspace.findFiles(new RelativePattern(folder, all ? '**' : `**/{${names.join(',')}}`));
    return found.map((uri) => pathBelow(folder, uri)).filter((path) => path !== undefined);
  }

  /** Only regular files are read, and links to such; a link may lead anywhere in the repository, without one below the folder. */
  async read(root: string, path: string): Promise<ReadResult> {
    const folder = Uri.parse(root);
    return this.#files.read(Uri.joinPath(folder, path), async () => ({
      root: folder,
      prefix: (await this.#history()?.prefix(folder.fsPath)) ?? '',
    }));
  }
}

/** A file's path relative to a folder, with `/`; undefined when it stands elsewhere. */
export function pathBelow(folder: Uri, uri: Uri): string | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(base)
    ? uri.path.slice(base.length)
    : undefined;
}
