import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, link, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeWhole } from '../../../src/node/write-file.ts';
import { temporaryFolder } from '../../support/workspaces.ts';

const module = pathToFileURL(path.resolve('src/node/write-file.ts')).href;
const isWindows = process.platform === 'win32';
/** Nothing is read-only to root, who alone can give files away. */
const isRoot = process.getuid?.() === 0;

describe('the writing of a file', () => {
  let folder = '';
  let file = '';

  beforeEach(async () => {
    folder = await temporaryFolder('write-file');
    file = path.join(folder, 'a.md');
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  async function text(): Promise<string> {
    return readFile(file, 'utf8');
  }

  it('makes one, and replaces one, and leaves nothing beside it', async () => {
    assert.equal(await writeWhole(file, 'one'), undefined);
    assert.equal(await text(), 'one');
    assert.equal(await writeWhole(file, Buffer.from('zwö')), undefined);
    assert.equal(await text(), 'zwö');
    assert.deepEqual(await readdir(folder), ['a.md']);
  });

  it('never writes into the file that is there: who has it open goes on reading the old text', async () => {
    await writeFile(file, 'old');
    const before = await stat(file);
    await writeWhole(file, 'new');
    assert.notEqual((await stat(file)).ino, before.ino);
  });

  if (!isWindows) {
    it('keeps the mode, and gives a new one the usual mode', async () => {
      for (const mode of [0o600, 0o640, 0o755, 0o666]) {
        await writeFile(file, 'old');
        await chmod(file, mode);
        assert.equal(await writeWhole(file, 'new'), undefined);
        assert.equal((await stat(file)).mode & 0o7777, mode);
      }
      await rm(file);
      await writeWhole(file, 'new');
      assert.equal((await stat(file)).mode & 0o777, 0o666 & ~process.umask());
    });
  }

  if (isRoot) {
    it('keeps the owner where that is permitted', async () => {
      await writeFile(file, 'old');
      await chown(file, 1234, 5678);
      await chmod(file, 0o4755);
      await writeWhole(file, 'new');
      const { uid, gid, mode } = await stat(file);
      assert.deepEqual([uid, gid, mode & 0o7777], [1234, 5678, 0o4755]);
    });
  }

  it('refuses links and what is no file, and leaves them as they are', async () => {
    await mkdir(path.join(folder, 'folder'));
    await writeFile(path.join(folder, 'target'), 'old');
    await symlink('target', file);
    assert.match((await writeWhole(file, 'new')) ?? '', /^it is a link/);
    assert.equal(await text(), 'old');
    assert.equal(await writeWhole(path.join(folder, 'folder'), 'new'), 'it is a folder');
    await rm(file);
    await symlink('nowhere', file);
    assert.match((await writeWhole(file, 'new')) ?? '', /^it is a link/);
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.md', 'folder', 'target']);
  });

  it('says that there is no folder', async () => {
    assert.equal(await writeWhole(path.join(folder, 'no', 'a.md'), 'new'), 'its folder does not exist');
    assert.equal(await writeWhole(path.join(folder, 'n'.repeat(300)), 'x'), 'its path is too long for this system');
  });

  it('leaves a further name of the file with the old text', async () => {
    await writeFile(file, 'old');
    await link(file, path.join(folder, 'b.md'));
    await writeWhole(file, 'new');
    assert.equal(await readFile(path.join(folder, 'b.md'), 'utf8'), 'old');
  });

  if (!isWindows && !isRoot) {
    it('does not replace what may not be written to', async () => {
      await writeFile(file, 'old');
      await chmod(file, 0o444);
      assert.equal(await writeWhole(file, 'new'), 'write permission is missing for it or its folder');
      assert.equal(await text(), 'old');
    });
  }

  if (!isWindows) {
    it('leaves the old text and nothing beside it when the system refuses to write', async () => {
      await writeFile(file, 'old');
      // A process that may write files of a few blocks only: the error comes in the middle, as on a full disk.
      const script = `const { writeWhole } = await import(${JSON.stringify(module)});
        console.log(await writeWhole(${JSON.stringify(file)}, 'x'.repeat(100_000)));`;
      const { stdout } = spawnSync(
        'sh',
        ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, '--input-type=module', '--eval', script],
        {
          encoding: 'utf8',
        },
      );
      assert.equal(stdout, 'it would be larger than this system allows\n');
      assert.equal(await text(), 'old');
      assert.deepEqual(await readdir(folder), ['a.md']);
    });
  }

  it('leaves the old text or the new when the process is killed', async function () {
    this.timeout(60_000);
    const size = 300_000;
    await writeFile(file, 'a'.repeat(size));
    const script = `const { writeWhole } = await import(${JSON.stringify(module)});
      process.stdout.write('!');
      for (let round = 0; ; round += 1) await writeWhole(${JSON.stringify(file)}, 'ab'[round % 2].repeat(${size}));`;
    for (const delay of [0, 20]) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const found = await text();
      assert.equal(found.length, size);
      assert.ok(found === found.charAt(0).repeat(size));
    }
  });
});
