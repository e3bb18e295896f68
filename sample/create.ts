// Makes the sample repository: the documents in files/ with the history in history.ts, written by one `git fast-import`.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { history, type HistoryCommit, type Person } from './history.ts';
import { textsOfCommits } from './versions.ts';

const filesDir = path.join(import.meta.dirname, 'files');

/** An empty file without neighbours; git knows this name on Windows too. */
const nowhere = '/dev/null';

/** Settings of the sample's own: commits in it work for everybody, and nothing rewrites line endings. */
const localConfig = {
  'user.name': 'Robin Example',
  'user.email': 'robin@tarnbox.example',
  'commit.gpgSign': 'false',
  'core.autocrlf': 'false',
} as const;

/**
 * Makes a git repository with the sample documents and their history in `targetDir`, on branch `main` and with a clean
 * working tree. The commits are the same on every machine. Throws an Error when the folder exists and is not empty, or
 * when git is missing or fails.
 */
export async function createSampleRepository(targetDir: string): Promise<void> {
  await makeEmptyDirectory(targetDir);
  const stream = fastImportStream(await readSampleFiles());
  await git(targetDir, ['init', '--quiet', '--template=', '--initial-branch=main']);
  for (const [key, value] of Object.entries(localConfig)) await git(targetDir, ['config', key, value]);
  await git(targetDir, ['fast-import', '--quiet', '--date-format=raw'], stream);
  await git(targetDir, ['reset', '--quiet', '--hard', 'main']);
}

async function makeEmptyDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) {
    throw new Error(`The folder ${directory} is not empty. The sample repository needs a new or an empty one.`);
  }
}

/** Every sample file by its path with slashes; with \n, also where git checked this project out with \r\n. */
async function readSampleFiles(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(filesDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.toSorted().map(async (file): Promise<[string, string]> => {
        const text = await readFile(file, 'utf8');
        return [path.relative(filesDir, file).replaceAll(path.sep, '/'), text.replaceAll('\r\n', '\n')];
      }),
    ),
  );
}

function fastImportStream(files: ReadonlyMap<string, string>): string {
  const commits = textsOfCommits(history, files).map(({ commit, texts }) =>
    [
      'commit refs/heads/main',
      `author ${signature(commit.author, commit)}`,
      `committer ${signature(commit.author, commit)}`,
      data(`${commit.message}\n`),
      ...[...texts].map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`),
      '',
    ].join('\n'),
  );
  return `feature done\n${commits.join('')}done\n`;
}

function signature(person: Person, { date }: HistoryCommit): string {
  const offset = date.slice(-6).replace(':', '');
  return `${person.name} <${person.email}> ${Date.parse(date) / 1000} ${offset}`;
}

/** A text as fast-import wants it: with its length in bytes in front. */
function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/** Runs git without the user's and the system's configuration, and without variables that name another repository. */
function git(cwd: string, args: readonly string[], input = ''): Promise<void> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', `core.hooksPath=${nowhere}`, ...args], {
      cwd,
      env: { ...environment, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: nowhere },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdin.on('error', () => undefined); // git ended early; its exit code says so below.
    child.on('error', (error) => reject(new Error(`Could not run git: ${error.message}`, { cause: error })));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`git ${args[0] ?? ''} failed with code ${code}: ${errors.trim()}`));
    });
    child.stdin.end(input);
  });
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , target] = process.argv;
  if (target === undefined) {
    console.error('Usage: node sample/create.ts <new folder>');
    process.exitCode = 1;
  } else {
    await createSampleRepository(target);
    console.log(`The sample repository is in ${path.resolve(target)}.`);
  }
}
