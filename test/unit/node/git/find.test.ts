import assert from 'node:assert/strict';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findRepository, isGitsOwn } from '../../../../src/node/git/find.ts';
import { commitAll, git, gitInit, temporaryFolder, writeTree } from '../../../support/workspaces.ts';

describe('finding the repository of a folder', () => {
  let root = '';
  const at = (...names: readonly string[]): string => path.join(root, ...names);

  beforeEach(async () => void (root = await temporaryFolder('find')));
  afterEach(async () => rm(root, { recursive: true, force: true }));

  it('goes up to the folder that holds .git', async () => {
    await gitInit(root);
    await mkdir(at('docs', 'run books'), { recursive: true });
    assert.deepEqual(await findRepository(root), { top: root, prefix: '', gitFolder: at('.git') });
    assert.deepEqual(await findRepository(at('docs', 'run books')), {
      top: root,
      prefix: 'docs/run books/',
      gitFolder: at('.git'),
    });
    assert.equal(await findRepository(at('gone')), undefined);
    assert.equal(await findRepository(path.parse(root).root), undefined);
  });

  it('takes a folder by its real path', async () => {
    await mkdir(at('repository', 'docs'), { recursive: true });
    await gitInit(at('repository'));
    await symlink(at('repository', 'docs'), at('link'));
    assert.deepEqual((await findRepository(at('link')))?.prefix, 'docs/');
  });

  it('passes over what only looks like a bare repository', async () => {
    await gitInit(root);
    await mkdir(at('docs'));
    await git(at('docs'), ['init', '--quiet', '--bare', '.']);
    assert.equal((await findRepository(at('docs')))?.top, root);
  });

  it('passes over a .git that has nothing of a repository', async () => {
    await gitInit(root);
    await writeTree(root, { 'empty/.git/note.txt': 'x', 'empty/docs/a.md': 'a' });
    assert.equal((await findRepository(at('empty', 'docs')))?.prefix, 'empty/docs/');
  });

  it('stops at the innermost repository', async () => {
    await gitInit(root);
    await mkdir(at('inner', 'docs'), { recursive: true });
    await gitInit(at('inner'));
    assert.equal((await findRepository(at('inner', 'docs')))?.top, at('inner'));
  });

  it('knows the folders of git itself', async () => {
    await gitInit(root);
    const inside = await findRepository(at('.git', 'objects'));
    assert.ok(inside !== undefined && isGitsOwn(inside));
    const outside = await findRepository(root);
    assert.ok(outside !== undefined && !isGitsOwn(outside));
  });

  it('follows the .git file of a linked work tree, and says when it leads nowhere', async () => {
    await writeTree(at('main'), { 'a.md': 'a' });
    await gitInit(at('main'));
    await commitAll(at('main'), { message: 'One', date: '2025-01-02T03:04:05+01:00', author: 'Ann <a@example.org>' });
    await git(at('main'), ['worktree', 'add', '--quiet', at('tree')]);
    assert.deepEqual(await findRepository(at('tree')), {
      top: at('tree'),
      prefix: '',
      gitFolder: at('main', '.git', 'worktrees', 'tree'),
    });
    await rm(at('main'), { recursive: true });
    assert.match((await findRepository(at('tree')))?.broken ?? '', /HEAD cannot be read; .*git worktree repair/);
    for (const text of ['', 'gitdir:', 'x'.repeat(100_000)]) {
      await writeFile(at('tree', '.git'), text);
      assert.match((await findRepository(at('tree')))?.broken ?? '', /does not name the repository folder/);
    }
  });

  for (const head of ['', 'garbage', 'ref: heads/main', '\0']) {
    it(`says what is wrong with a HEAD that holds ${JSON.stringify(head)}`, async () => {
      await gitInit(root);
      await writeFile(at('.git', 'HEAD'), head);
      assert.match((await findRepository(root))?.broken ?? '', /HEAD is damaged; write "ref: refs\/heads\/BRANCH"/);
    });
  }

  for (const head of ['ref: refs/heads/main', 'ref:   refs/heads/x\n', '0123456789'.repeat(4)]) {
    it(`takes a HEAD that holds ${JSON.stringify(head)}`, async () => {
      await gitInit(root);
      await writeFile(at('.git', 'HEAD'), head);
      assert.equal((await findRepository(root))?.broken, undefined);
    });
  }

  it('takes a HEAD that is a link to a branch without commits', async () => {
    await gitInit(root);
    await rm(at('.git', 'HEAD'));
    await symlink('refs/heads/main', at('.git', 'HEAD'));
    assert.equal((await findRepository(root))?.broken, undefined);
    assert.equal(await git(root, ['symbolic-ref', 'HEAD']), 'refs/heads/main');
  });

  it('says that a .git without a HEAD is damaged, or may not be read', async () => {
    await gitInit(root);
    if (process.getuid?.() !== 0) {
      await chmod(at('.git'), 0);
      assert.match((await findRepository(root))?.broken ?? '', /permission denied; fix the permissions/);
      await chmod(at('.git'), 0o755);
    }
    await rm(at('.git', 'HEAD'));
    assert.match((await findRepository(root))?.broken ?? '', /HEAD cannot be read/);
  });
});
