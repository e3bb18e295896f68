import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GitDoor, GitFailure } from '../../../../src/node/git/door.ts';
import { poll } from '../../../support/poll.ts';
import { slowness } from '../../../support/slowness.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../../support/workspaces.ts';
import { withEnvironment, withGit } from '../../support/other-git.ts';

describe('the door to git', () => {
  let root = '';
  /** Beside the top: a git that stands in the repository is not taken. */
  let beside = '';
  const at = (...names: readonly string[]): string => path.join(root, ...names);
  const fails = async (call: Promise<unknown>, kind: GitFailure['kind'], message: RegExp): Promise<void> =>
    assert.rejects(call, (error) => {
      assert.ok(error instanceof GitFailure, String(error));
      assert.equal(error.kind, kind);
      assert.match(error.message, message);
      return true;
    });

  beforeEach(async () => {
    root = await temporaryFolder('door');
    beside = await temporaryFolder('door-git');
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
    await rm(beside, { recursive: true, force: true });
  });

  /** Whether a process is there. */
  const runs = (id: number): boolean => {
    try {
      process.kill(id, 0);
      return true;
    } catch {
      return false;
    }
  };

  describe('gives up on a git', () => {
    for (const [how, script] of [
      ['sleeps', 'exec sleep 60'],
      ['waits for another program', 'sleep 30'],
      ['is deaf', "trap '' INT TERM HUP; sleep 30"],
      ['trickles', 'while :; do echo x; sleep 0.05; done'],
      ['fills both its streams', 'yes | head -c 300000; yes | head -c 300000 >&2; exec sleep 60'],
      ['waits to be told something, and then sleeps', 'cat; exec sleep 60'],
    ] as const) {
      it(`that ${how}, and ends it`, async () => {
        const later = `(sleep 20; echo > '${at('later')}') > /dev/null 2>&1 &`;
        await withGit(beside, `echo $$ > '${at('pid')}'; ${later} ${script}`, async () => {
          const call = new GitDoor(400 * slowness()).read(root, ['-c', 'a.b=c', 'ls-files', '-z']);
          await fails(call, 'silent', /^"git ls-files" did not answer within [\d.]+ seconds$/);
          assert.equal(existsSync(at('later')), false, 'it was waited for');
          const id = Number(await readFile(at('pid'), 'utf8'));
          await poll(
            () => runs(id),
            (running) => !running,
            'the end of git',
          );
        });
      });
    }

    it('when the caller does not wait any longer', async () => {
      await gitInit(root);
      await withGit(beside, `trap '' INT; echo > '${at('started')}'; sleep 3`, async () => {
        const stop = new AbortController();
        const call = fails(new GitDoor().read(root, ['ls-files'], { signals: [stop.signal] }), 'stopped', /stopped/);
        while (!(await stat(at('started')).catch(() => undefined))) {
          await pause(10);
        }
        stop.abort();
        await call;
        await fails(new GitDoor().read(root, ['ls-files'], { signals: [stop.signal] }), 'stopped', /stopped/);
        await fails(new GitDoor().write(root, ['add', '.'], stop.signal), 'stopped', /stopped/);
      });
    });

    it('without holding up the end of the program', async () => {
      const door = path.join(import.meta.dirname, '../../../../src/node/git/door.ts');
      const code = `import { GitDoor } from ${JSON.stringify(door)};
        await new GitDoor(300).read(${JSON.stringify(root)}, ['log']).catch(({ message }) => console.log(message));`;
      const later = `(sleep 30; echo > '${at('later')}') > /dev/null 2>&1 &`;
      await withGit(beside, `trap '' INT TERM; ${later} sleep 30`, async () => {
        const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
        assert.match(stdout, /did not answer within 0\.3 seconds/);
        assert.equal(existsSync(at('later')), false, 'it was waited for');
      });
    });
  });

  it('waits for a git that is slow but in time, and takes all that it prints', async () => {
    await withGit(beside, 'head -c 300000 /dev/zero | tr "\\0" x; sleep 0.3; echo end', async () => {
      assert.equal((await new GitDoor(20_000).read(root, ['log'])).length, 300_004);
    });
  });

  it('ends a git that prints without end', async () => {
    for (const script of ['exec yes', 'exec yes >&2', 'yes >&2 & exec cat /dev/zero']) {
      await withGit(beside, script, async () =>
        fails(
          new GitDoor(60_000 * slowness(), 100_000).read(root, ['log']),
          'refused',
          /^"git log" printed too much output$/,
        ),
      );
    }
  });

  it('compares nothing where filters cannot be turned off', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a\n', '.gitattributes': '* filter=a\u00ff\n' });
    const configuration = await readFile(at('.git', 'config'));
    const odd = '[filter "a\xff"]\n\tprocess = touch mark; false\n\tclean = touch mark; cat\n';
    await writeFile(at('.git', 'config'), Buffer.concat([configuration, Buffer.from(odd, 'latin1')]));
    await writeFile(at('.gitattributes'), Buffer.from('* filter=a\xff\n', 'latin1'));
    await fails(new GitDoor().compare(root, ['status', '--porcelain']), 'refused', /filters that cannot be turned off/);
    const many = Array.from({ length: 2000 }, (_, index) => `[filter "f${index}"]\n\tclean = touch mark\n`).join('');
    await writeFile(at('.git', 'config'), Buffer.concat([configuration, Buffer.from(many)]));
    await fails(new GitDoor().compare(root, ['status', '--porcelain']), 'refused', /filters that cannot be turned off/);
    assert.equal(existsSync(at('mark')), false);
  });

  it('reads the folder that it was told to, whatever the configuration says', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/a.md': 'a\n', 'b.md': 'b\n' });
    for (const folder of ['..', '/', 'docs', 'none']) {
      await git(root, ['config', '--file', at('.git', 'config'), 'core.worktree', at(folder)]);
      assert.equal(await new GitDoor().read(root, ['ls-files', '--others', '-z']), 'b.md\0docs/a.md\0', folder);
    }
  });

  it('reads no device for attributes or names of people', async () => {
    await writeTree(root, { 'a.md': 'a\n' });
    await gitInit(root);
    await commitAll(root, { message: 'x', date: '2025-01-02T03:04:05Z', author: 'Ann Lee <ann@example.org>' });
    for (const key of ['core.attributesFile', 'mailmap.file']) {
      await git(root, ['config', key, '/dev/zero']);
    }
    assert.equal(await new GitDoor().read(root, ['log', '--format=%aN']), 'Ann Lee\n');
    assert.equal(await new GitDoor().compare(root, ['status', '--porcelain']), '');
  });

  it('says that there is no git, and takes none from the folder that it starts in, or below it', async () => {
    const mine = '#!/bin/sh\necho mine\n';
    await writeTree(root, { git: mine, 'git.exe': 'x', 'node_modules/.bin/git': mine });
    await chmod(at('git'), 0o755);
    await chmod(at('node_modules', '.bin', 'git'), 0o755);
    await symlink(at('node_modules', '.bin'), path.join(beside, 'linked'));
    await symlink(at('git'), path.join(beside, 'git'));
    const own = [root, at('node_modules', '.bin'), path.join(beside, 'linked'), beside];
    for (const folders of ['', '.', ['', '.', 'bin', at('none')].join(path.delimiter), own.join(path.delimiter)]) {
      await withEnvironment({ PATH: folders }, async () => {
        await fails(new GitDoor().read(root, ['log']), 'missing', /no program "git" in the folders of PATH/);
      });
    }
  });

  it('tells what git said, and how it ended', async () => {
    await gitInit(root);
    await fails(new GitDoor().read(root, ['rev-parse', '--verify', 'none']), 'refused', /Needed a single revision/);
    await withGit(beside, 'exit 3', async () => {
      await assert.rejects(new GitDoor().read(root, ['log']), (error) => (error as GitFailure).exitCode === 3);
    });
    await withGit(beside, 'echo some; echo warning: x >&2', async () => {
      assert.equal(await new GitDoor().read(root, ['log']), 'some\n');
    });
  });

  it('does not go up to another repository', async () => {
    await gitInit(root);
    await writeTree(root, { 'inner/.git/HEAD': 'garbage', 'inner/.git/objects/.k': '', 'inner/.git/refs/.k': '' });
    await fails(new GitDoor().read(at('inner'), ['ls-files', '--others']), 'refused', /not a git repository/);
  });

  it('does not take for a repository what only looks like a bare one', async () => {
    await writeTree(root, { 'evil/a.md': 'a' });
    await git(at('evil'), ['init', '--quiet', '--bare', '.']);
    await git(at('evil'), ['config', '--file', 'config', 'core.bare', 'false']);
    await git(at('evil'), ['config', '--file', 'config', 'core.worktree', '.']);
    await fails(new GitDoor().read(at('evil'), ['ls-files', '--others']), 'refused', /cannot use bare repository/);
  });

  it('gives every call that reads what keeps it from the network and from asking, in one language', async () => {
    await withGit(beside, 'echo "$@"; env', async () => {
      const lines = (await new GitDoor().read(root, ['log'])).split('\n');
      assert.match(
        lines[0] ?? '',
        /^-c safe\.bareRepository=explicit -c core\.fsmonitor=false -c core\.hooksPath=.* log$/,
      );
      for (const line of ['GIT_NO_LAZY_FETCH=1', 'GIT_ALLOW_PROTOCOL=none', 'GIT_TERMINAL_PROMPT=0', 'GIT_ASKPASS=']) {
        assert.ok(lines.includes(line), line);
      }
      assert.ok(lines.includes('LC_ALL=C') && lines.includes(`GIT_CEILING_DIRECTORIES=${path.dirname(root)}`));
      assert.doesNotMatch(await new GitDoor().write(root, ['commit']), /^-c|GIT_(?:NO_LAZY|ALLOW)|RUNBOOK_LENS_/m);
    });
  });

  it('is not steered by the environment, but for where the user’s settings are', async () => {
    await gitInit(root);
    await writeTree(root, { settings: '[user]\n\tname = Ann\n', 'other/a.md': 'a' });
    await gitInit(at('other'));
    const steering = {
      GIT_DIR: at('other', '.git'),
      GIT_WORK_TREE: at('other'),
      GIT_INDEX_FILE: at('other', 'index'),
      GIT_TRACE: at('trace'),
      GIT_EXTERNAL_DIFF: 'false',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'user.name',
      GIT_CONFIG_VALUE_0: 'Bo',
      GIT_CONFIG_GLOBAL: at('settings'),
      EDITOR: 'false',
      PAGER: 'false',
    };
    await withEnvironment(steering, async () => {
      for (const call of ['read', 'write'] as const) {
        assert.equal((await new GitDoor()[call](root, ['rev-parse', '--show-toplevel'])).trim(), root);
        assert.equal((await new GitDoor()[call](root, ['config', 'user.name'])).trim(), 'Ann');
      }
      await assert.rejects(stat(at('trace')));
    });
  });

  it('compares files as they are on disk, whatever a filter is called', async () => {
    await gitInit(root);
    const names = ['plain', 'a=b', 'with space', 'dot.ted', 'quo"te', 'core.pager', '=', 'alias', 'é'];
    for (const name of names) {
      for (const part of ['clean', 'smudge', 'process']) {
        await git(root, ['config', `filter.${name}.${part}`, `touch '${at('mark')}'; cat`]);
      }
      await git(root, ['config', `filter.${name}.required`, 'true']);
    }
    await writeTree(root, Object.fromEntries(names.map((_, index) => [`${index}.md`, 'x\n'])));
    await commitAll(root, { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann <a@example.org>' });
    // Attribute values are words: the names with other characters cannot be used, but must do no harm either.
    await writeTree(root, { '.gitattributes': names.map((name, index) => `${index}.md filter=${name}`).join('\n') });
    await writeTree(root, Object.fromEntries(names.map((_, index) => [`${index}.md`, 'y\n'])));
    const changed = await new GitDoor().compare(root, ['status', '--porcelain', '--untracked-files=no']);
    assert.equal(changed.trim().split('\n').length, names.length);
    await assert.rejects(stat(at('mark')));
    // The names are such that git does run these filters.
    await git(root, ['status', '--porcelain']).catch(() => undefined);
    await stat(at('mark'));
  });
});
