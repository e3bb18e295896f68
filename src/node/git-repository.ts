import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Committable,
  type CommitRequest,
  type Committed,
  type Logger,
  type Repository,
  UserError,
} from '../core/index.ts';
import { GitDoor, GitFailure, type GitThere } from './git/door.ts';
import { findRepository, isGitsOwn, type Found } from './git/find.ts';
import { literally } from './git/paths.ts';
import { causeOf } from './git/problem.ts';
import { gitsWords } from './git/words.ts';

/**
 * Files in git's folder during an unfinished operation, and its name. A commit would become part of the operation, or
 * end it.
 */
const unfinished: ReadonlyArray<readonly [file: string, what: string]> = [
  ['MERGE_HEAD', 'a merge'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
];

const branchFolder = 'refs/heads/';

/** A file, and git at the top of its repository. */
interface Place {
  readonly git: GitThere;
  readonly found: Found;
  /** Path of the file from the top. */
  readonly file: string;
}

/** State of HEAD. */
interface Head {
  /** Absent if HEAD is not on a branch. */
  readonly branch?: string;
  /** Full name of the commit; absent before the first. */
  readonly commit?: string;
}

/** The repository port over git. A commit also runs hooks, filters and signing: use it only in trusted folders. */
export class GitRepository implements Repository {
  readonly #logger: Logger;
  readonly #door: GitDoor;

  constructor(logger: Logger, door = new GitDoor()) {
    this.#logger = logger;
    this.#door = door;
  }

  async committable(root: string, path: string): Promise<Committable> {
    const { git, file, head } = await this.#ready(root, path);
    const committed = await git.read(['cat-file', 'blob', `HEAD:./${file}`]).catch(() => undefined);
    return {
      ...(head.branch !== undefined && { branch: head.branch }),
      ...(committed !== undefined && { committed }),
    };
  }

  async branchProblem(root: string, path: string, name: string): Promise<string | undefined> {
    const { git } = await this.#open(root, path);
    return branchProblem(git, name);
  }

  async commitFile(request: CommitRequest): Promise<Committed> {
    const { root, path, message, newBranch, signal } = request;
    const { git, file, head: before, untracked } = await this.#ready(root, path);
    if (before.branch === undefined && newBranch === undefined) {
      throw new UserError('HEAD is not on a branch, so a commit could be lost. Commit the record on a new branch.');
    }
    const problem = newBranch === undefined ? undefined : await branchProblem(git, newBranch);
    if (problem !== undefined) {
      throw new UserError(`The branch cannot be created: ${problem}.`);
    }
    await git.read(['var', 'GIT_COMMITTER_IDENT']).catch((error: unknown) => {
      throw new UserError(
        `Git does not know who commits: ${gitsWords(error)}. Set user.name and user.email with "git config", then commit again.`,
      );
    });
    try {
      if (newBranch !== undefined) {
        await git.write(['switch', '--quiet', '--no-guess', '--create', newBranch], signal);
      }
      if (untracked) {
        // Git commits a path only if it knows the file.
        await git.write(literally(['add', '--intent-to-add', '--', file]), signal);
      }
      const flags = ['--quiet', '--only', '--cleanup=whitespace', `--message=${message}`];
      await git.write(literally(['commit', ...flags, '--', file]), signal);
    } catch (error) {
      if (!(await wasCommitted(git, before, file))) {
        const left = await this.#putBack(git, { before, newBranch, file: untracked ? file : undefined });
        this.#logger.warn(`${path} was not committed: ${String(error)}`);
        const reason = signal?.aborted === true ? 'it was stopped' : gitsWords(error);
        throw new UserError(`${path} was not committed: ${reason}. ${left ?? 'Everything is as it was before.'}`);
      }
      // If git fails after the commit, the commit stays, but the index may be old.
      await git.write(literally(['reset', '--quiet', '--', file])).catch((reason: unknown) => {
        this.#logger.error(`${path} was committed, but git was stopped before it finished`, reason);
      });
    }
    const after = await headOf(git);
    const commit = (await git.read(['rev-parse', '--short', 'HEAD'])).trim();
    return { commit, branch: newBranch ?? after.branch ?? 'HEAD' };
  }

  /** Reverts the steps before a failed commit. Returns what could not be reverted, as a sentence, or undefined. */
  async #putBack(
    git: GitThere,
    {
      before,
      newBranch,
      file,
    }: { readonly before: Head; readonly newBranch: string | undefined; readonly file: string | undefined },
  ): Promise<string | undefined> {
    try {
      if (file !== undefined) {
        await git.write(['update-index', '--force-remove', '--', file]);
      }
      // Only HEAD moves back: both branches are at one commit, so no file or hook is involved.
      if (newBranch !== undefined && (await headOf(git)).branch === newBranch) {
        await (before.branch === undefined
          ? git.write(['update-ref', '--no-deref', 'HEAD', before.commit ?? ''])
          : git.write([
              'symbolic-ref',
              '-m',
              `checkout: moving from ${newBranch} to ${before.branch}`,
              'HEAD',
              `${branchFolder}${before.branch}`,
            ]));
        if (before.commit !== undefined) {
          await git.write(['update-ref', '-d', `${branchFolder}${newBranch}`, before.commit]);
        }
      }
      return undefined;
    } catch (error) {
      this.#logger.error('Changes made before a failed commit could not be undone', error);
      return `Not everything could be restored (${gitsWords(error)}). Check "git status".`;
    }
  }

  /**
   * Returns the place of a file that can be committed, with the state of the repository. Throws a UserError if it
   * cannot.
   */
  async #ready(root: string, path: string): Promise<Place & { head: Head; untracked: boolean }> {
    const place = await this.#open(root, path);
    const { git, found, file } = place;
    await refuseUnfinished(found, path);
    const [{ changed, untracked, ignored, unmerged }, head] = await Promise.all([
      stateOf(git, file),
      headOf(git),
    ]).catch((error: unknown) => {
      throw error instanceof GitFailure
        ? new UserError(`${path} cannot be committed: ${causeOf(found, error)}.`)
        : error;
    });
    if (unmerged) {
      throw new UserError(
        `Git has a merge conflict in ${path}. Resolve it, stage the file (git add), then commit the record again.`,
      );
    }
    if (ignored) {
      throw new UserError(
        `Git ignores ${path}, so it cannot be committed. Correct the .gitignore file that names it first.`,
      );
    }
    if (!changed) {
      throw new UserError(`Nothing to commit: ${path} has not changed since the last commit.`);
    }
    return { ...place, head, untracked };
  }

  /** Opens the repository of the real file, which may differ from that of the root. */
  async #open(root: string, path: string): Promise<Place> {
    const real = await realpath(join(root, path)).catch(() => {
      throw new UserError(`${path} no longer exists on disk.`);
    });
    const found = await findRepository(dirname(real));
    if (found === undefined) {
      throw new UserError(`${path} cannot be committed: not a git repository.`);
    }
    if (isGitsOwn(found)) {
      throw new UserError(`${path} cannot be committed: it is in git's own folder.`);
    }
    if (found.broken !== undefined) {
      throw new UserError(`${path} cannot be committed: ${found.broken}.`);
    }
    return { git: this.#door.at(found.top), found, file: `${found.prefix}${basename(real)}` };
  }
}

