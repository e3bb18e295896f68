import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode, parseBaseline, printBaseline, UserError, type Baseline } from '../core/index.ts';
import { writeText } from './write-text.ts';

/**
 * Reads a baseline file. Throws a UserError when it cannot be understood, or there is none.
 * @param create whether no file is as good as an empty one, because it is about to be written.
 */
export async function readBaseline(file: string, cwd: string, create: boolean): Promise<Baseline> {
  const full = resolve(cwd, file);
  const bytes = await readFile(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') {
      throw new UserError(`The baseline ${full} cannot be read: ${error.message}. Name a file that can.`);
    }
    return undefined;
  });
  if (bytes === undefined) {
    if (create) {
      return [];
    }
    throw new UserError(`There is no baseline ${full}. Write it with --update-baseline.`);
  }
  const result = decode(bytes);
  if ('skipped' in result) {
    throw new UserError(
      `The baseline ${full} cannot be read: ${result.skipped}. Name a file that --update-baseline wrote.`,
    );
  }
  return parseBaseline(result.text, full);
}

/** Writes a baseline file. Throws a UserError when that is not possible. */
export async function writeBaseline(file: string, cwd: string, baseline: Baseline): Promise<void> {
  await writeText(resolve(cwd, file), printBaseline(baseline), 'baseline');
}
