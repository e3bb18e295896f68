import { relative, resolve } from 'node:path';
import { UserError } from '../core/index.ts';
import { placeProblem } from '../node/local-files.ts';
import { isBelow } from '../node/read-file.ts';

/** Where a file is named. */
export interface NamedFile {
  /** As the user wrote it; it may stand anywhere. */
  readonly file: string;
  /** Where a relative one begins. */
  readonly cwd: string;
  /** The repository's top, or what was checked where there is none. */
  readonly top: string;
}

/**
 * The absolute path of a file that the user named. Throws a UserError when it is within the repository and a link among its folders, which
 * anybody may have committed, leads out of it.
 * @param what the file is, for the message.
 */
export async function fullPath({ file, cwd, top }: NamedFile, what: string): Promise<string> {
  const full = resolve(cwd, file);
  const problem = isBelow(full, top) ? await placeProblem(top, relative(top, full)) : undefined;
  if (problem !== undefined) {
    throw new UserError(`The ${what} ${full} cannot be used: ${problem}. Name another file.`);
  }
  return full;
}
