import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError, type CommitRequest } from '../../../src/core/index.ts';
import { GitRepository } from '../../../src/node/git-repository.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { recordingLogger } from '../support/quiet.ts';

const ann = { message: 'Ann', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };
const who = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** Everything that a commit of one file must leave alone when it fails, and but for that file when it does not. */
interface Snapshot {
  readonly head: string;
  readonly branches: string;
  readonly staged: string;
  readonly unstaged: string;
  readonly status: string;
  readonly index: string;
}

async function snapshot(root: string): Promise<Snapshot> {
  const read = (...args: readonly string[]): Promise<string> => git(root, ['--no-optional-locks', ...args]);
  return {
    head: await readFile(path.join(root, '.git', 'HEAD'), 'utf8'),
    branches: await read('for-each-ref'),
    staged: await read('diff', '--cached', '--binary', '--no-ext-diff'),
    unstaged: await read('diff', '--binary', '--no-ext-diff'),
    status: await read('status', '--porcelain', '--untracked-files=all'),
    index: await read('ls-files', '--stage', '--debug', '-t'),
  };
}

/** The snapshot without the index's notes on when and where it saw a file, which git renews as it likes. */
function settled({ index, ...rest }: Snapshot): Snapshot {
  return { ...rest, index: index.replaceAll(/^ {2}(?!.*flags).*\n?/gm, '').replaceAll(/size: \d+\t/g, '') };
}

