import { realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, parse, sep } from 'node:path';

/**
 * Where git's program is, by PATH; undefined where there is none. Only folders with an absolute path count: Windows looks in the folder that a
 * program starts in first, and so would run a `git.exe` that a repository carries. Nor do those in the repository itself, such as the one
 * of programs that npm puts first on PATH.
 * @param top the repository's, without links.
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

/** Whether a file or folder really stands in a repository; everything stands in the root of a file system, which counts as none. */
async function isIn(top: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  return top !== parse(top).root && `${real}${sep}`.startsWith(`${top}${sep}`);
}
