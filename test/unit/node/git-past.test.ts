import assert from 'node:assert/strict';
import { chmod, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../src/core/index.ts';
import { GitPast } from '../../../src/node/git-past.ts';
import { GitDoor } from '../../../src/node/git/door.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { withGit } from '../support/other-git.ts';

const { signal } = new AbortController();
const author = 'Ann Lee <ann@example.org>';

describe('past files in git', () => {
  let root = '';
  let past = new GitPast();

  beforeEach(async () => {
    root = await temporaryFolder('git-past');
    past = new GitPast();
    await gitInit(root);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function commit(date: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
    await writeTree(root, files);
    return commitAll(root, { message: 'x', date: `${date}T10:00:00+02:00`, author });
  }

  it('are all files of all commits, with the texts that they had', async () => {
    await commit('2025-01-01', { 'a.md': 'one\n', 'docs/é "x"\n.md': 'two' });
    await rm(path.join(root, 'a.md'));
    const hash = await commit('2025-02-01', { 'docs/é "x"\n.md': 'three\r\n' });
    const history = await past.changes(path.join(root, 'docs'), signal);
    assert.equal(history?.cut, undefined);
    assert.deepEqual(
      history?.commits.map(({ date, files }) => ({ date, files: files.map((file) => file.path).toSorted() })),
      [
        { date: '2025-02-01T10:00:00+02:00', files: ['a.md', 'docs/é "x"\n.md'] },
        { date: '2025-01-01T10:00:00+02:00', files: ['a.md', 'docs/é "x"\n.md'] },
      ],
    );
    assert.equal(history?.commits[0]?.hash, hash);
    const files = history?.commits.flatMap((one) => one.files) ?? [];
    const texts = await past.texts(
      root,
      files.flatMap(({ before = '', after = '' }) => [before, after]),
      signal,
    );
    assert.deepEqual([...texts.values()].toSorted(), ['one\n', 'three\r\n', 'two']);
    assert.deepEqual([...(await past.texts(root, ['f'.repeat(40), hash, '--help', ''], signal))], []);
  });

  it('are read once for each HEAD', async () => {
    await commit('2025-01-01', { 'a.md': 'one' });
    const first = await past.changes(root, signal);
    assert.equal(await past.changes(root, signal), first);
    await commit('2025-01-02', { 'a.md': 'two' });
    assert.equal((await past.changes(root, signal))?.commits.length, 2);
  });

  it('are told to be cut in a shallow clone, and in a long history', async () => {
    await commit('2025-01-01', { 'a.md': 'one' });
    await commit('2025-01-02', { 'a.md': 'two' });
    const clone = path.join(root, 'clone');
    await git(root, ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
    assert.equal((await past.changes(clone, signal))?.cut, 'shallow');
    assert.equal((await new GitPast(new GitDoor(), 1).changes(root, signal))?.cut, 'long');
  });

  it('are read in part if git prints too much', async () => {
    await commit('2025-01-01', { 'a.md': 'one'.repeat(400), 'b.md': 'two' });
    for (let day = 2; day < 20; day += 1) {
      await commit(`2025-01-${`${day}`.padStart(2, '0')}`, { 'a.md': `${day}` });
    }
    const narrow = new GitPast(new GitDoor(30_000, 1000), 30);
    const history = await narrow.changes(root, signal);
    assert.equal(history?.cut, 'long');
    assert.equal(history.commits.length, 3);
    const full = await past.changes(root, signal);
    const ids = full?.commits.flatMap(({ files }) => files.flatMap(({ after = '' }) => after)) ?? [];
    assert.equal(ids.length, 20);
    assert.equal((await narrow.texts(root, ids, signal)).size, 19, 'all but the long one');
    await assert.rejects(narrow.patches(root, ['a.md'], signal), /printed too much output/);
  });

  it('are none without a repository and without a commit', async () => {
    assert.equal(await past.changes(root, signal), undefined);
    await rm(path.join(root, '.git'), { recursive: true });
    assert.equal(await past.changes(root, signal), undefined);
    assert.equal((await past.texts(root, ['a'.repeat(40)], signal)).size, 0);
    assert.equal((await past.ignored(root, ['a'], signal)).size, 0);
    assert.equal((await past.wordsInFiles(root, ['a'], signal)).size, 0);
    assert.deepEqual(await past.patches(root, ['a'], signal), []);
  });

  it('have patches, also of files that are gone, and of names that look like patterns', async () => {
    await commit('2025-01-01', { 'r*.yaml': 'a\nb\n', 'rx.yaml': 'x\n' });
    await commit('2025-01-02', { 'r*.yaml': 'a\nc\n' });
    await rm(path.join(root, 'r*.yaml'));
    await commit('2025-01-03');
    assert.deepEqual(
      (await past.patches(root, ['r*.yaml'], signal)).map(({ path: file, removed, added }) => [file, removed, added]),
      [
        ['r*.yaml', ['a', 'c'], []],
        ['r*.yaml', ['b'], ['c']],
        ['', [], ['a', 'b']],
      ],
    );
  });

  it('know what git ignores, whether it exists or not', async () => {
    await commit('2025-01-01', { '.gitignore': 'out/\n*.log\n', 'a.log': 'x' });
    const asked = ['out/a.md', 'out/', 'a.log', 'docs/b.md', '-x.log', 'é\n.log', ''];
    assert.deepEqual([...(await past.ignored(root, asked, signal))].toSorted(), [
      '-x.log',
      'a.log',
      'out/',
      'out/a.md',
      'é\n.log',
    ]);
    assert.deepEqual([...(await past.ignored(root, ['docs/b.md'], signal))], []);
  });

  it('know which words stand in files that are no Markdown', async () => {
    await commit('2025-01-01', { 'a.go': 'DiskFull = 1 // QueueStuckHard', 'b.md': 'MailSlow', 'c.MD': 'MailLost' });
    const words = ['DiskFull', 'QueueStuck', 'MailSlow', 'MailLost', '-e', '.*'];
    assert.deepEqual([...(await past.wordsInFiles(root, words, signal))], ['DiskFull']);
    assert.deepEqual([...(await past.wordsInFiles(root, ['MailSlow'], signal))], []);
  });

  it('are stopped by a signal, and failures say what to do', async () => {
    await commit('2025-01-01', { 'a.md': 'one' });
    await assert.rejects(past.changes(root, AbortSignal.abort()), (error: Error) => !(error instanceof UserError));
    const slow = new GitPast(new GitDoor(50));
    const elsewhere = await temporaryFolder('slow-git');
    await withGit(elsewhere, 'sleep 5', async () =>
      assert.rejects(slow.changes(root, signal), /The history of .* cannot be read: "git rev-parse" did not answer/),
    );
    await rm(elsewhere, { recursive: true });
  });

  it('are read without a program that the repository names, and whatever the user has set', async () => {
    const mark = path.join(root, 'mark');
    const program = path.join(root, 'trap.sh');
    await writeTree(root, {
      'trap.sh': `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`,
      '.gitattributes': '* diff=trap filter=trap\n',
    });
    await chmod(program, 0o755);
    await commit('2025-01-01', { 'a.yaml': 'one\n' });
    await commit('2025-01-02', { 'a.yaml': 'two\n' });
    const settings = {
      'diff.external': program,
      'diff.trap.command': program,
      'diff.trap.textconv': program,
      'filter.trap.clean': program,
      'filter.trap.smudge': program,
      'core.fsmonitor': program,
      'core.pager': program,
      'pager.grep': program,
      'pager.log': program,
      'grep.lineNumber': 'true',
      'grep.column': 'true',
      'grep.patternType': 'perl',
      'color.ui': 'always',
      'diff.noprefix': 'true',
      'diff.context': '9',
      'diff.interHunkContext': '9',
      'log.diffMerges': 'on',
    };
    for (const [key, value] of Object.entries(settings)) {
      await git(root, ['config', key, value]);
    }
    await rm(mark, { force: true });
    const history = await past.changes(root, signal);
    const ids = history?.commits.flatMap(({ files }) => files.flatMap(({ after = '' }) => after)) ?? [];
    assert.ok([...(await past.texts(root, ids, signal)).values()].includes('one\n'));
    assert.deepEqual(
      (await past.patches(root, ['a.yaml'], signal)).map(({ removed, added }) => [removed, added]),
      [
        [['one'], ['two']],
        [[], ['one']],
      ],
    );
    assert.deepEqual([...(await past.wordsInFiles(root, ['two'], signal))], ['two']);
    await past.ignored(root, ['x'], signal);
    assert.equal(await readFile(mark, 'utf8').catch(() => ''), '');
  });
});
