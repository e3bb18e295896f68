import { open, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The repository of a folder, found without git. */
export interface Found {
  /** The folder with `.git`: absolute, without links. */
  readonly top: string;
  /** Path from the top to the given folder, with a trailing `/`; empty for the top itself. */
  readonly prefix: string;
  /** The git folder of this work tree. */
  readonly gitFolder: string;
  /** Whether its configuration says that it has no work tree, for example when it holds several linked ones. */
  readonly isBare?: true;
  /** Why git would reject it, as part of a sentence with advice. */
  readonly broken?: string;
}

/** The longest `.git` file, which has one line. In bytes. */
const longestGitFile = 8192;

/**
 * Returns the nearest repository at a folder or above it, or undefined. `.git` may be a file, as in linked work trees
 * and submodules. A `.git` folder without any part of a repository is skipped, as git does. One with some part counts,
 * even if it is damaged.
 */
export async function findRepository(folder: string): Promise<Found | undefined> {
  const start = await realpath(folder).catch(() => undefined);
  for (let top = start, last = ''; top !== undefined && top !== last; last = top, top = dirname(top)) {
    const found = await repositoryAt(top);
    if (found !== undefined && start !== undefined) {
      const below = relative(top, start).split(sep).join('/');
      return { top, prefix: below === '' ? '' : `${below}/`, ...found };
    }
  }
  return undefined;
}

/** Whether a folder is in git's own folder, which has no documents. */
export function isGitsOwn({ prefix }: Found): boolean {
  return /^\.git\//i.test(prefix);
}

/** A repository at one folder. */
type There = Pick<Found, 'gitFolder' | 'isBare' | 'broken'>;

async function repositoryAt(top: string): Promise<There | undefined> {
  const path = join(top, '.git');
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) {
    return (await looksLikeOne(path)) ? withProblem(path) : undefined;
  }
  if (there?.isFile() !== true) {
    return undefined;
  }
  const text = await beginning(path).catch(() => undefined);
  if (text === undefined) {
    return { gitFolder: path, broken: `${path} cannot be read: permission denied; fix its permissions` };
  }
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most 8 KB are read.
  const named = /^gitdir: (.+?)[\r\n]*$/s.exec(text)?.[1];
  if (named === undefined) {
    return { gitFolder: path, broken: `${path} does not name the repository folder; correct it, or clone again` };
  }
  return withProblem(resolve(top, named));
}

async function looksLikeOne(path: string): Promise<boolean> {
  const names = await readdir(path).catch(() => undefined);
  return names === undefined || ['HEAD', 'config', 'objects', 'refs'].some((name) => names.includes(name));
}

async function withProblem(gitFolder: string): Promise<There> {
  const [broken, isBare] = await Promise.all([problemOf(gitFolder), saysBare(join(gitFolder, 'config'))]);
  return { gitFolder, ...(isBare && { isBare }), ...(broken !== undefined && { broken }) };
}

async function saysBare(configuration: string): Promise<boolean> {
  const kind = await stat(configuration).catch(() => undefined);
  const text = kind?.isFile() === true ? await beginning(configuration).catch(() => '') : '';
  return /^[ \t]{0,20}bare[ \t]{0,20}=[ \t]{0,20}true\b/im.test(text);
}

/** Checks HEAD as git does. */
async function problemOf(gitFolder: string): Promise<string | undefined> {
  const head = join(gitFolder, 'HEAD');
  // In old repositories HEAD is a link, possibly to a branch without commits.
  if (
    await readlink(head).then(
      (to) => to.startsWith('refs/'),
      () => false,
    )
  ) {
    return undefined;
  }
  try {
    const kind = await stat(head);
    const text = kind.isFile() ? await beginning(head) : '';
    return /^ref:\s*refs\/|^[\da-f]{40}/.test(text)
      ? undefined
      : `${head} is damaged; write "ref: refs/heads/BRANCH" into it, or clone again`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM'
      ? `${head} cannot be read: permission denied; fix the permissions of ${gitFolder}`
      : `${head} cannot be read; if the repository was moved, run "git worktree repair" in it, otherwise clone again`;
  }
}

async function beginning(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestGitFile), 0, longestGitFile, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
