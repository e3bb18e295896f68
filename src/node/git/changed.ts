import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitDoor } from './door.ts';
import type { Found } from './find.ts';
import { afterPrefix, inBatches, literally } from './paths.ts';

/** A file that may differ from a commit. */
interface Entry {
  readonly path: string;
  /** Its old hash, if only its content can tell whether it has changed. */
  readonly before: string | undefined;
}

/**
 * Returns the files in a folder that differ from a commit, relative to the folder, with untracked and deleted ones.
 * "git diff" would write the index.
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

/** Parses raw diff output: a status, then a path. */
function readEntries(output: string): Entry[] {
  const parts = output.split('\0').values();
  const entries: Entry[] = [];
  for (const part of parts) {
    const path = parts.next().value;
    if (path !== undefined) {
      const [, mode, newMode, before, after = ''] = /^:(\d+) (\d+) (\w+) (\w+)/.exec(part) ?? [];
      // Git has no hash for a file that was touched since its last look.
      const isTouched = mode === newMode && mode?.startsWith('100') === true && /^0+$/.test(after);
      entries.push({ path, before: isTouched ? before : undefined });
    }
  }
  return entries;
}

/** Returns the touched files whose content is the same. */
async function unchanged(door: GitDoor, top: string, entries: readonly Entry[]): Promise<Set<string>> {
  const same = new Set<string>();
  const kinds = await Promise.all(entries.map(async ({ path }) => lstat(join(top, path)).catch(() => undefined)));
  const before = new Map(
    entries.filter((_, index) => kinds[index]?.isFile() === true).map((entry) => [entry.path, entry.before]),
  );
  for (const paths of inBatches([...before.keys()])) {
    // If a file cannot be read, the whole batch counts as changed: too many are better than too few.
    const output = await door.compare(top, ['hash-object', '--', ...paths]).catch(() => '');
    const hashes = output.split('\n');
    paths.filter((path, index) => hashes[index] === before.get(path)).forEach((path) => same.add(path));
  }
  return same;
}
