import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { configurationName, type FileStore, type History, type ReadResult } from '../../core/index.ts';
import type { Files } from './files.ts';

/**
 * The file port over the VS Code file system. A root is the URI of a folder as text. Files come from git if it can be
 * used, otherwise from VS Code's search, which honours `files.exclude`.
 */
export class WorkspaceStore implements FileStore {
  readonly #files: Files;
  readonly #history: () => History | undefined;
  readonly #ignoreFiles: Pick<History, 'ignored'> | undefined;

  /**
   * @param history returns git, in trusted workspaces.
   * @param ignoreFiles tells ignored files without git, if the host has a disk.
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

  /** Returns the files below a folder that VS Code's search finds, relative to the folder. */
  async search(folder: Uri, all = false): Promise<readonly string[]> {
    // VS Code's globs do not support nested groups.
    const names = ['*.md', '*.markdown', '*.mdx', '*.erb', configurationName, 'OWNERS', 'CODEOWNERS'];
    const found = await workspace.findFiles(new RelativePattern(folder, all ? '**' : `**/{${names.join(',')}}`));
    return found.map((uri) => pathBelow(folder, uri)).filter((path) => path !== undefined);
  }

  /**
   * Reads only regular files and links to them. A link must stay in the repository, or below the folder if there is
   * none.
   */
  async read(root: string, path: string): Promise<ReadResult> {
    const folder = Uri.parse(root);
    return this.#files.read(Uri.joinPath(folder, path), async () => ({
      root: folder,
      prefix: (await this.#history()?.prefix(folder.fsPath)) ?? '',
    }));
  }
}

/** Returns the path of a file relative to a folder, with `/`, or undefined if it is elsewhere. */
export function pathBelow(folder: Uri, uri: Uri): string | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(base)
    ? uri.path.slice(base.length)
    : undefined;
}
