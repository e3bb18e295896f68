import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { actingFolderIn } from '../core/index.ts';
import { isBelow, readText } from './read-file.ts';
import { inTurn } from './turns.ts';
import { writeWhole } from './write-file.ts';

/** Access to the local disk. */
export const localFiles = { read: readText, write: writeWhole, placeProblem, inTurn };

/**
 * Returns why a file cannot be created at a path below a root, or undefined: a link in its folders leads out of the
 * root, or into a folder whose files are run or obeyed. The folders need not exist.
 */
export async function placeProblem(root: string, path: string): Promise<string | undefined> {
  const top = await realpath(root).catch(() => root);
  let rest = [basename(path)];
  for (let folder = dirname(join(top, path)); ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => undefined);
    if (real === folder || folder === dirname(folder)) {
      return undefined;
    }
    if (real !== undefined) {
      if (!isBelow(real, top)) {
        return `its folder is a link to a folder outside ${root}`;
      }
      const acting = actingFolderIn([...relative(top, real).split(sep), ...rest]);
      return acting && `its folder is a link into ${acting}/, whose files are run or obeyed`;
    }
    rest = [basename(folder), ...rest];
  }
}
