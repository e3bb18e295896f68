import { lstat } from 'node:fs/promises';
import { join, parse, resolve, sep } from 'node:path';
import {
  type Author,
  configurationName,
  type History,
  type LastChange,
  type Logger,
  markdownEndings,
  UserError,
} from '../core/index.ts';
import { Asking } from './git/asking.ts';
import { changedFiles } from './git/changed.ts';
import { GitDoor, GitFailure } from './git/door.ts';
import { findRepository, isGitsOwn, type Found } from './git/find.ts';
import { IgnoreFiles } from './git/ignore-files.ts';
import { lastChangesArguments, peopleArguments, readLastChanges, readPeople } from './git/log.ts';
import { afterPrefix, inBatches, literally, pathspec } from './git/paths.ts';
import { remotesOf } from './git/remotes.ts';
import { causeOf } from './git/problem.ts';
import { gitsWords } from './git/words.ts';

/** Globs of documents. With them git skips the diffs of other files. */
const documents = markdownEndings.map((ending) => anyCase(`*.${ending}`));
/** Team files; see `isTeamFile`. */
const teamFiles = [configurationName, 'OWNERS', 'CODEOWNERS'].flatMap((name) => [name, `*/${name}`]);

/** The number of commits from which people are read. */
const latestCommits = 2000;
/** The number of commits from which subjects are read. */
const latestSubjects = 50;

/** Factor for the time limit of the history. The largest repositories take a minute, and nobody waits for it. */
const historyPatience = 4;

/** The history port over git. Starts git processes, which only read, at the top of the repository of a root. */
export class GitHistory implements History {
  readonly #logger: Logger;
  readonly #git: Asking;
  readonly #ignoreFiles = new IgnoreFiles();
  /** Why git cannot be used, with advice, by root. */
  readonly #problems = new Map<string, string>();
  /** The reported cause by top of the repository. Each is reported once, until git works again. */
  readonly #told = new Map<string, string>();

  constructor(logger: Logger, door = new GitDoor()) {
    this.#logger = logger;
    this.#git = new Asking(door);
  }

