import { writeFile } from 'node:fs/promises';
import { UserError } from '../core/index.ts';

/**
 * Writes a file that the user asked for by name. Throws a UserError when that is not possible.
 * @param what the file is, for the message.
 */
export async function writeText(full: string, text: string, what: string): Promise<void> {
  try {
    await writeFile(full, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`The ${what} ${full} cannot be written: ${why}. Name a file in a folder that exists.`);
  }
}
