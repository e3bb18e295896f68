import { stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Where git's program is, by PATH; undefined where there is none. Only folders with an absolute path count: Windows looks in the folder that a
 * program starts in first, and so would run a `git.exe` that a repository carries.
 */
export async function gitBinary(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const [, path = ''] = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH') ?? [];
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter).filter((part) => isAbsolute(part))) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() === true && (process.platform === 'win32' || (found.mode & 0o111) !== 0)) {
      return file;
    }
  }
  return undefined;
}
