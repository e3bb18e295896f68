import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { candidateTest, Catalog, load, UserError, type Logger } from '../../src/core/index.ts';
import { DiskStore } from '../../src/node/disk-store.ts';
import { GitHistory } from '../../src/node/git-history.ts';

/** Says nothing. */
export const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An indexed repository of a corpus. */
export interface Repository {
  /** The name of its folder. */
  readonly name: string;
  readonly folder: string;
  readonly catalog: Catalog;
}

/** Returns the names of the folders directly below `root`, sorted. Throws a UserError if there is no such folder. */
export async function repositoryNames(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => {
    throw new UserError(`The folder ${root} cannot be read.`);
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/**
 * Indexes each folder directly below `root`, one after the other, as the command line does.
 * @param today a day to use instead of the computer's.
 */
export async function* repositoriesIn(root: string, today?: string): AsyncGenerator<Repository> {
  for (const name of await repositoryNames(root)) {
    const folder = path.join(root, name);
    yield { name, folder, catalog: await indexedAt(folder, today) };
  }
}

/** Indexes one repository; see `repositoriesIn`. */
export async function indexedAt(root: string, today?: string): Promise<Catalog> {
  const catalog = new Catalog(quiet, today === undefined ? undefined : { now: () => new Date(today) });
  const history = new GitHistory(quiet);
  const store = new DiskStore(history, quiet);
  const { signal } = new AbortController();
  const isCandidate = candidateTest({ include: [], exclude: [] });
  await load({ root, store, catalog, logger: quiet, signal, isCandidate, uriOf: (file) => file });
  // A copy without history may stand in a repository that it does not belong to.
  if (existsSync(path.join(root, '.git'))) {
    catalog.setLastChanges(root, await history.lastChanges(root, signal));
  }
  return catalog;
}
