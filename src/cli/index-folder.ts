import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  candidateTest,
  Catalog,
  load,
  UserError,
  type FileRules,
  type FileStore,
  type LoadResult,
  type Logger,
} from '../core/index.ts';
import { DiskStore } from '../node/disk-store.ts';
import { GitHistory } from '../node/git-history.ts';
import type { Io } from './io.ts';

/** The arguments that all commands share. */
export interface IndexOptions {
  /** The folder, relative to the working directory; undefined for the working directory. */
  readonly path: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether to read the last change of each file from git. */
  readonly history: boolean;
}

/** An indexed folder. */
export interface Indexed {
  readonly catalog: Catalog;
  /** The folder, and its path from the top of the repository. */
  readonly root: string;
  readonly prefix: string;
  readonly store: FileStore;
  /** What --include and --exclude let be read, relative to the folder. */
  readonly globs: FileRules;
  /** Paths of files that could not be read, relative to the folder. Each was reported with its reason. */
  readonly skipped: ReadonlySet<string>;
  /** Reads the folder again: what changed, what is new and what is gone. Unchanged documents stay the same objects. */
  readonly update: () => Promise<void>;
}

/**
 * Returns the real path of a folder that is named, relative to the working directory; undefined names that. Throws a UserError if there is
 * no such folder.
 */
export async function folderNamed(path: string | undefined, io: Io): Promise<string> {
  const named = resolve(io.cwd, path ?? '.');
  const found = await stat(named).catch(() => undefined);
  if (found === undefined) {
    throw new UserError(`The folder ${named} does not exist.`);
  }
  if (!found.isDirectory()) {
    throw new UserError(`${named} is a file. Name the folder with the runbooks.`);
  }
  // The parents of a link are not the parents of its target.
  return realpath(named);
}

/** Indexes a folder. Reports unreadable files on standard error. Throws a UserError if the folder does not exist. */
export async function indexFolder(options: IndexOptions, io: Io): Promise<Indexed> {
  const root = await folderNamed(options.path, io);
  const logger: Logger = {
    info: () => undefined,
    warn: io.note,
    error: (message, error) => io.note(`${message}: ${String(error)}`),
  };
  const history = new GitHistory(logger);
  const store = new DiskStore(history, logger);
  const catalog = new Catalog(logger);
  const { signal } = new AbortController();
  const prefix = await history.prefix(root);
  const isCandidate = candidateTest(options);
  const read = (): Promise<LoadResult> =>
    load({ root, store, catalog, logger, signal, prefix, isCandidate, uriOf: (path) => path });
  const [{ skipped }, changes] = await Promise.all([
    read(),
    options.history ? history.lastChanges(root, signal) : undefined,
  ]);
  if (changes !== undefined) {
    catalog.setLastChanges(root, changes);
  }
  const update = async (): Promise<void> => {
    const now = await read();
    const unread = new Set(now.skipped.map(({ path }) => path));
    const there = new Set(now.paths.filter((path) => !unread.has(path)));
    catalog.remove(catalog.documents().flatMap(({ uri }) => (there.has(uri) ? [] : [uri])));
  };
  const { include, exclude } = options;
  return {
    catalog,
    root,
    prefix,
    store,
    globs: { include, exclude },
    skipped: new Set(skipped.map(({ path }) => path)),
    update,
  };
}
