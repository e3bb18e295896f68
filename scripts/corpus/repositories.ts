import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Catalog, load, type Logger } from '../../src/core/index.ts';
import { DiskStore } from '../../src/node/disk-store.ts';
import { GitHistory } from '../../src/node/git-history.ts';

const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An indexed repository of a corpus. */
export interface Repository {
  readonly name: string;
  readonly catalog: Catalog;
}

/** Indexes each folder directly below `folder`. */
export async function readRepositories(folder: string): Promise<Repository[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.toSorted().map(async (name) => ({ name, catalog: await index(path.join(folder, name)) })));
}

async function index(root: string): Promise<Catalog> {
  const catalog = new Catalog(quiet);
  const store = new DiskStore(new GitHistory(quiet), quiet);
  const { signal } = new AbortController();
  await load({ root, store, catalog, logger: quiet, signal, isCandidate: () => true, uriOf: (file) => file });
  return catalog;
}

/** Returns a generator of random numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
