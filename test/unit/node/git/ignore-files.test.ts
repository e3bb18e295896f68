import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { GitDoor } from '../../../../src/node/git/door.ts';
import { IgnoreFiles } from '../../../../src/node/git/ignore-files.ts';
import { gitInit, temporaryFolder, writeTree } from '../../../support/workspaces.ts';
import { examples } from '../../support/examples.ts';

describe('what .gitignore files say', () => {
  let root = '';
  const ignoreFiles = new IgnoreFiles();
  const listed = async (...folder: readonly string[]): Promise<string[] | undefined> =>
    (await ignoreFiles.files(path.join(root, ...folder)))?.toSorted();

  beforeEach(async () => {
    root = await temporaryFolder('ignore-files');
    await gitInit(root);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  it('holds below the folder that each stands in, and inner ones have the last word', async () => {
    await writeTree(root, {
      '.gitignore': '\uFEFFout/\r\n*.tmp.md\r\n# comment\r\n\\#kept.md\n/top.md\n',
      'a.md': 'a',
      'b.tmp.md': 'b',
      '#kept.md': 'k',
      'top.md': 't',
      'out/c.md': 'c',
      'docs/.gitignore': '!kept.tmp.md\ndrafts\n/only here.md\n',
      'docs/kept.tmp.md': 'k',
      'docs/top.md': 't',
      'docs/only here.md': 'o',
      'docs/deep/only here.md': 'o',
      'docs/drafts/.gitignore': '!*\n',
      'docs/drafts/d.md': 'd',
    });
    await writeTree(root, { '.git/info/exclude': 'private.md\n', 'docs/private.md': 'p' });
    assert.deepEqual(await listed(), [
      '.gitignore',
      'a.md',
      'docs/.gitignore',
      'docs/deep/only here.md',
      'docs/kept.tmp.md',
      'docs/top.md',
    ]);
    assert.deepEqual(await listed('docs'), ['.gitignore', 'deep/only here.md', 'kept.tmp.md', 'top.md']);
    assert.equal(await listed('out'), undefined);
    assert.equal(await listed('docs', 'drafts'), undefined);
  });

  it('is asked of single files too', async () => {
    await writeTree(root, { '.gitignore': '*.tmp.md\nout/\n', 'docs/.gitignore': '!b.tmp.md' });
    const docs = path.join(root, 'docs');
    assert.deepEqual(
      [...(await ignoreFiles.ignored(docs, ['a.tmp.md', 'b.tmp.md', 'c.md', 'out/d.md']))],
      ['a.tmp.md', 'out/d.md'],
    );
  });

  it('leaves out repositories within the repository, dependencies, links and the files of git', async () => {
    await writeTree(root, { 'a.md': 'a', 'inner/b.md': 'b', 'node_modules/c/c.md': 'c' });
    await gitInit(path.join(root, 'inner'));
    await symlink(root, path.join(root, 'loop'));
    assert.deepEqual(await listed(), ['a.md']);
    assert.equal(await listed('.git'), undefined);
  });

  it('is nothing without a repository', async () => {
    const bare = await temporaryFolder('no-repository');
    await writeTree(bare, { '.gitignore': '*\n', 'a.md': 'a' });
    assert.equal(await ignoreFiles.files(bare), undefined);
    assert.deepEqual([...(await ignoreFiles.ignored(bare, ['a.md']))], []);
    await rm(bare, { recursive: true });
  });

  it('is not waited for where a .gitignore is a pipe, a folder, a link to a device or very large', async () => {
    await writeTree(root, { 'a/x.md': 'x', 'b/.gitignore/x.md': 'x', 'c/x.md': 'x', 'd/x.md': 'x' });
    execFileSync('mkfifo', [path.join(root, 'a', '.gitignore')]);
    await symlink('/dev/zero', path.join(root, 'c', '.gitignore'));
    await writeFile(path.join(root, 'd', '.gitignore'), '*\n'.repeat(200_000));
    assert.deepEqual(
      (await listed())?.filter((file) => file.endsWith('x.md')),
      ['a/x.md', 'b/.gitignore/x.md', 'c/x.md', 'd/x.md'],
    );
  });

  it('is compared in time where patterns are hostile', async () => {
    const name = `${'a'.repeat(200)}.md`;
    const patterns = ['*a*a*a*a*a*a*a*a*b', '**/a/**/a/**/a/**/a/**/b', `${'a*'.repeat(100)}b`, 'kept*'];
    await writeTree(root, { '.gitignore': patterns.join('\n'), [name]: 'x', [`${'a/'.repeat(100)}x.md`]: 'x' });
    await writeTree(root, { 'kept.md': 'k' });
    assert.equal((await listed())?.length, 3);
  });

  it('is what git makes of it', async function () {
    this.timeout(120_000);
    const door = new GitDoor();
    const segment = fc.constantFrom('a', 'b', 'A', 'a.md', 'b.md', 'a b', '[a]', 'x?', '#a', '!b');
    const folder = fc.array(segment, { maxLength: 2 }).map((parts) => parts.map((part) => `${part}/`).join(''));
    const file = fc.tuple(folder, segment).map(([parents, name]) => `${parents}${name}.md`);
    const glob = fc.constantFrom(
      '*',
      '**',
      'a',
      'b',
      '*.md',
      'a*',
      '[ab]',
      '[!a]*',
      'x\\?',
      '\\#a',
      '\\!b',
      '?',
      'a b',
      'a\\ ',
    );
    const pattern = fc
      .tuple(
        fc.constantFrom('', '', '!', '/', '!/', '#', ' '),
        fc.array(glob, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '', '/', ' ', '/*', '/**'),
      )
      .map(([before, globs, after]) => `${before}${globs.join('/')}${after}`);
    const ignores = fc.array(fc.tuple(folder, fc.array(pattern, { maxLength: 4 })), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { minLength: 1, maxLength: 8 }), ignores, async (files, rules) => {
        await rm(root, { recursive: true, force: true });
        await mkdir(root);
        await gitInit(root);
        for (const name of files) {
          // A name may be a file's here and a folder's there.
          await writeTree(root, { [name]: 'x' }).catch(() => undefined);
        }
        for (const [parents, patterns] of rules) {
          await writeTree(root, { [`${parents}.gitignore`]: patterns.join('\n') }).catch(() => undefined);
        }
        const output = await door.read(root, ['ls-files', '-z', '--others', '--exclude-standard']);
        assert.deepEqual(await listed(), output.split('\0').filter(Boolean).toSorted());
      }),
      { numRuns: examples(150) },
    );
  });
});
