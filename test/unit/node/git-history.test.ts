import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { GitHistory } from '../../../src/node/git-history.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { recordingLogger } from '../support/quiet.ts';

const { signal } = new AbortController();
const ann = { message: 'Ann', date: '2025-01-02T03:04:05+01:00', author: 'Ann Lee <ann@example.org>' };
const bo = { message: 'Bo', date: '2025-02-03T04:05:06+00:00', author: 'Bo Ék <bo@example.org>' };

describe('the history of a git repository', () => {
  let root = '';
  let history = new GitHistory(recordingLogger());

  beforeEach(async () => {
    root = await temporaryFolder('git-history');
    history = new GitHistory(recordingLogger());
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  it('lists tracked and untracked markdown, but not what is ignored', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'deep/er/b.markdown': 'b', 'c.html.md.erb': 'c', 'code.ts': 'x' });
    await commitAll(root, ann);
    await writeTree(root, {
      '.gitignore': 'out/\n',
      'new.md': 'n',
      'out/built.md': 'o',
      'deep/.gitignore': 'draft-*\n!draft-kept.md\n',
      'deep/draft-1.md': 'd',
      'deep/draft-kept.md': 'k',
    });
    assert.deepEqual((await history.files(root, signal))?.toSorted(), [
      'a.md',
      'c.html.md.erb',
      'deep/draft-kept.md',
      'deep/er/b.markdown',
      'new.md',
    ]);
  });

  it('lists names with spaces, other scripts, quotes and line breaks as they are', async () => {
    await gitInit(root);
    const names = ['PM2025-001 - Mail.md', 'é 影響 😀.md', '"quoted" \\ [x].md', 'line\nbreak.md', ' leading.md'];
    await writeTree(root, Object.fromEntries(names.map((name) => [name, 'x'])));
    assert.deepEqual((await history.files(root, signal))?.toSorted(), names.toSorted());
    await commitAll(root, ann);
    assert.deepEqual((await history.files(root, signal))?.toSorted(), names.toSorted());
    assert.deepEqual([...(await history.lastChanges(root, signal)).keys()].toSorted(), names.toSorted());
  });

  it('lists markdown endings in capitals, and knows their changes', async () => {
    await gitInit(root);
    await writeTree(root, { 'README.MD': 'a', 'Queue.Markdown': 'b' });
    await commitAll(root, ann);
    assert.deepEqual((await history.files(root, signal))?.toSorted(), ['Queue.Markdown', 'README.MD']);
    assert.equal((await history.lastChanges(root, signal)).size, 2);
  });

  it('gives each file its last change, with its author and zone', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'b.md': 'b' });
    await commitAll(root, ann);
    await writeTree(root, { 'b.md': 'b2', 'new/c.md': 'c' });
    await commitAll(root, bo);
    assert.deepEqual(
      [...(await history.lastChanges(root, signal))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['a.md', { date: ann.date, author: 'Ann Lee' }],
        ['b.md', { date: bo.date, author: 'Bo Ék' }],
        ['new/c.md', { date: bo.date, author: 'Bo Ék' }],
      ],
    );
  });

  it('gives paths relative to a root that is a folder of the repository, and leaves out the rest', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a', 'docs/b.md': 'b', 'docs/deep/c.md': 'c' });
    await commitAll(root, ann);
    const docs = path.join(root, 'docs');
    await writeTree(docs, { 'new.md': 'n' });
    assert.deepEqual((await history.files(docs, signal))?.toSorted(), ['b.md', 'deep/c.md', 'new.md']);
    assert.deepEqual([...(await history.lastChanges(docs, signal)).keys()].toSorted(), ['b.md', 'deep/c.md']);
  });

  it('takes a file that was renamed for changed at that time', async () => {
    await gitInit(root);
    await writeTree(root, { 'old.md': 'the same text\nin every line\n', 'other.md': 'x' });
    await commitAll(root, ann);
    await rename(path.join(root, 'old.md'), path.join(root, 'new.md'));
    await commitAll(root, bo);
    const changes = await history.lastChanges(root, signal);
    assert.equal(changes.get('new.md')?.author, 'Bo Ék');
    assert.equal(changes.get('other.md')?.author, 'Ann Lee');
  });

  it('lists a merged file once while it is in conflict', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a\n' });
    await commitAll(root, ann);
    await git(root, ['checkout', '--quiet', '-b', 'other']);
    await writeTree(root, { 'a.md': 'b\n' });
    await commitAll(root, bo);
    await git(root, ['checkout', '--quiet', 'main']);
    await writeTree(root, { 'a.md': 'c\n' });
    await commitAll(root, ann);
    const who = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    await assert.rejects(git(root, ['merge', '--quiet', 'other'], who));
    assert.deepEqual(await history.files(root, signal), ['a.md']);
  });

  it('has files but no changes before the first commit', async () => {
    await gitInit(root);
    await writeTree(root, { 'a.md': 'a' });
    assert.deepEqual(await history.files(root, signal), ['a.md']);
    assert.deepEqual([...(await history.lastChanges(root, signal))], []);
  });

  it('has nothing to say where there is no repository, and does not fail', async () => {
    await writeTree(root, { 'a.md': 'a' });
    assert.equal(await history.files(root, signal), undefined);
    assert.deepEqual([...(await history.lastChanges(root, signal))], []);
    assert.deepEqual([...(await history.ignored(root, ['a.md']))], []);
    assert.equal(await history.gitFolder(root), undefined);
  });

  it('lists nothing by git in a folder that the repository around it ignores', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': 'out/\n', 'out/docs/a.md': 'a', 'kept/b.md': 'b' });
    assert.equal(await history.files(path.join(root, 'out', 'docs'), signal), undefined);
    assert.deepEqual(await history.files(path.join(root, 'kept'), signal), ['b.md']);
  });

  it('lists nothing by git inside the folder of git itself', async () => {
    await gitInit(root);
    assert.equal(await history.files(path.join(root, '.git'), signal), undefined);
  });

  it('tells which of some files are ignored', async () => {
    await gitInit(root);
    await writeTree(root, {
      '.gitignore': '*.tmp.md\nout/\n',
      'a.md': 'a',
      'b.tmp.md': 'b',
      'out/c.md': 'c',
      'é [x].tmp.md': 'd',
      'line\nbreak.tmp.md': 'e',
    });
    const asked = ['a.md', 'b.tmp.md', 'out/c.md', 'é [x].tmp.md', 'line\nbreak.tmp.md'];
    assert.deepEqual([...(await history.ignored(root, asked))].toSorted(), asked.slice(1).toSorted());
    assert.deepEqual([...(await history.ignored(root, ['a.md']))], []);
    assert.deepEqual([...(await history.ignored(root, []))], []);
  });

  it('tells which of very many files are ignored', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '*.tmp.md\n', 'z.tmp.md': 'z' });
    const many = Array.from({ length: 900 }, (_, index) => `runbooks/${'long-name-'.repeat(5)}${index}.md`);
    assert.deepEqual([...(await history.ignored(root, [...many, 'z.tmp.md']))], ['z.tmp.md']);
  });

  it('does not take a path that looks like a pattern for one', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '*.tmp.md\n', 'a.tmp.md': 'a' });
    assert.deepEqual([...(await history.ignored(root, ['*.md', ':(top)a.tmp.md']))], []);
  });

  it('does not take a path that looks like an option for one', async () => {
    await gitInit(root);
    await writeTree(root, { '.gitignore': '--others.md\n', '--others.md': 'x' });
    assert.deepEqual([...(await history.ignored(root, ['--others.md']))], ['--others.md']);
  });

  it('knows how the latest commits of some folders are called', async () => {
    await gitInit(root);
    assert.deepEqual(await history.subjects(root, []), []);
    for (const [index, folder] of ['a', '[b]', 'a', 'c'].entries()) {
      await writeTree(root, { [`docs/${folder}/${index}.md`]: 'x' });
      await commitAll(root, { ...ann, message: `${folder} ${index}\n\nWhy.` });
    }
    const docs = path.join(root, 'docs');
    assert.deepEqual(await history.subjects(docs, []), ['c 3', 'a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['']), ['c 3', 'a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['a', '[b]']), ['a 2', '[b] 1', 'a 0']);
    assert.deepEqual(await history.subjects(docs, ['[abc]', '--all']), []);
  });

  it('knows the author from the repository’s configuration', async () => {
    await gitInit(root);
    await git(root, ['config', 'user.name', 'Ann Lee']);
    await git(root, ['config', 'user.email', 'ann@example.org']);
    assert.deepEqual(await history.author(root), { name: 'Ann Lee', email: 'ann@example.org' });
  });

  it('knows where in its repository a folder stands', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/run books/a.md': 'a' });
    assert.equal(await history.prefix(root), '');
    assert.equal(await history.prefix(path.join(root, 'docs', 'run books')), 'docs/run books/');
  });

  it('knows the folder of git, also of a linked work tree and from a sub-folder', async () => {
    await gitInit(root);
    await writeTree(root, { 'docs/a.md': 'a' });
    await commitAll(root, ann);
    assert.equal(await history.gitFolder(root), path.join(root, '.git'));
    assert.equal(await history.gitFolder(path.join(root, 'docs')), path.join(root, '.git'));
    const tree = path.join(root, 'tree');
    await git(root, ['worktree', 'add', '--quiet', tree]);
    assert.equal(await history.gitFolder(tree), path.join(root, '.git', 'worktrees', 'tree'));
  });

  it('ends what it began when it is cancelled', async () => {
    await gitInit(root);
    await mkdir(path.join(root, 'docs'));
    const controller = new AbortController();
    controller.abort();
    const listed = history.files(root, controller.signal).catch(() => 'rejected');
    assert.ok(['rejected', undefined].includes((await listed) as string | undefined));
  });
});