  async files(root: string, signal: AbortSignal, all = false): Promise<readonly string[] | undefined> {
    const found = await workTree(root);
    if (found === undefined || found.isBare === true) {
      this.#problems.delete(root);
      return found && this.#ignoreFiles.files(root, signal, this.#unread);
    }
    try {
      const files = (await this.#isIgnored(found, signal)) ? undefined : await this.#list(found, signal, all);
      this.#problems.delete(root);
      this.#told.delete(found.top);
      return files;
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      this.#problems.set(root, this.#tell(found, error));
      return this.#ignoreFiles.files(root, signal, this.#unread);
    }
  }

  readonly #unread = (folder: string): void => this.#logger.warn(`Not read: ${folder}: permission denied`);

  problem(root: string): string | undefined {
    return this.#problems.get(root);
  }

  async lastChanges(root: string, signal: AbortSignal): Promise<ReadonlyMap<string, LastChange>> {
    const found = await workTree(root);
    if (found === undefined) {
      return new Map();
    }
    try {
      const args = [...lastChangesArguments, '--', ...documents.map((glob) => pathspec(found.prefix, glob))];
      return belowRoot(
        readLastChanges(await this.#git.read(found, args, { signals: [signal], patience: historyPatience })),
        found,
      );
    } catch (error) {
      if (!signal.aborted) {
        this.#tellOfHistory(found, error);
      }
      return new Map();
    }
  }

  async ignored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const found = paths.length === 0 ? undefined : await workTree(root);
    if (found === undefined || found.isBare === true) {
      return this.#ignoreFiles.ignored(root, paths);
    }
    const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard'];
    const ignored = new Set<string>();
    try {
      for (const some of inBatches(paths.map((path) => `${found.prefix}${path}`))) {
        const output = await this.#git.read(found, literally([...args, '--', ...some]));
        namesIn(output).forEach((path) => ignored.add(afterPrefix(path, found.prefix)));
      }
      return ignored;
    } catch (error) {
      this.#logger.info(`Ignored files in ${root} are not known: ${gitsWords(error)}`);
      return this.#ignoreFiles.ignored(root, paths);
    }
  }

  remotes(root: string): Promise<readonly string[]> {
    return remotesOf(root);
  }

  async changedSince(root: string, revision: string): Promise<ReadonlySet<string>> {
    const found = await workTree(root);
    if (found === undefined) {
      throw new UserError(`There is no git repository at ${root}, so changes cannot be found.`);
    }
    if (found.isBare === true) {
      throw new UserError(
        `The git repository at ${found.top} has no work tree. Name a folder of one of its work trees.`,
      );
    }
    try {
      const base = await this.#forkPoint(found, revision);
      return await changedFiles(this.#git.door, found, base);
    } catch (error) {
      if (error instanceof UserError) {
        throw error;
      }
      throw new UserError(`Git could not list the changes in ${found.top}: ${causeOf(found, error)}.`);
    }
  }

  /** Returns the common ancestor of HEAD and a revision. */
  async #forkPoint(found: Found, revision: string): Promise<string> {
    // Old versions cannot tell a revision that starts with "-" from an option. No name starts so.
    const commit = revision.startsWith('-')
      ? ''
      : (await this.#answer(found, ['rev-parse', '--verify', '--quiet', revision])).trim();
    // "^main" excludes commits. It is not a commit.
    if (!/^[0-9a-f]+$/.test(commit)) {
      throw new UserError(
        `Git does not know the revision "${revision}" in ${found.top}. Name a branch, tag or commit that was fetched. A shallow clone has only the newest commits.`,
      );
    }
    const base = (await this.#answer(found, ['merge-base', commit, 'HEAD'])).trim();
    if (base === '') {
      throw new UserError(
        `"${revision}" and HEAD have no commit in common in ${found.top}. In a shallow clone, fetch the whole history (git fetch --unshallow; fetch-depth: 0 in GitHub Actions).`,
      );
    }
    return base;
  }

  /** Returns git's answer, or an empty text for "no". */
  async #answer(found: Found, args: readonly string[]): Promise<string> {
    return this.#git.read(found, args).catch((error: unknown) => {
      const said = error instanceof GitFailure ? error.message : '';
      // Exit code 1 means "no", and 128 that HEAD or a name is not a commit. Other messages are real errors.
      if (error instanceof GitFailure && (error.exitCode === 1 || /[Nn]ot a valid|[Nn]eeded a single/.test(said))) {
        return '';
      }
      throw error;
    });
  }