/** Resolves when there is a file. */
async function appeared(file: string): Promise<void> {
  const isThere = (): Promise<boolean> =>
    readFile(file).then(
      () => true,
      () => false,
    );
  while (!(await isThere())) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('committing one file to a git repository', () => {
  let root = '';
  const repository = new GitRepository(recordingLogger());
  const commit = (request: Partial<CommitRequest>): ReturnType<GitRepository['commitFile']> =>
    repository.commitFile({ root, path: 'postmortems/a.md', message: 'Record incident: a', ...request });
  /** The hash, subject and files of the last commit. */
  const last = async (): Promise<string[]> =>
    (await git(root, ['-c', 'core.quotePath=false', 'show', '--format=%s', '--name-only', 'HEAD']))
      .split('\n')
      .filter((line) => line !== '');
  const refuses = async (request: Partial<CommitRequest>, message: RegExp): Promise<void> => {
    const before = await snapshot(root);
    await assert.rejects(commit(request), (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.match(error.message, message);
      return true;
    });
    assert.deepEqual(settled(await snapshot(root)), settled(before));
  };
  const hook = async (name: string, script: string): Promise<void> => {
    await writeTree(root, { [`.git/hooks/${name}`]: `#!/bin/sh\n${script}\n` });
    await chmod(path.join(root, '.git', 'hooks', name), 0o755);
  };
  /** Work of others in every state that the index knows. */
  const otherWork = async (): Promise<void> => {
    await writeTree(root, {
      'staged.md': 'staged\n',
      'both.md': 'staged\n',
      'added.md': 'new\n',
      'intended.md': 'i\n',
    });
    await git(root, ['add', 'staged.md', 'both.md', 'added.md']);
    await git(root, ['add', '--intent-to-add', 'intended.md']);
    await git(root, ['rm', '--quiet', '--cached', 'dropped.md']);
    await git(root, ['mv', 'moved.md', 'moved to.md']);
    await writeTree(root, { 'both.md': 'and changed\n', 'changed.md': 'changed\n', 'untracked.md': 'u\n' });
  };

  beforeEach(async () => {
    root = await temporaryFolder('git-repository');
    await gitInit(root);
    for (const [key, value] of [
      ['user.name', 'Ann Lee'],
      ['user.email', 'ann@example.org'],
      ['commit.gpgSign', 'false'],
      ['core.hooksPath', '.git/hooks'],
    ]) {
      await git(root, ['config', key ?? '', value ?? '']);
    }
    const names = ['staged', 'both', 'dropped', 'moved', 'changed'].map((name) => [`${name}.md`, `${name}\n`]);
    await writeTree(root, { ...Object.fromEntries(names), 'postmortems/a.md': 'a\n' });
    await commitAll(root, ann);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  describe('that is tracked', () => {
    beforeEach(async () => writeTree(root, { 'postmortems/a.md': 'a\nb\n' }));

    it('tells what is committed of it, and on which branch', async () => {
      assert.deepEqual(await repository.committable(root, 'postmortems/a.md'), { branch: 'main', committed: 'a\n' });
    });

    it('commits it alone, with the message as it is', async () => {
      const message = '# Record "a" – $HOME `x` \\n\n\nStatus: Resolved\n# not a comment';
      const { commit: hash, branch } = await commit({ message });
      assert.equal(branch, 'main');
      assert.equal(await git(root, ['rev-parse', '--short', 'HEAD']), hash);
      assert.equal(await git(root, ['log', '--max-count=1', '--format=%B%an']), `${message}\nAnn Lee`);
      assert.deepEqual((await last()).slice(1), ['postmortems/a.md']);
      assert.equal(await git(root, ['show', 'HEAD:postmortems/a.md']), 'a\nb');
      assert.equal(await git(root, ['status', '--porcelain']), '');
    });

    it('leaves all other work as it is', async () => {
      await otherWork();
      const before = settled(await snapshot(root));
      await commit({});
      const after = settled(await snapshot(root));
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
      assert.equal(after.staged, before.staged);
      const without = (text: string): string[] => text.split('\n').filter((line) => !line.includes('postmortems/a.md'));
      assert.deepEqual(without(after.status), without(before.status));
      assert.deepEqual(without(after.index), without(before.index));
      const changes = (text: string): string[] =>
        text
          .split(/^(?=diff )/m)
          .map((part) => part.trim())
          .filter((part) => !part.includes('postmortems/a.md'));
      assert.deepEqual(changes(after.unstaged), changes(before.unstaged));
    });

    it('commits what is on disk where something else of it is staged', async () => {
      await git(root, ['add', 'postmortems/a.md']);
      await writeTree(root, { 'postmortems/a.md': 'a\nb\nc\n' });
      await commit({});
      assert.equal(await git(root, ['show', 'HEAD:postmortems/a.md']), 'a\nb\nc');
      assert.equal(await git(root, ['status', '--porcelain']), '');
    });

    it('commits on a new branch, and leaves the other where it was', async () => {
      await otherWork();
      const before = await snapshot(root);
      const main = await git(root, ['rev-parse', 'main']);
      const { branch } = await commit({ newBranch: 'incident/2026-03-04-søk' });
      assert.equal(branch, 'incident/2026-03-04-søk');
      assert.equal(await git(root, ['symbolic-ref', '--short', 'HEAD']), branch);
      assert.equal(await git(root, ['rev-parse', 'main']), main);
      assert.equal(await git(root, ['rev-parse', 'HEAD~1']), main);
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
      assert.equal((await snapshot(root)).staged, before.staged);
    });

    it('refuses a branch that exists or that git takes for none', async () => {
      await git(root, ['branch', 'there']);
      await git(root, ['checkout', '--quiet', 'there']);
      await git(root, ['checkout', '--quiet', 'main']);
      await refuses({ newBranch: 'there' }, /the branch "there" already exists/);
      await refuses({ newBranch: '--orphan' }, /"--orphan" is not a valid branch name/);
      for (const name of ['', '-b', 'a b', 'a..b', 'a~1', '@{-1}', '-', 'a.lock', '/a', 'a\nb', 'HEAD']) {
        const problem = await repository.branchProblem(root, 'postmortems/a.md', name);
        assert.match(problem ?? '', /is not a valid branch name/);
      }
      // A branch and a folder of branches cannot have one name, which only git knows.
      await refuses({ newBranch: 'there/too' }, /was not committed: .*there/);
      assert.equal(await repository.branchProblem(root, 'postmortems/a.md', 'incident/x'), undefined);
    });

    it('runs hooks, and takes back everything when one refuses', async () => {
      await otherWork();
      await hook('pre-commit', 'echo "error: the linter says no" >&2; exit 1');
      await refuses({}, /was not committed: the linter says no\. Everything is as it was before\.$/);
      await refuses({ newBranch: 'incident/a' }, /the linter says no/);
      await hook('pre-commit', 'printf "\\033[31mLines are too long.\\033[0m\\n"; exit 3');
      await refuses({}, /was not committed: Lines are too long\. Everything/);
      await hook('pre-commit', 'exit 1');
      await refuses({ newBranch: 'incident/a' }, /failed without a message/);
      await hook('pre-commit', 'exit 0');
      await hook('commit-msg', 'grep -q OPS- "$1" || { echo "no ticket" >&2; exit 1; }');
      await refuses({}, /no ticket/);
      await commit({ message: 'OPS-1 record' });
      assert.deepEqual(await last(), ['OPS-1 record', 'postmortems/a.md']);
    });

    it('does not even write the index when it is refused', async () => {
      await otherWork();
      await hook('pre-commit', 'exit 1');
      const before = await readFile(path.join(root, '.git', 'index'));
      await assert.rejects(commit({}), UserError);
      await assert.rejects(commit({ newBranch: 'incident/a' }), UserError);
      assert.ok(before.equals(await readFile(path.join(root, '.git', 'index'))));
    });

    it('gives hooks an environment in which options may be shortened as everywhere', async () => {
      await hook('pre-commit', 'git status --porcelai >/dev/null');
      await commit({});
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
    });

    it('takes back the branch when a hook refuses the checkout', async () => {
      await hook('post-checkout', 'echo "stay here" >&2; exit 1');
      await refuses({ newBranch: 'incident/a' }, /stay here/);
    });

    it('signs as git is told to, and takes back everything when that fails', async () => {
      await otherWork();
      await writeTree(root, { '.git/sign': '#!/bin/sh\necho "no key" >&2\nexit 2\n' });
      await chmod(path.join(root, '.git', 'sign'), 0o755);
      await git(root, ['config', 'commit.gpgSign', 'true']);
      await git(root, ['config', 'gpg.program', path.join(root, '.git', 'sign')]);
      await refuses({}, /gpg failed to sign the data/);
      await refuses({ newBranch: 'incident/a' }, /gpg failed to sign the data/);
    });

    it('says who must be named where git knows nobody', async () => {
      await git(root, ['config', '--unset', 'user.email']);
      await git(root, ['config', 'user.useConfigOnly', 'true']);
      const home = { HOME: process.env['HOME'], XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] };
      Object.assign(process.env, { HOME: root, XDG_CONFIG_HOME: root });
      try {
        await refuses({}, /Git does not know who commits: .*user\.name and user\.email/);
      } finally {
        for (const [key, value] of Object.entries(home)) {
          if (value === undefined) {
            delete process.env[key];
          } else {
            process.env[key] = value;
          }
        }
      }
    });

    it('refuses while a merge is not finished', async () => {
      await git(root, ['stash', '--quiet']);
      await git(root, ['checkout', '--quiet', '-b', 'other']);
      await writeTree(root, { 'changed.md': 'theirs\n' });
      await commitAll(root, ann);
      await git(root, ['checkout', '--quiet', 'main']);
      await writeTree(root, { 'changed.md': 'ours\n' });
      await commitAll(root, ann);
      await assert.rejects(git(root, ['merge', '--quiet', 'other'], who));
      await writeTree(root, { 'postmortems/a.md': 'a\nb\n' });
      await refuses({}, /a merge is not finished/);
      await refuses({ newBranch: 'incident/a' }, /a merge is not finished/);
    });

    it('refuses while a rebase, a cherry-pick or a revert is not finished, from a sub-folder too', async () => {
      await git(root, ['stash', '--quiet']);
      await writeTree(root, { 'changed.md': 'theirs\n' });
      await git(root, ['checkout', '--quiet', '-b', 'other']);
      await commitAll(root, ann);
      await git(root, ['checkout', '--quiet', 'main']);
      await writeTree(root, { 'changed.md': 'ours\n' });
      const ours = await commitAll(root, ann);
      await writeTree(root, { 'changed.md': 'ours again\n' });
      await commitAll(root, ann);
      const folder = path.join(root, 'postmortems');
      for (const [args, abort, what] of [
        [['rebase', 'other'], ['rebase', '--abort'], 'a rebase'],
        [['cherry-pick', 'other'], ['cherry-pick', '--abort'], 'a cherry-pick'],
        [['revert', '--no-edit', ours], ['revert', '--abort'], 'a revert'],
      ] as const) {
        await assert.rejects(git(root, args, who));
        await writeTree(root, { 'postmortems/a.md': 'a\nb\n' });
        await refuses({ root: folder, path: 'a.md' }, new RegExp(`${what} is not finished`));
        await git(root, ['checkout', '--quiet', 'postmortems/a.md']);
        await git(root, abort);
      }
    });

    it('refuses a file in conflict, also without a merge', async () => {
      await git(root, ['stash', '--quiet']);
      await writeTree(root, { 'postmortems/a.md': 'other\n' });
      await commitAll(root, ann);
      await assert.rejects(git(root, ['stash', 'pop', '--quiet']));
      await refuses({}, /merge conflict in postmortems\/a\.md/);
    });

    it('commits from no branch on a new one only, and goes back to none', async () => {
      const head = await git(root, ['rev-parse', 'HEAD']);
      await git(root, ['checkout', '--quiet', '--detach']);
      assert.deepEqual(await repository.committable(root, 'postmortems/a.md'), { committed: 'a\n' });
      await refuses({}, /HEAD is not on a branch/);
      await hook('pre-commit', 'exit 1');
      await refuses({ newBranch: 'incident/a' }, /failed without a message/);
      assert.equal((await readFile(path.join(root, '.git', 'HEAD'), 'utf8')).trim(), head);
      await hook('pre-commit', 'exit 0');
      assert.equal((await commit({ newBranch: 'incident/a' })).branch, 'incident/a');
      assert.equal(await git(root, ['rev-parse', 'HEAD~1']), head);
    });

    it('is stopped while a hook runs, and everything is as before', async () => {
      const stop = new AbortController();
      const started = path.join(root, '.git', 'started');
      await hook('pre-commit', `echo > '${started}'; sleep 30`);
      const stopping = (async () => {
        await appeared(started);
        stop.abort();
      })();
      await refuses({ newBranch: 'incident/a', signal: stop.signal }, /it was stopped\. Everything is as it was/);
      await stopping;
    });

    it('says that it is committed when it is stopped behind the commit', async () => {
      const stop = new AbortController();
      const started = path.join(root, '.git', 'started');
      await hook('post-commit', `echo > '${started}'; sleep 30`);
      const committing = commit({ signal: stop.signal });
      await appeared(started);
      stop.abort();
      assert.equal((await committing).branch, 'main');
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
      assert.equal(await git(root, ['status', '--porcelain']), '');
    });

    it('refuses an empty message in the words of git', async () => {
      await refuses({ message: '  ' }, /was not committed: .*empty commit message/i);
    });

    it('commits in the repository that a linked file stands in', async () => {
      await symlink(path.join(root, 'postmortems'), path.join(root, 'linked'));
      await commit({ path: 'linked/a.md' });
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
    });
  });

  describe('that is new', () => {
    it('commits it alone', async () => {
      await otherWork();
      const before = await snapshot(root);
      await writeTree(root, { 'postmortems/2026/b.md': 'b\n', 'postmortems/2026/c.md': 'c\n' });
      assert.deepEqual(await repository.committable(root, 'postmortems/2026/b.md'), { branch: 'main' });
      await commit({ path: 'postmortems/2026/b.md' });
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/2026/b.md']);
      const after = await snapshot(root);
      assert.equal(after.staged, before.staged);
      assert.deepEqual(
        after.status.split('\n').filter((line) => line !== '?? postmortems/2026/c.md'),
        before.status.split('\n'),
      );
    });

    it('is as unknown to git as before when a hook refuses', async () => {
      await otherWork();
      await writeTree(root, { 'postmortems/b.md': 'b\n' });
      await hook('pre-commit', 'exit 1');
      await refuses({ path: 'postmortems/b.md' }, /failed without a message/);
      await refuses({ path: 'postmortems/b.md', newBranch: 'incident/b' }, /failed without a message/);
    });

    it('commits one that was taken out of the index, or leaves it so', async () => {
      await git(root, ['rm', '--quiet', '--cached', 'postmortems/a.md']);
      await writeTree(root, { 'postmortems/a.md': 'a\nb\n' });
      await hook('pre-commit', 'exit 1');
      await refuses({}, /failed without a message/);
      await hook('pre-commit', 'exit 0');
      await commit({});
      assert.equal(await git(root, ['show', 'HEAD:postmortems/a.md']), 'a\nb');
      assert.equal(await git(root, ['status', '--porcelain']), '');
    });

    it('takes every name as it is', async () => {
      const names = [
        '-m.md',
        '--all.md',
        ':(top)x.md',
        ':!b.md',
        '*.md',
        '[ab].md',
        'a b  c.md',
        'é 影響 😀.md',
        '"quoted" \\ $(x) `y`.md',
        'line\nbreak.md',
        '@{-1}.md',
        ' leading',
        'a:b.md',
      ];
      await writeTree(root, Object.fromEntries(names.map((name) => [`odd names/${name}`, 'x\n'])));
      for (const [index, name] of names.entries()) {
        await commit({ path: `odd names/${name}`, message: `Number ${index}` });
        const files = await git(root, ['show', '--format=', '-z', '--name-only', 'HEAD']);
        assert.deepEqual(files.split('\0').filter(Boolean), [`odd names/${name}`]);
        await writeTree(root, { [`odd names/${name}`]: 'y\n' });
        assert.equal((await repository.committable(root, `odd names/${name}`)).committed, 'x\n');
      }
    });

    it('is the first commit, or none', async () => {
      await rm(path.join(root, '.git'), { recursive: true });
      await gitInit(root);
      await git(root, ['config', 'user.name', 'Ann Lee']);
      await git(root, ['config', 'user.email', 'ann@example.org']);
      await git(root, ['config', 'core.hooksPath', '.git/hooks']);
      await git(root, ['add', 'staged.md']);
      assert.deepEqual(await repository.committable(root, 'postmortems/a.md'), { branch: 'main' });
      await hook('pre-commit', 'exit 1');
      await refuses({}, /failed without a message/);
      await refuses({ newBranch: 'incident/a' }, /failed without a message/);
      await hook('pre-commit', 'exit 0');
      assert.equal((await commit({ newBranch: 'incident/a' })).branch, 'incident/a');
      assert.deepEqual(await last(), ['Record incident: a', 'postmortems/a.md']);
      assert.equal(await git(root, ['diff', '--cached', '--name-only']), 'staged.md');
    });
  });

  it('refuses what is not changed, ignored, gone, or in no repository', async () => {
    await writeTree(root, { '.gitignore': 'drafts/\n*.tmp.md\n', 'drafts/a.md': 'a', 'b.tmp.md': 'b' });
    await refuses({}, /^Nothing to commit: postmortems\/a\.md has not changed since the last commit/);
    await refuses({ path: 'drafts/a.md' }, /Git ignores drafts\/a\.md/);
    await refuses({ path: 'b.tmp.md' }, /Git ignores b\.tmp\.md/);
    await refuses({ path: 'gone.md' }, /gone\.md no longer exists/);
    await refuses({ path: '.git/HEAD' }, /it is in git's own folder/);
    await rename(path.join(root, '.git'), path.join(root, 'away'));
    await assert.rejects(commit({}), /cannot be committed: not a git repository/);
    await rename(path.join(root, 'away'), path.join(root, '.git'));
  });

  it('commits in the innermost repository', async () => {
    const inner = path.join(root, 'inner');
    await mkdir(inner);
    await gitInit(inner);
    await git(inner, ['config', 'user.name', 'Bo']);
    await git(inner, ['config', 'user.email', 'bo@example.org']);
    await writeFile(path.join(inner, 'b.md'), 'b\n');
    const before = await git(root, ['rev-parse', 'HEAD']);
    await commit({ path: 'inner/b.md' });
    assert.equal(await git(root, ['rev-parse', 'HEAD']), before);
    assert.equal(await git(inner, ['show', '--format=', '--name-only', 'HEAD']), 'b.md');
  });
});
