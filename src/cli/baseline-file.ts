import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseBaseline, printBaseline, UserError, type Baseline } from '../core/index.ts';
import { readText } from '../node/read-file.ts';
import { readingProblem } from '../node/system-errors.ts';
import { writeText } from './write-text.ts';

/** Where a baseline is, and how it is read. */
export interface BaselinePlace {
  /** As the user named it; it may stand anywhere. */
  readonly file: string;
  /** Where a relative one begins. */
  readonly cwd: string;
  /** The folder that a link in the file's place must not lead out of. */
  readonly top: string;
  /** Whether no file is as good as an empty one, because it is about to be written. */
  readonly create: boolean;
}

/** Reads a baseline file. Throws a UserError when it cannot be read or understood, or there is none. */
export async function readBaseline({ file, cwd, top, create }: BaselinePlace): Promise<Baseline> {
  const full = resolve(cwd, file);
  const found = await lstat(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') {
      throw unreadable(full, readingProblem(error));
    }
    return undefined;
  });
  if (found === undefined) {
    if (create) {
      return [];
    }
    throw new UserError(`There is no baseline ${full}. Write it with --update-baseline.`);
  }
  const result = await readText(full, found.isSymbolicLink() ? async () => top : undefined);
  if ('skipped' in result) {
    throw unreadable(full, result.skipped);
  }
  return parseBaseline(result.text, full);
}

function unreadable(full: string, why: string): UserError {
  return new UserError(`The baseline ${full} cannot be read: ${why}. Name a file that --update-baseline wrote.`);
}

/** Writes a baseline file whole or not at all. Throws a UserError when that is not possible. */
export async function writeBaseline(file: string, cwd: string, baseline: Baseline): Promise<void> {
  await writeText(resolve(cwd, file), printBaseline(baseline), 'baseline');
}
