import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import {
  type Committable,
  type CommitRequest,
  type Committed,
  type Logger,
  type Repository,
  UserError,
} from '../core/index.ts';
import { gitsWords } from './gits-words.ts';

/** What git keeps while something is not finished, and what that is. A commit would become a part of it, or end it. */
const unfinished: ReadonlyArray<readonly [file: string, what: string]> = [
  ['MERGE_HEAD', 'a merge'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
];

/** Who commits, where the environment says so; simple-git keeps all other variables of git's away from it. */
const identity = ['AUTHOR_NAME', 'AUTHOR_EMAIL', 'COMMITTER_NAME', 'COMMITTER_EMAIL'].map((name) => `GIT_${name}`);

const branchFolder = 'refs/heads/';

/** A file, and git in the folder that it stands in. */
interface Place {
  readonly git: SimpleGit;
  readonly folder: string;
  readonly name: string;
}

/** Where HEAD is. */
interface Head {
  /** Absent where HEAD is at no branch. */
  readonly branch?: string;
  /** The commit's full name; absent before the first. */
  readonly commit?: string;
}

/** The repository port over simple-git. Starts git processes, and hooks with them: use it in trusted folders only. */
export class GitRepository implements Repository {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  async committable(root: string, path: string): Promise<Committable> {
    const { git, name, head } = await this.#ready(root, path);
    // The folder that git runs in is the file's own.
    const committed = await git.raw(['cat-file', 'blob', `HEAD:./${name}`]).catch(() => undefined);
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
    const { git, folder, name, head: before, untracked } = await this.#ready(root, path);
    if (before.branch === undefined && newBranch === undefined) {
      throw new UserError('HEAD is at no branch, where a commit is soon lost. Commit the record on a new branch.');
    }
    const problem = newBranch === undefined ? undefined : await branchProblem(git, newBranch);
    if (problem !== undefined) {
      throw new UserError(`The branch cannot be made: ${problem}.`);
    }
    await git.raw(['var', 'GIT_COMMITTER_IDENT']).catch((error: unknown) => {
      throw new UserError(
        `Git does not know who commits: ${gitsWords(error)}. Set user.name and user.email with "git config", then commit again.`,
      );
    });
    const stoppable = openGit(folder, signal);
    try {
      if (newBranch !== undefined) {
        await stoppable.raw(['switch', '--quiet', '--no-guess', '--create', newBranch]);
      }
      if (untracked) {
        // Git commits a file by its path only when it has heard of it.
        await stoppable.raw(['--literal-pathspecs', 'add', '--intent-to-add', '--', name]);
      }
      await stoppable.raw([
        '--literal-pathspecs',
        'commit',
        '--quiet',
        '--only',
        '--cleanup=whitespace',
        `--message=${message}`,
        '--',
        name,
      ]);
    } catch (error) {
      if (!(await wasCommitted(git, before, name))) {
        const left = await this.#putBack(git, { before, newBranch, name: untracked ? name : undefined });
        this.#logger.warn(`${path} was not committed: ${String(error)}`);
        const reason = signal?.aborted === true ? 'it was stopped' : gitsWords(error);
        throw new UserError(`${path} was not committed: ${reason}. ${left ?? 'Everything is as it was before.'}`);
      }
      // What is stopped, or fails, behind the commit leaves it where it is, but perhaps not yet in the index.
      await git.raw(['--literal-pathspecs', 'reset', '--quiet', '--', name]).catch((reason: unknown) => {
        this.#logger.error(`${path} was committed, and git was stopped before it had done with it`, reason);
      });
    }
    const after = await headOf(git);
    const commit = (await git.raw(['rev-parse', '--short', 'HEAD'])).trim();
    return { commit, branch: newBranch ?? after.branch ?? 'HEAD' };
  }

  /** Takes back what was done in front of a commit that was not made; gives what could not be, in a sentence. */
  async #putBack(
    git: SimpleGit,
    {
      before,
      newBranch,
      name,
    }: { readonly before: Head; readonly newBranch: string | undefined; readonly name: string | undefined },
  ): Promise<string | undefined> {
    try {
      if (name !== undefined) {
        await git.raw(['update-index', '--force-remove', '--', name]);
      }
      // HEAD alone goes back, as both branches are at one commit: no file and no hook has to do with it.
      if (newBranch !== undefined && (await headOf(git)).branch === newBranch) {
        await (before.branch === undefined
          ? git.raw(['update-ref', '--no-deref', 'HEAD', before.commit ?? ''])
          : git.raw([
              'symbolic-ref',
              '-m',
              `checkout: moving from ${newBranch} to ${before.branch}`,
              'HEAD',
              `${branchFolder}${before.branch}`,
            ]));
        if (before.commit !== undefined) {
          await git.raw(['update-ref', '-d', `${branchFolder}${newBranch}`, before.commit]);
        }
      }
      return undefined;
    } catch (error) {
      this.#logger.error('What was done in front of a commit could not be taken back', error);
      return `Not everything could be put back as it was (${gitsWords(error)}); look at "git status".`;
    }
  }

  /** Where a file is that can be committed now, and how the repository is; throws a UserError where it cannot. */
  async #ready(root: string, path: string): Promise<Place & { head: Head; untracked: boolean }> {
    const place = await this.#open(root, path);
    const { git, name, folder } = place;
    await refuseUnfinished(git, folder, path);
    const { changed, untracked, ignored, unmerged } = await stateOf(git, name);
    if (unmerged) {
      throw new UserError(
        `Git has a merge conflict in ${path}. Keep what is right, stage the file (git add), then commit the record again.`,
      );
    }
    if (ignored) {
      throw new UserError(`Git ignores ${path}, so it cannot be committed. Mend the .gitignore that names it first.`);
    }
    if (!changed) {
      throw new UserError(`There is nothing to commit: ${path} is as in the last commit.`);
    }
    return { ...place, head: await headOf(git), untracked };
  }

  /** Git in the folder that a file really stands in: it may belong to another repository than the root does. */
  async #open(root: string, path: string): Promise<Place> {
    const file = await realpath(join(root, path)).catch(() => {
      throw new UserError(`${path} no longer exists on disk.`);
    });
    const folder = dirname(file);
    const git = openGit(folder);
    const inside = await git.raw(['rev-parse', '--is-inside-work-tree']).catch((error: unknown) => {
      throw new UserError(`${path} cannot be committed: ${gitsWords(error)}.`);
    });
    if (inside.trim() !== 'true') {
      throw new UserError(`${path} cannot be committed: it stands in git's own folder.`);
    }
    return { git, folder, name: basename(file) };
  }
}

