import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

/** What the command line of today is compared with. */
export const earlierCommit = '7123106';

/**
 * Builds the command line of an earlier commit from git's objects, by its own build, with the packages that are installed here.
 * Returns its file; undefined where the clone does not have the commit.
 */
export async function buildEarlier(root: string, folder: string): Promise<string | undefined> {
  const archive = path.join(folder, 'earlier.tar');
  const sources = path.join(folder, 'earlier');
  try {
    execFileSync('git', ['cat-file', '-e', `${earlierCommit}^{commit}`], { cwd: root, stdio: 'ignore' });
  } catch {
    return undefined;
  }
  execFileSync('git', ['archive', '--output', archive, earlierCommit], { cwd: root });
  await mkdir(sources);
  execFileSync('tar', ['-xf', archive, '-C', sources]);
  await symlink(path.join(root, 'node_modules'), path.join(sources, 'node_modules'), 'junction');
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: sources, stdio: 'inherit' });
  return path.join(sources, 'dist', 'cli.cjs');
}
