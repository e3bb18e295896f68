import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitDoor } from './door.ts';
import type { Found } from './find.ts';
import { afterPrefix, inBatches, literally } from './paths.ts';

/** A file that may differ from a commit. */
interface Entry {
  readonly path: string;
  /** The hash that it had, where only its content can tell whether it is the same now. */
  readonly before: string | undefined;
}

/**
 * The files of a folder of a repository that differ from a commit, untracked and deleted ones included, relative to the folder. "git diff" would tell
 * as well, but it writes the index as it goes.
 */
export async function changedFiles(door: GitDoor, { top, prefix }: Found, commit: string): Promise<Set<string>> {
  const specs = ['--', ...(prefix === '' ? [] : [prefix])];
  const flags = ['-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules=all'];
  const [differing, untracked] = await Promise.all([
    door.compare(top, literally(['diff-index', ...flags, commit, ...specs])),
    door.read(top, literally(['ls-files', '-z', '--others', '--exclude-standard', ...specs])),
  ]);
  const entries = readEntries(differing);
  const touched = entries.filter(({ before }) => before !== undefined);
  const same = await unchanged(door, top, touched);
  const changed = entries.map(({ path }) => path).filter((path) => !same.has(path));
  return new Set(
    [...changed, ...untracked.split('\0').filter((path) => path !== '')].map((path) => afterPrefix(path, prefix)),
  );
}

/** Reads the raw form of a difference: what happened to a file, then its path. */
function readEntries(output: string): Entry[] {
  const parts = output.split('\0').values();
  const entries: Entry[] = [];
  for (const part of parts) {
    const path = parts.next().value;
    if (path !== undefined) {
      const [, mode, newMode, before, after = ''] = /^:(\d+) (\d+) (\w+) (\w+)/.exec(part) ?? [];
      // Git has no hash for what was touched since it last looked.
      const isTouched = mode === newMode && mode?.startsWith('100') === true && /^0+$/.test(after);
      entries.push({ path, before: isTouched ? before : undefined });
    }
  }
  return entries;
}

/** Those of files that were only touched. */
async function unchanged(door: GitDoor, top: string, entries: readonly Entry[]): Promise<Set<string>> {
  const same = new Set<string>();
  const kinds = await Promise.all(entries.map(async ({ path }) => lstat(join(top, path)).catch(() => undefined)));
  const before = new Map(
    entries.filter((_, index) => kinds[index]?.isFile() === true).map((entry) => [entry.path, entry.before]),
  );
  for (const paths of inBatches([...before.keys()])) {
    // A file that cannot be read counts as changed, and so do those beside it: too many are better than none.
    const output = await door.compare(top, ['hash-object', '--', ...paths]).catch(() => '');
    const hashes = output.split('\n');
    paths.filter((path, index) => hashes[index] === before.get(path)).forEach((path) => same.add(path));
  }
  return same;
}
