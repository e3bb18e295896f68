import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { maxFileSize } from '../../../src/core/index.ts';
import { readAll, readRegularFile } from '../../../src/node/read-file.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';

describe('the reading of a file', () => {
  let folder = '';
  let root = '';

  beforeEach(async () => {
    folder = await temporaryFolder('read-file');
    root = path.join(folder, 'root');
    await writeTree(folder, { 'root/docs/a.md': 'a', 'outside.md': 'o', 'elsewhere/b.md': 'b', 'root-2/c.md': 'c' });
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  /** The text of a file below the root, or why it was not read. */
  async function read(name: string): Promise<string> {
    const result = await readRegularFile(path.join(root, name), async () => ({ root, prefix: '' }));
    return 'skipped' in result ? result.skipped : Buffer.from(result.bytes).toString();
  }

  it('gives its bytes, of an empty one too', async () => {
    await writeTree(root, { 'empty.md': '', 'long.md': 'ab'.repeat(100_000) });
    assert.equal(await read('docs/a.md'), 'a');
    assert.equal(await read('empty.md'), '');
    assert.equal(await read('long.md'), 'ab'.repeat(100_000));
  });

  it('follows links as long as they stay below the top, whatever they go through', async () => {
    await symlink('docs/a.md', path.join(root, 'relative.md'));
    await symlink(path.join(root, 'docs', 'a.md'), path.join(root, 'absolute.md'));
    await symlink('relative.md', path.join(root, 'twice.md'));
    await symlink('docs', path.join(root, 'folder'));
    for (const name of ['relative.md', 'absolute.md', 'twice.md', 'folder/a.md']) {
      assert.equal(await read(name), 'a', name);
    }
  });

  it('does not follow links out of the top, also not by a folder', async () => {
    await symlink('../outside.md', path.join(root, 'file.md'));
    await symlink('../elsewhere', path.join(root, 'folder'));
    await symlink('../root-2/c.md', path.join(root, 'similar.md'));
    for (const name of ['file.md', 'folder/b.md', 'similar.md']) {
      assert.equal(await read(name), `it is a link to a file outside ${root}`, name);
    }
  });

  it('goes by where the top really is', async () => {
    await symlink('root', path.join(folder, 'alias'));
    await symlink('docs/a.md', path.join(root, 'link.md'));
    const alias = path.join(folder, 'alias');
    const result = await readRegularFile(path.join(alias, 'link.md'), async () => ({ root: alias, prefix: '' }));
    assert.ok('bytes' in result);
  });

  it('follows links up to the top of the repository that the root is in, also where the root is a link', async () => {
    await symlink('root/docs', path.join(folder, 'alias'));
    await symlink('../b.md', path.join(root, 'docs', 'up.md'));
    await symlink('../../outside.md', path.join(root, 'docs', 'out.md'));
    await writeTree(root, { 'b.md': 'b' });
    for (const docs of [path.join(root, 'docs'), path.join(folder, 'alias')]) {
      const bounds = async () => ({ root: docs, prefix: 'docs/' });
      assert.ok('bytes' in (await readRegularFile(path.join(docs, 'up.md'), bounds)), docs);
      assert.deepEqual(await readRegularFile(path.join(docs, 'out.md'), bounds), {
        skipped: `it is a link to a file outside ${root}`,
      });
    }
  });

  it('follows a link anywhere where no bounds are given', async () => {
    await symlink('../outside.md', path.join(root, 'file.md'));
    assert.ok('bytes' in (await readRegularFile(path.join(root, 'file.md'))));
  });

  it('says why there is nothing to read', async () => {
    await mkdir(path.join(root, 'folder.md'));
    await symlink('nowhere.md', path.join(root, 'broken.md'));
    await symlink('circle.md', path.join(root, 'circle.md'));
    await writeTree(root, { 'large.md': 'a'.repeat(maxFileSize + 1) });
    assert.equal(await read('folder.md'), 'it is a folder');
    assert.equal(await read('gone.md'), 'it no longer exists');
    assert.equal(await read('docs/a.md/b.md'), 'it no longer exists');
    assert.equal(await read('bad\ufffd.md'), 'its name is not UTF-8, or it no longer exists');
    assert.equal(await read('broken.md'), 'it is a link to a file that does not exist');
    assert.equal(await read('circle.md'), 'it is a circular link');
    assert.equal(await read('large.md'), 'it is larger than 2 MB');
    assert.equal(await read(`${'n'.repeat(300)}.md`), 'its path is too long for this system');
  });

  if (process.platform !== 'win32') {
    it('does not open what is no file, and so never waits for it', async () => {
      execFileSync('mkfifo', [path.join(root, 'pipe.md')]);
      await symlink('pipe.md', path.join(root, 'to-pipe.md'));
      await symlink('/dev/zero', path.join(root, 'zero.md'));
      await symlink('/dev/tty', path.join(root, 'terminal.md'));
      const server = createServer().listen(path.join(root, 'socket.md'));
      try {
        assert.equal(await read('pipe.md'), 'it is a named pipe');
        assert.equal(await read('to-pipe.md'), 'it is a link to a named pipe');
        assert.equal(await read('zero.md'), 'it is a link to a device');
        assert.equal(await read('terminal.md'), 'it is a link to a device');
        assert.equal(await read('socket.md'), 'it is a socket');
      } finally {
        server.close();
      }
    });
  }

  it('ends at the size limit, whatever size the file tells', async () => {
    let given = 0;
    const endless = {
      read: async (buffer: Buffer, offset: number, length: number) => {
        buffer.fill('a', offset, offset + length);
        given += length;
        return { bytesRead: length, buffer };
      },
    };
    assert.deepEqual(await readAll(endless as unknown as Parameters<typeof readAll>[0]), {
      skipped: 'it is larger than 2 MB',
    });
    assert.equal(given, maxFileSize + 1);
  });

  it('takes a file of just the largest size', async () => {
    await writeTree(root, { 'largest.md': 'a'.repeat(maxFileSize) });
    assert.equal((await read('largest.md')).length, maxFileSize);
  });
});
