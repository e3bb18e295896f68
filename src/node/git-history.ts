import { isAbsolute, resolve } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import {
  type Author,
  configurationName,
  type History,
  type LastChange,
  type Logger,
  markdownEndings,
  UserError,
} from '../core/index.ts';

const commitMark = '\u0001';
const fieldMark = '\u0002';
/** What documents mostly are; naming them spares git the diffs of all other files. */
const documents = markdownEndings.map((ending) => anyCase(`*.${ending}`));
/** A team's own files; see `isTeamFile`. */
const teamFiles = [configurationName, 'OWNERS', 'CODEOWNERS'].flatMap((name) => [name, `*/${name}`]);

/** So many commits tell who is active. */
const latestCommits = 2000;
/** So many commits show how they are called. */
const latestSubjects = 50;

/** How many characters of paths one git process is given: Windows takes no more than 32,767 in all. */
const argumentLength = 20_000;

/** The history port over simple-git. Starts git processes: use it in trusted folders only. */
export class GitHistory implements History {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  async files(root: string, signal: AbortSignal, all = false): Promise<readonly string[] | undefined> {
    const git = this.#git(root, signal);
    if (!(await this.#isTracked(git, root, signal))) {
      return undefined;
    }
    try {
      const output = await git.raw([
        'ls-files',
        '-z',
        '--cached',
        '--others',
        '--exclude-standard',
        ...(all ? [] : ['--', ...documents, ...teamFiles]),
      ]);
      return [...new Set(output.split('\0').filter((path) => path !== ''))];
    } catch (error) {
      if (!signal.aborted) {
        this.#logger.warn(
          `git could not list the files of ${root}, so ignored ones are not left out: ${firstLine(error)}`,
        );
        return undefined;
      }
      throw error;
    }
  }

  async lastChanges(root: string, signal: AbortSignal): Promise<ReadonlyMap<string, LastChange>> {
    const git = this.#git(root, signal);
    const format = `--format=${commitMark}%aI${fieldMark}%aN`;
    try {
      return parseLog(
        await git.raw(['log', '-z', '--name-only', '--no-renames', '--relative', format, '--', ...documents]),
      );
    } catch (error) {
      this.#logger.info(`No history of ${root}: ${firstLine(error)}`);
      return new Map();
    }
  }

