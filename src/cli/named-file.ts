import { relative, resolve } from 'node:path';
import { UserError } from '../core/index.ts';
import { placeProblem } from '../node/local-files.ts';
import { isBelow } from '../node/read-file.ts';

/** A file that the user named. */
export interface NamedFile {
  /** The path as written. It may be anywhere. */
  readonly file: string;
  /** Base of a relative path. */
  readonly cwd: string;
  /** The top of the repository, or the checked folder without one. */
  readonly top: string;
}

/**
 * Returns the absolute path of a named file. Throws a UserError if it is in the repository and a link in its folders,
 * which anybody may have committed, leads out of it.
 * @param what kind of file, for the message.
 */
export async function fullPath({ file, cwd, top }: NamedFile, what: string): Promise<string> {
  const full = resolve(cwd, file);
  const problem = isBelow(full, top) ? await placeProblem(top, relative(top, full)) : undefined;
  if (problem !== undefined) {
    throw new UserError(`The ${what} ${full} cannot be used: ${problem}. Name another file.`);
  }
  return full;
}
