import type { Stats } from 'node:fs';
import { constants, lstat, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/index.ts';
import { writingProblem } from '../node/system-errors.ts';
import { writeWhole } from '../node/write-file.ts';

/**
 * Writes a named file whole or not at all. Pipes and devices, such as `/dev/null`, are written directly. Throws a
 * UserError if that fails. Links are not followed.
 * @param what kind of file, for the message.
 */
export async function writeText(full: string, text: string, what: string): Promise<void> {
  const isStream = await lstat(full).then(
    (found) => takesStream(full, found),
    () => false,
  );
  const problem = isStream ? await writeInto(full, text) : await writeWhole(full, text);
  if (problem !== undefined) {
    const folder = await stat(dirname(full)).catch(() => undefined);
    const advice = folder?.isDirectory() === true ? 'Name another file.' : 'Name a file in a folder that exists.';
    throw new UserError(`The ${what} ${full} cannot be written: ${problem}. ${advice}`);
  }
}

/** Links of the system, such as `/dev/fd/63`, lead to the streams of the process. */
function takesStream(full: string, found: Stats): boolean {
  return found.isFIFO() || found.isCharacterDevice() || (found.isSymbolicLink() && /^\/(?:dev|proc)\//.test(full));
}

async function writeInto(full: string, text: string): Promise<string | undefined> {
  try {
    const handle = await open(full, constants.O_WRONLY | constants.O_APPEND);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    return writingProblem(error);
  }
}
