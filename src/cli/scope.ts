import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { candidateTest, UserError, type FileRules, type History } from '../core/index.ts';

/** The folder to read and the files to check. All of the folder is read, because neighbours decide what is expected. */
export interface Scope {
  /** Absolute path of the folder. */
  readonly root: string;
  /**
   * Path from the top of the repository to the folder, with a trailing `/`; empty at the top or without a repository.
   */
  readonly prefix: string;
  /** The named files, from the top of the repository. */
  readonly named: readonly string[];
  /** Whether to check a file, by its path from the top of the repository. */
  holds(file: string): boolean;
  /** Whether only files that are named, or that changed, are checked. */
  readonly selects: boolean;
  /**
   * Whether to tell of a file what is wrong because of another: that one is named, or changed or removed. Only where files are selected, and in
   * the folders that are checked.
   */
  concerns(file: string, other: string): boolean;
}

/** The selection of documents to check, from the command line. */
export interface ScopeRequest extends FileRules {
  /** Files and folders, relative to the working directory; empty means the working directory. */
  readonly paths: readonly string[];
  /** Check only files changed since this revision. */
  readonly changedSince?: string;
}

/**
 * Returns what to read and check. One folder is read alone. For files or several PATHs, their repository is read;
 * without a repository, the working directory or the nearest folder that contains them. Throws a UserError for a PATH
 * that does not exist, PATHs of several repositories, or an unknown revision.
 */
export async function scopeOf(request: ScopeRequest, cwd: string, history: History): Promise<Scope> {
  const paths = request.paths.length === 0 ? ['.'] : request.paths;
  const targets = await Promise.all(paths.map(async (path) => targetOf(path, cwd)));
  const [first] = targets;
  const alone = targets.length === 1 && first?.isFolder === true ? first.folder : undefined;
  const root = alone ?? (await commonRoot(targets, cwd, history));
  const parts = targets.map(({ path }) => relative(root, path).split(sep).join('/'));
  const prefix = await history.prefix(root);
  const changed =
    request.changedSince === undefined ? undefined : await history.changedSince(root, request.changedSince);
  const isCandidate = candidateTest(request);
  const selects = changed !== undefined || (alone === undefined && targets.some(({ isFolder }) => !isFolder));
  const within = (file: string): boolean => {
    const path = file.slice(prefix.length);
    return (
      file.startsWith(prefix) &&
      parts.some((part) => part === '' || path === part || path.startsWith(`${part}/`)) &&
      isCandidate(path)
    );
  };
  return {
    root,
    prefix,
    named: parts.filter((_, index) => targets[index]?.isFolder === false).map((part) => `${prefix}${part}`),
    selects,
    holds: (file) => within(file) && changed?.has(file.slice(prefix.length)) !== false,
    concerns: (file, other) =>
      selects &&
      other.startsWith(prefix) &&
      (changed === undefined
        ? parts.includes(other.slice(prefix.length)) && isCandidate(file.slice(prefix.length))
        : within(file) && changed.has(other.slice(prefix.length))),
  };
}

interface Target {
  readonly path: string;
  readonly isFolder: boolean;
  /** The folder, or the folder of the file. */
  readonly folder: string;
}

async function targetOf(path: string, cwd: string): Promise<Target> {
  const full = resolve(cwd, path);
  const found = await stat(full).catch(() => undefined);
  if (found === undefined) {
    throw new UserError(`The file or folder ${full} does not exist.`);
  }
  // Follow links in folders only: a file keeps its name here.
  const folder = await realpath(found.isDirectory() ? full : dirname(full));
  return found.isDirectory()
    ? { path: folder, folder, isFolder: true }
    : { path: join(folder, basename(full)), folder, isFolder: false };
}

async function commonRoot(targets: readonly Target[], cwd: string, history: History): Promise<string> {
  const folders = [...new Set(targets.map(({ folder }) => folder))];
  const tops = new Set(await Promise.all(folders.map(async (folder) => topOf(folder, history))));
  if (tops.size > 1) {
    const names = [...tops].map((name) => name ?? 'none');
    throw new UserError(`The paths belong to different repositories (${names.join(', ')}). Check them one at a time.`);
  }
  const [top] = tops;
  return top ?? commonFolder(folders, await realpath(cwd));
}

/** Returns the top of the repository of a folder, or undefined. */
async function topOf(folder: string, history: History): Promise<string | undefined> {
  if ((await history.gitFolder(folder)) === undefined) {
    return undefined;
  }
  const depth = (await history.prefix(folder)).split('/').length - 1;
  return resolve(folder, ...Array.from({ length: depth }, () => '..'));
}

function commonFolder(folders: readonly string[], cwd: string): string {
  const holdsAll = (outer: string): boolean =>
    folders.every((inner) => inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`));
  let root = holdsAll(cwd) ? cwd : (folders[0] ?? cwd);
  while (!holdsAll(root) && dirname(root) !== root) {
    root = dirname(root);
  }
  return root;
}
