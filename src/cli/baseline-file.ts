import { lstat } from 'node:fs/promises';
import { parseBaseline, printBaseline, UserError, type Baseline } from '../core/index.ts';
import { readText, type Bounds } from '../node/read-file.ts';
import { readingProblem } from '../node/system-errors.ts';
import { fullPath, type NamedFile } from './named-file.ts';
import { writeText } from './write-text.ts';

/**
 * Reads a baseline file. Throws a UserError if it cannot be read or parsed, does not exist, or is a link out of the
 * repository.
 * @param create whether a missing file counts as empty, because it will be written.
 */
export async function readBaseline(place: NamedFile, create: boolean): Promise<Baseline> {
  const full = await fullPath(place, 'baseline');
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
    throw new UserError(`The baseline ${full} does not exist. Create it with --update-baseline.`);
  }
  const bounds = async (): Promise<Bounds> => ({ root: place.top, prefix: '' });
  // `fullPath` has checked the folders. A file outside the repository may be behind links.
  const result = await readText(full, found.isSymbolicLink() ? bounds : undefined);
  if ('skipped' in result) {
    throw unreadable(full, result.skipped);
  }
  return parseBaseline(result.text, full);
}

function unreadable(full: string, why: string): UserError {
  return new UserError(
    `The baseline ${full} cannot be read: ${why}. Name a file that was created with --update-baseline.`,
  );
}

/** Writes a baseline file whole or not at all. Throws a UserError if that fails. */
export async function writeBaseline(place: NamedFile, baseline: Baseline): Promise<void> {
  await writeText(await fullPath(place, 'baseline'), printBaseline(baseline), 'baseline');
}