async function refuseUnfinished(git: SimpleGit, folder: string, path: string): Promise<void> {
  const files = await git.raw(['rev-parse', ...unfinished.flatMap(([file]) => ['--git-path', file])]);
  for (const [index, file] of files.replace(/\n$/, '').split('\n').entries()) {
    // A path that is not absolute is relative to the folder that git ran in.
    const there = await stat(resolve(folder, file)).then(
      () => true,
      () => false,
    );
    if (there) {
      throw new UserError(
        `${path} cannot be committed by itself: ${unfinished[index]?.[1] ?? ''} is not finished. Finish or abort it first.`,
      );
    }
  }
}

function openGit(folder: string, abort?: AbortSignal): SimpleGit {
  return simpleGit({
    baseDir: folder,
    trimmed: false,
    allowEnvironment: identity,
    // A hook that says nothing fails as well as one that does.
    errors: (error, { exitCode, stdOut, stdErr }) =>
      error ?? (exitCode === 0 ? undefined : Buffer.concat([...stdOut, ...stdErr, Buffer.from(' ')])),
    // Hooks inherit what is forbidden here.
    unsafe: { allowAbbreviatedOptions: true },
    ...(abort && { abort }),
  });
}

/** Whether there is a new commit, and the file is another one in it. */
async function wasCommitted(git: SimpleGit, before: Head, name: string): Promise<boolean> {
  const blobIn = (commit: string | undefined): Promise<string> =>
    commit === undefined
      ? Promise.resolve('')
      : git.raw(['rev-parse', '--quiet', '--verify', `${commit}:./${name}`]).catch(() => '');
  const { commit } = await headOf(git);
  return commit !== before.commit && (await blobIn(commit)) !== (await blobIn(before.commit));
}

async function branchProblem(git: SimpleGit, name: string): Promise<string | undefined> {
  // Git takes "@{-1}" for the name of the branch before this one.
  const found = await git.raw(['check-ref-format', '--branch', name]).catch(() => undefined);
  if (found === undefined || found.replace(/\n$/, '') !== name) {
    return `git takes no branch named "${name}"; use letters, digits, dashes and slashes`;
  }
  return (await succeeds(git, ['show-ref', '--verify', '--quiet', `${branchFolder}${name}`]))
    ? `there is a branch "${name}" already; choose another name`
    : undefined;
}

async function succeeds(git: SimpleGit, args: readonly string[]): Promise<boolean> {
  return git.raw([...args]).then(
    () => true,
    () => false,
  );
}

async function headOf(git: SimpleGit): Promise<Head> {
  const [branch, commit] = await Promise.all([
    git.raw(['symbolic-ref', '--quiet', 'HEAD']).catch(() => ''),
    git.raw(['rev-parse', '--quiet', '--verify', 'HEAD']).catch(() => ''),
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

/** What git says of a file in its own folder. Does not touch the index, as "git status" otherwise does. */
async function stateOf(git: SimpleGit, name: string): Promise<State> {
  const output = await git.raw([
    '--literal-pathspecs',
    '--no-optional-locks',
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignored=matching',
    '--',
    name,
  ]);
  const states = output.split('\0').map((entry) => entry.slice(0, 2));
  const has = (pattern: RegExp): boolean => states.some((state) => pattern.test(state));
  return {
    changed: has(/\S/),
    untracked: has(/^\?\?$/),
    ignored: has(/^!!$/),
    unmerged: has(/U|AA|DD/),
  };
}
