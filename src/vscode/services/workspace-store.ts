import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import {
  configurationName,
  decode,
  maxFileSize,
  type FileStore,
  type History,
  type ReadResult,
} from '../../core/index.ts';

/**
 * The file port over VS Code's file system. A root is a folder's URI as text. Git is asked for the files where it may be;
 * elsewhere VS Code's own search, which honours `files.exclude`.
 */
export class WorkspaceStore implements FileStore {
  readonly #history: () => History | undefined;
  readonly #ignoreFiles: Pick<History, 'ignored'> | undefined;

  /**
   * @param history gives git as long as it may be used: in trusted workspaces.
   * @param ignoreFiles what tells without git which files are ignored, where the host has files of its own.
   */
  constructor(history: () => History | undefined, ignoreFiles?: Pick<History, 'ignored'>) {
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

  async read(root: string, path: string): Promise<ReadResult> {
    const uri = Uri.joinPath(Uri.parse(root), path);
    try {
      const { size, type } = await workspace.fs.stat(uri);
      if ((type & FileType.Directory) !== 0) {
        return { skipped: 'it is a folder' };
      }
      if (size > maxFileSize) {
        return { skipped: `it is larger than ${maxFileSize / 1024 / 1024} MB` };
      }
      return decode(await workspace.fs.readFile(uri));
    } catch (error) {
      return { skipped: reasonOf(error) };
    }
  }
}

/** A file's path relative to a folder, with `/`; undefined when it stands elsewhere. */
export function pathBelow(folder: Uri, uri: Uri): string | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(base)
    ? uri.path.slice(base.length)
    : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof FileSystemError) {
    return error.code === 'FileNotFound'
      ? 'it no longer exists'
      : error.code === 'NoPermissions'
        ? 'reading it is not permitted'
        : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