  async ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const some of inBatches(paths)) {
      try {
        const args = [
          '--literal-pathspecs',
          'ls-files',
          '-z',
          '--others',
          '--ignored',
          '--exclude-standard',
          '--',
          ...some,
        ];
        const output = await this.#git(root).raw(args);
        output
          .split('\0')
          .filter((path) => path !== '')
          .forEach((path) => found.add(path));
      } catch (error) {
        this.#logger.info(`Not known what git ignores in ${root}: ${firstLine(error)}`);
        return found;
      }
    }
    return found;
  }

  async changedSince(root: string, revision: string): Promise<ReadonlySet<string>> {
    const git = this.#git(root);
    await git.raw(['rev-parse', '--show-toplevel']).catch((error: unknown) => {
      throw new UserError(`There is no git repository at ${root} to look for changes in: ${firstLine(error)}`);
    });
    const base = await this.#forkPoint(git, root, revision);
    const [differing, untracked] = await Promise.all([
      git.raw(['diff', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--relative', base, '--']),
      git.raw(['ls-files', '-z', '--others', '--exclude-standard']),
    ]);
    return new Set(`${differing}${untracked}`.split('\0').filter((path) => path !== ''));
  }

  /** The commit at which HEAD and a revision parted. */
  async #forkPoint(git: SimpleGit, root: string, revision: string): Promise<string> {
    const found = await git.raw(['rev-parse', '--verify', '--quiet', '--end-of-options', revision]).catch(() => '');
    const commit = found.trim();
    // Something such as "^main" is a way to leave commits out, not a commit.
    if (!/^[0-9a-f]+$/.test(commit)) {
      throw new UserError(
        `Git knows no revision "${revision}" in ${root}. Name a branch, tag or commit that has been fetched; a shallow clone has only the newest.`,
      );
    }
    const base = await git.raw(['merge-base', commit, 'HEAD']).catch(() => '');
    if (base.trim() === '') {
      throw new UserError(
        `Git finds no commit that "${revision}" and HEAD have in common in ${root}. In a shallow clone, fetch the whole history (git fetch --unshallow; fetch-depth: 0 in GitHub Actions).`,
      );
    }
    return base.trim();
  }

  async people(root: string): Promise<readonly Author[]> {
    try {
      const format = `--format=%aN${fieldMark}%aE`;
      return byActivity(await this.#git(root).raw(['log', `--max-count=${latestCommits}`, format]));
    } catch (error) {
      this.#logger.info(`No people known of ${root}: ${firstLine(error)}`);
      return [];
    }
  }

  async subjects(root: string, folders: readonly string[]): Promise<readonly string[]> {
    try {
      const paths = folders.map((folder) => (folder === '' ? '.' : folder));
      const args = ['log', `--max-count=${latestSubjects}`, '--no-merges', '--format=%s', '--', ...paths];
      const output = await this.#git(root).raw(['--literal-pathspecs', ...args]);
      return output.split('\n').filter((subject) => subject !== '');
    } catch (error) {
      this.#logger.info(`No commits known of ${root}: ${firstLine(error)}`);
      return [];
    }
  }

  async author(root: string): Promise<Author | undefined> {
    const git = this.#git(root);
    const read = async (key: string): Promise<string | undefined> => {
      try {
        return (await git.raw(['config', '--get', key])).trim() || undefined;
      } catch {
        return undefined;
      }
    };
    const [name, email] = await Promise.all([read('user.name'), read('user.email')]);
    return name === undefined ? undefined : { name, ...(email !== undefined && { email }) };
  }

  async prefix(root: string): Promise<string> {
    try {
      return (await this.#git(root).raw(['rev-parse', '--show-prefix'])).replace(/\r?\n$/, '');
    } catch {
      return '';
    }
  }

  async gitFolder(root: string): Promise<string | undefined> {
    try {
      const folder = (await this.#git(root).raw(['rev-parse', '--git-dir'])).trim();
      return isAbsolute(folder) ? folder : resolve(root, folder);
    } catch {
      return undefined;
    }
  }

  #git(root: string, abort?: AbortSignal): SimpleGit {
    return simpleGit({
      baseDir: root,
      maxConcurrentProcesses: 4,
      trimmed: false,
      ...(abort && { abort }),
    });
  }

  async #isTracked(git: SimpleGit, root: string, signal: AbortSignal): Promise<boolean> {
    try {
      if ((await git.raw(['rev-parse', '--is-inside-work-tree'])).trim() !== 'true') {
        return false;
      }
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      this.#logger.info(`No git repository at ${root}: ${firstLine(error)}`);
      return false;
    }
    // A folder that is itself ignored, such as a build's output, has nothing that git would list.
    return (await git.raw(['check-ignore', '--', '.']).catch(() => '')).trim() === '';
  }
}

/** The paths in groups, none longer than what one process may be given. */
function inBatches(paths: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = 0;
  for (const path of paths) {
    const batch = length + path.length > argumentLength ? undefined : batches.at(-1);
    if (batch === undefined) {
      batches.push([path]);
      length = path.length + 1;
    } else {
      batch.push(path);
      length += path.length + 1;
    }
  }
  return batches;
}

/** A glob that ignores case. Git's own `:(icase)` misses untracked files below the top of a repository. */
function anyCase(glob: string): string {
  return glob.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Reads `git log -z --name-only`: the newest commit comes first, so a file's first mention is its last change. */
export function parseLog(output: string): Map<string, LastChange> {
  const changes = new Map<string, LastChange>();
  let current: LastChange | undefined;
  for (const part of output.split('\0')) {
    const entry = part.replace(/^\n+/, '');
    if (entry.startsWith(commitMark)) {
      const [date = '', author = ''] = entry.slice(commitMark.length).trimEnd().split(fieldMark);
      current = { date, author };
    } else if (entry !== '' && current !== undefined && !changes.has(entry)) {
      changes.set(entry, current);
    }
  }
  return changes;
}

/** Reads lines of name and address: each name once, with its latest address, the most frequent first. */
function byActivity(output: string): Author[] {
  const counts = new Map<string, { author: Author; commits: number }>();
  for (const line of output.split('\n').filter((text) => text !== '')) {
    const [name = '', email = ''] = line.split(fieldMark);
    const known = counts.get(name) ?? { author: { name, ...(email !== '' && { email }) }, commits: 0 };
    counts.set(name, { ...known, commits: known.commits + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.commits - a.commits).map(({ author }) => author);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? '';
}