async function refuseUnfinished({ gitFolder }: Found, path: string): Promise<void> {
  for (const [file, what] of unfinished) {
    const there = await stat(join(gitFolder, file)).then(
      () => true,
      () => false,
    );
    if (there) {
      throw new UserError(`${path} cannot be committed by itself: ${what} is not finished. Finish or abort it first.`);
    }
  }
}

/** Whether there is a new commit that changed the file. */
async function wasCommitted(git: GitThere, before: Head, file: string): Promise<boolean> {
  const blobIn = (commit: string | undefined): Promise<string> =>
    commit === undefined
      ? Promise.resolve('')
      : git.read(['rev-parse', '--quiet', '--verify', `${commit}:./${file}`]).catch(() => '');
  const { commit } = await headOf(git);
  return commit !== before.commit && (await blobIn(commit)) !== (await blobIn(before.commit));
}

async function branchProblem(git: GitThere, name: string): Promise<string | undefined> {
  // Git resolves "@{-1}" to the previous branch.
  const found = await git.read(['check-ref-format', '--branch', name]).catch((error: unknown) => {
    if (error instanceof GitFailure && error.kind === 'refused') {
      return undefined;
    }
    throw new UserError(`Git could not check the branch name "${name}": ${gitsWords(error)}.`);
  });
  if (found === undefined || found.replace(/\n$/, '') !== name) {
    return `"${name}" is not a valid branch name; use letters, digits, dashes and slashes`;
  }
  return (await succeeds(git, ['show-ref', '--verify', '--quiet', `${branchFolder}${name}`]))
    ? `the branch "${name}" already exists; choose another name`
    : undefined;
}

async function succeeds(git: GitThere, args: readonly string[]): Promise<boolean> {
  return git.read(args).then(
    () => true,
    () => false,
  );
}

async function headOf(git: GitThere): Promise<Head> {
  const [branch, commit] = await Promise.all([
    git.read(['symbolic-ref', '--quiet', 'HEAD']).catch(() => ''),
    git.read(['rev-parse', '--quiet', '--verify', 'HEAD']).catch(() => ''),
  ]);
  const name = branch.replace(/\n$/, '');
  return {
    ...(name.startsWith(branchFolder) && { branch: name.slice(branchFolder.length) }),
    ...(commit !== '' && { commit: commit.trim() }),
  };
}

interface State {
  readonly changed: boolean;
  readonly untracked: boolean;
  readonly ignored: boolean;
  readonly unmerged: boolean;
}

/** Returns git's status of a file. */
async function stateOf(git: GitThere, file: string): Promise<State> {
  const flags = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching'];
  const output = await git.compare(literally(['status', ...flags, '--ignore-submodules=all', '--', file]));
  const states = output.split('\0').map((entry) => entry.slice(0, 2));
  const has = (pattern: RegExp): boolean => states.some((state) => pattern.test(state));
  return {
    changed: has(/\S/),
    untracked: has(/^\?\?$/),
    ignored: has(/^!!$/),
    unmerged: has(/U|AA|DD/),
  };
}
