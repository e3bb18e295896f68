import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Who committed what, and when. */
export interface Commit {
  readonly message: string;
  /** Author and committer date in ISO 8601. */
  readonly date: string;
  /** Author and committer, as `Name <address>`. */
  readonly author: string;
}

const AUTHOR = /^(?<name>.+) <(?<address>.+)>$/;

/** Creates an empty folder of its own for one test below the system's temporary folder; its path has no links. */
export async function temporaryFolder(name: string): Promise<string> {
  return realpath(await mkdtemp(path.join(tmpdir(), `runbook-lens-${name}-`)));
}

/** Writes files below `folder`, creating the folders they are in. Keys are paths with `/`, values their content. */
export async function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Makes `folder` a git repository with the branch `main` and without commits, whatever the user's git settings. */
export async function gitInit(folder: string): Promise<void> {
  await git(folder, ['-c', 'init.defaultBranch=main', 'init', '--quiet', '--template=']);
}

/**
 * Commits everything below `folder`, also when nothing changed. The same tree, history and arguments give the same
 * commit hash on every machine. Resolves to that hash.
 */
export async function commitAll(folder: string, commit: Commit): Promise<string> {
  const who = AUTHOR.exec(commit.author)?.groups;
  if (who === undefined) {
    throw new Error(`Not of the form "Name <address>": ${commit.author}`);
  }
  const env = {
    GIT_AUTHOR_NAME: who['name'],
    GIT_AUTHOR_EMAIL: who['address'],
    GIT_AUTHOR_DATE: commit.date,
    GIT_COMMITTER_NAME: who['name'],
    GIT_COMMITTER_EMAIL: who['address'],
    GIT_COMMITTER_DATE: commit.date,
  };
  await git(folder, ['add', '--all', '--force'], env);
  await git(folder, ['commit', '--quiet', '--allow-empty', '--no-verify', '--message', commit.message], env);
  return git(folder, ['rev-parse', 'HEAD']);
}

/** Runs git in `folder` without the user's and the system's settings; resolves to its trimmed output. */
export async function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    env: {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
      ...env,
    },
  });
  return stdout.trim();
}