  async people(root: string): Promise<readonly Author[]> {
    const found = await workTree(root);
    try {
      const args = [...peopleArguments, `--max-count=${latestCommits}`];
      return found === undefined ? [] : readPeople(await this.#git.read(found, args));
    } catch (error) {
      this.#logger.info(`Authors in ${root} are not known: ${gitsWords(error)}`);
      return [];
    }
  }

  async subjects(root: string, folders: readonly string[]): Promise<readonly string[]> {
    const found = await workTree(root);
    if (found === undefined) {
      return [];
    }
    try {
      const paths = (folders.length === 0 ? [''] : folders).map((folder) => `${found.prefix}${folder}` || '.');
      const args = ['log', '-z', `--max-count=${latestSubjects}`, '--no-merges', '--format=%s', '--', ...paths];
      return namesIn(await this.#git.read(found, literally(args)));
    } catch (error) {
      this.#logger.info(`Commits in ${root} are not known: ${gitsWords(error)}`);
      return [];
    }
  }

  async author(root: string): Promise<Author | undefined> {
    // Without a repository, start git where it finds none.
    const nowhere = parse(resolve(root)).root;
    const found = (await workTree(root)) ?? { top: nowhere, prefix: '', gitFolder: nowhere };
    const read = async (key: string): Promise<string | undefined> => {
      const value = await this.#git.read(found, ['config', '-z', '--get', key]).catch(() => '');
      return value.replace(/\0$/, '').trim() || undefined;
    };
    const [name, email] = await Promise.all([read('user.name'), read('user.email')]);
    return name === undefined ? undefined : { name, ...(email !== undefined && { email }) };
  }

  async prefix(root: string): Promise<string> {
    return (await workTree(root))?.prefix ?? '';
  }

  async gitFolder(root: string): Promise<string | undefined> {
    return (await workTree(root))?.gitFolder;
  }

  async #list(found: Found, signal: AbortSignal, all: boolean): Promise<string[]> {
    const kinds = ['--cached', '--others', '--deleted', '--exclude-standard'];
    const globs = all ? [] : [...documents, ...teamFiles];
    const specs =
      globs.length === 0 ? [pathspec(found.prefix, '*')] : globs.map((glob) => pathspec(found.prefix, glob));
    const output = await this.#git.read(found, ['ls-files', '-z', '-t', ...kinds, '--', ...specs], {
      signals: [signal],
      onWarning: (said) => this.#tellOfUnread(found, said),
    });
    const entries = namesIn(output).map((entry) => ({ tag: entry.slice(0, 1), path: entry.slice(2) }));
    const gone = new Set(entries.filter(({ tag }) => tag === 'R').map(({ path }) => path));
    const paths = new Set<string>();
    for (const { tag, path } of entries) {
      // Files that git skips are usually missing: a sparse checkout leaves them out.
      const isThere = tag === 'S' ? await exists(join(found.top, path)) : !gone.has(path);
      // A name with a final slash is a nested repository.
      if (isThere && !path.endsWith('/')) {
        paths.add(afterPrefix(path, found.prefix));
      }
    }
    return [...paths];
  }

  /** Whether a root is ignored itself, such as a build folder. Then git would list nothing. */
  async #isIgnored(found: Found, signal: AbortSignal): Promise<boolean> {
    if (found.prefix === '') {
      return false;
    }
    try {
      // This command supports no pathspecs. "./" protects a leading colon.
      await this.#git.read(found, ['check-ignore', '--quiet', '--', `./${found.prefix}`], { signals: [signal] });
      return true;
    } catch (error) {
      if (error instanceof GitFailure && error.exitCode === 1) {
        return false;
      }
      throw error;
    }
  }

  /** Reports once why git cannot be used for a repository. Returns the cause, with paths from the top. */
  #tell(found: Found, error: unknown): string {
    const { top } = found;
    const cause = this.#told.get(top) ?? causeOf(found, error).replaceAll(`${top}${sep}`, '');
    if (!this.#told.has(top)) {
      this.#told.set(top, cause);
      this.#logger.warn(
        `Git cannot be used for ${top}, so last changes are not known and only .gitignore files say what is ignored: ${cause}.`,
      );
    }
    return cause;
  }

  /** Reports folders and `.gitignore` files that git could not read. */
  #tellOfUnread({ top }: Found, said: string): void {
    for (const [, path = '', reason] of said.matchAll(
      /^warning: (?:could not open directory|unable to access) '(.*)': (.*)$/gm,
    )) {
      this.#logger.warn(`Git could not read ${join(top, path)}: ${reason}`);
    }
  }

  #tellOfHistory(found: Found, error: unknown): void {
    const said = error instanceof GitFailure ? error.message : '';
    if (/does not have any commits yet/.test(said)) {
      this.#logger.info(`No history of ${found.top}: ${gitsWords(error)}`);
    } else if (lacksObjects(said)) {
      this.#logger.warn(
        `Last changes in ${found.top} are not known, because this clone has only a part of the history. To see them, clone without a filter, or with --filter=blob:none.`,
      );
    } else {
      this.#tell(found, error);
    }
  }
}

/** Returns the repository of a folder, or undefined for git's own folder. */
async function workTree(root: string): Promise<Found | undefined> {
  const found = await findRepository(root);
  return found === undefined || isGitsOwn(found) ? undefined : found;
}

/** Whether git lacks objects that a partial clone left at the remote. */
function lacksObjects(said: string): boolean {
  return /lazy fetching disabled|promisor remote|unable to read tree|could not fetch/i.test(said);
}

function belowRoot<T>(byPath: ReadonlyMap<string, T>, { prefix }: Found): Map<string, T> {
  return new Map([...byPath].map(([path, value]) => [afterPrefix(path, prefix), value]));
}

function namesIn(output: string): string[] {
  return output.split('\0').filter((name) => name !== '');
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Returns a glob that ignores case. Git's `:(icase)` misses untracked files below the top of a repository. */
function anyCase(glob: string): string {
  return glob.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
