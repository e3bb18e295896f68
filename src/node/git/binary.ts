import { realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, parse, sep } from 'node:path';

/**
 * Returns the path of the git program by PATH, or undefined. Only absolute folders count: Windows searches the current
 * folder first and would run a `git.exe` of the repository. Folders in the repository do not count either, such as the
 * one that npm adds to PATH.
 * @param top of the repository, without links.
 */
export async function gitBinary(environment: NodeJS.ProcessEnv, top: string): Promise<string | undefined> {
  const [, path = ''] = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH') ?? [];
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter).filter((part) => isAbsolute(part))) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    const runs = found?.isFile() === true && (process.platform === 'win32' || (found.mode & 0o111) !== 0);
    if (runs && !(await isIn(top, folder)) && !(await isIn(top, file))) {
      return file;
    }
  }
  return undefined;
}

/** Whether a file or folder is really in a repository. The root of a file system does not count as one. */
async function isIn(top: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  return top !== parse(top).root && `${real}${sep}`.startsWith(`${top}${sep}`);
}
