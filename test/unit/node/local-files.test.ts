import assert from 'node:assert/strict';
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { localFiles } from '../../../src/node/local-files.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';

describe('the place of a new file on disk', () => {
  let folder = '';
  let root = '';

  beforeEach(async () => {
    folder = await temporaryFolder('local-files');
    root = path.join(folder, 'root');
    await writeTree(folder, { 'root/docs/a.md': 'a', 'root/.git/hooks/a': 'a', 'elsewhere/b.md': 'b' });
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const problem = (name: string): Promise<string | undefined> => localFiles.placeProblem(root, name);

  it('may be any folder below the root, made or not, also by a link', async () => {
    await symlink('docs', path.join(root, 'link'));
    for (const name of ['b.md', 'docs/b.md', 'new/er/b.md', 'link/b.md', 'link/new/b.md', 'docs/..b/c.md']) {
      assert.equal(await problem(name), undefined, name);
    }
  });

  it('goes by where the root really is', async () => {
    await symlink('root', path.join(folder, 'alias'));
    assert.equal(await localFiles.placeProblem(path.join(folder, 'alias'), 'docs/b.md'), undefined);
  });

  it('is no folder that a link among its folders leads out to', async () => {
    await symlink('../elsewhere', path.join(root, 'out'));
    await mkdir(path.join(folder, 'elsewhere', 'deep'));
    for (const name of ['out/b.md', 'out/deep/b.md', 'out/new/b.md']) {
      assert.equal(await problem(name), `its folder is a link to a folder outside ${root}`, name);
    }
  });

  it('is no folder that acts, by whatever name a link gives it', async () => {
    await symlink('.git/hooks', path.join(root, 'notes'));
    await symlink('.git', path.join(root, 'team'));
    await writeTree(root, { '.github/CODEOWNERS': '' });
    await symlink('.github', path.join(root, 'about'));
    for (const name of ['notes/b.md', 'team/hooks/b.md', 'about/workflows/b.md', 'about/workflows/new/b.md']) {
      assert.match((await problem(name)) ?? '', /^its folder is a link into \.git(?:hub\/workflows)?\//, name);
    }
    assert.equal(await problem('about/b.md'), undefined);
  });
});
