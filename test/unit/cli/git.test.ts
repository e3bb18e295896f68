import assert from 'node:assert/strict';
import { appendFile, cp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { withEnvironment, withGit } from '../support/other-git.ts';
import { complete, lacking, ranIn } from './ran.ts';

const commit = { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };

/** The documents that a report in text has findings in. */
function placesIn(out: string): string[] {
  return [...out.matchAll(/^(.*):1:1 /gm)].map((match) => match[1] ?? '');
}

describe('the command line in a git repository', () => {
  let root = '';
  const at = (...names: readonly string[]): string => path.join(root, ...names);

  beforeEach(async () => {
    root = await temporaryFolder('cli-git');
    await writeTree(at('repository'), {
      '.gitignore': 'drafts/\n',
      'docs/runbooks/a.md': lacking,
      'docs/runbooks/b.md': complete,
      'docs/runbooks/drafts/c.md': lacking,
    });
    await gitInit(at('repository'));
    await git(at('repository'), ['add', '.']);
    await git(at('repository'), ['rm', '--quiet', '--cached', '--ignore-unmatch', 'docs/runbooks/drafts/c.md']);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  describe('that carries a bare one as ordinary files', () => {
    const evil = (): string => at('clone', 'runbooks', 'evil');

    beforeEach(async () => {
      await writeTree(at('origin'), {
        '.gitignore': 'ignored.md\n',
        'runbooks/evil/x.md': lacking,
        'runbooks/y.md': lacking,
      });
      const folder = at('origin', 'runbooks', 'evil');
      await git(folder, ['init', '--quiet', '--bare', '.']);
      await Promise.all(
        ['hooks', 'info', 'description'].map((name) => rm(path.join(folder, name), { recursive: true, force: true })),
      );
      await writeTree(folder, { 'objects/.k': '', 'refs/.k': '' });
      for (const [key, value] of [
        ['core.bare', 'false'],
        ['core.worktree', '.'],
        ['core.fsmonitor', `touch '${at('mark')}'; false`],
      ]) {
        await git(folder, ['config', '--file', 'config', key ?? '', value ?? '']);
      }
      await gitInit(at('origin'));
      await commitAll(at('origin'), commit);
      await git(root, ['clone', '--quiet', at('origin'), at('clone')]);
      await cp(path.join(evil(), 'x.md'), path.join(evil(), 'ignored.md'));
    });
    afterEach(async () => assert.rejects(stat(at('mark')), 'a program was run'));

    for (const [cwd, args, places] of [
      ['.', ['check', 'runbooks/evil/x.md'], ['runbooks/evil/x.md']],
      ['runbooks/evil', ['check', 'x.md'], ['runbooks/evil/x.md']],
      ['.', ['check', 'runbooks/evil', 'runbooks/y.md'], ['runbooks/evil/x.md', 'runbooks/y.md']],
      ['.', ['check', 'runbooks/evil'], ['x.md']],
      ['runbooks/evil', ['check'], ['x.md']],
      ['.', ['check', 'runbooks/evil', '--changed-since', 'HEAD'], []],
      ['.', ['check', 'runbooks/evil/x.md', '--changed-since', 'HEAD'], []],
    ] as const) {
      it(`runs nothing: ${args.join(' ')} in ${cwd}`, async () => {
        const { out, err } = await ranIn(at('clone', cwd), ...args);
        assert.deepEqual(placesIn(out), places);
        assert.equal(err, '');
      });
    }

    it('runs nothing: list and actions', async () => {
      const listed = JSON.parse((await ranIn(evil(), 'list', '--format', 'json')).out) as ReadonlyArray<{
        path: string;
      }>;
      assert.deepEqual(
        listed.map((document) => document.path),
        ['x.md'],
      );
      assert.equal((await ranIn(evil(), 'actions')).code, 0);
    });
  });

  describe('that git cannot be asked about', () => {
    async function isTold(pattern: RegExp): Promise<void> {
      const text = await ranIn(at('repository'), 'check', 'docs');
      assert.deepEqual(placesIn(text.out), ['runbooks/a.md']);
      assert.match(text.err, pattern);
      assert.equal(text.err.trim().split('\n').length, 1, text.err);
      const sarif = await ranIn(at('repository', 'docs'), 'check', '.', '--format', 'sarif');
      assert.match(sarif.out, /"uri": "docs\/runbooks\/a\.md"/);
      assert.doesNotMatch(sarif.out, /drafts/);
      const one = await ranIn(at('repository', 'docs'), 'check', 'runbooks/a.md', 'runbooks/drafts/c.md');
      assert.deepEqual(placesIn(one.out), ['docs/runbooks/a.md']);
      assert.match(one.err, /^Not checked: docs\/runbooks\/drafts\/c\.md/m);
      const listed = await ranIn(at('repository'), 'list', '--format', 'json');
      assert.equal(listed.err, text.err);
      const since = await ranIn(at('repository'), 'check', '--changed-since', 'HEAD');
      assert.equal(since.code, 1);
      assert.match(since.err, /^runbook-lens: Git could not list the changes in .*\.\n$/);
    }

    it('because it belongs to another user', async () => {
      await withGit(at('bin'), 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$PROGRAM" "$@"', async () =>
        isTold(
          /^Git cannot be used for .*\/repository, so .* another user; .*"git config --global --add safe\.directory/,
        ),
      );
    });

    it('because its HEAD is garbage', async () => {
      await writeTree(at('repository'), { '.git/HEAD': 'garbage\n' });
      await isTold(/^Git cannot be used for .*HEAD is damaged/);
    });
  });

  it('knows last changes whatever the user has set', async () => {
    await commitAll(at('repository'), commit);
    await writeTree(root, {
      settings: '[log]\n\tshowSignature = true\n\tshowRoot = false\n[diff]\n\torderFile = /none/there\n',
    });
    await withEnvironment({ HOME: root, XDG_CONFIG_HOME: root, GIT_CONFIG_GLOBAL: undefined }, async () => {
      await cp(at('settings'), at('.gitconfig'));
      const { out } = await ranIn(at('repository'), 'list', '--format', 'json');
      const authors = (JSON.parse(out) as ReadonlyArray<{ lastChange?: { author: string } }>).map(
        ({ lastChange }) => lastChange?.author,
      );
      assert.deepEqual(new Set(authors), new Set(['Ann Lee']));
      await appendFile(at('repository', 'docs', 'runbooks', 'a.md'), 'more\n');
      const { err, out: text } = await ranIn(at('repository'), 'check', '--changed-since', 'HEAD');
      assert.deepEqual([err, placesIn(text)], ['', ['docs/runbooks/a.md']]);
    });
  });

  it('says nothing of files that a sparse checkout leaves out, or that were deleted', async () => {
    await writeTree(at('repository'), { 'other/runbooks/d.md': lacking, 'gone.md': lacking });
    await commitAll(at('repository'), commit);
    await git(at('repository'), ['sparse-checkout', 'set', '--cone', 'docs']);
    await rm(at('repository', 'gone.md'));
    const { err, out } = await ranIn(at('repository'), 'check');
    assert.equal(err, '');
    assert.match(out, /docs\/runbooks\/a\.md/);
  });

  it('takes what changed since a revision from a git that knows no --end-of-options', async () => {
    await commitAll(at('repository'), commit);
    await appendFile(at('repository', 'docs', 'runbooks', 'a.md'), 'more\n');
    const script =
      'for arg; do [ "$arg" = --end-of-options ] && { echo "usage: git" >&2; exit 129; }; done; exec "$PROGRAM" "$@"';
    await withGit(at('bin'), script, async () => {
      const { err, out } = await ranIn(at('repository'), 'check', '--changed-since', 'HEAD');
      assert.deepEqual([err, placesIn(out)], ['', ['docs/runbooks/a.md']]);
    });
  });

  it('works in a hook, where git says by the environment which repository is meant', async () => {
    await commitAll(at('repository'), commit);
    await writeTree(at('repository'), { 'docs/runbooks/new.md': lacking });
    const inHook = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index.lock', GIT_PREFIX: '', GIT_EXEC_PATH: at('none') };
    await withEnvironment(inHook, async () => {
      const { err, out } = await ranIn(at('repository'), 'check', 'docs/runbooks/new.md', 'docs/runbooks/b.md');
      assert.deepEqual([err, placesIn(out)], ['', ['docs/runbooks/new.md']]);
    });
  });
});
