import assert from 'node:assert/strict';
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { History } from '../../../src/core/index.ts';
import { DiskStore } from '../../../src/node/disk-store.ts';
import { temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { recordingLogger } from '../support/quiet.ts';

function historyOf(files: readonly string[] | undefined): History {
  return {
    files: async () => files,
    problem: () => undefined,
    lastChanges: async () => new Map(),
    ignored: async () => new Set(),
    changedSince: async () => new Set(),
    people: async () => [],
    subjects: async () => [],
    author: async () => undefined,
    prefix: async () => '',
    gitFolder: async () => undefined,
    remotes: async () => [],
  };
}

const { signal } = new AbortController();

describe('the store of files on disk', () => {
  let root = '';
  const store = new DiskStore(historyOf(undefined), recordingLogger());

  beforeEach(async () => void (root = await temporaryFolder('disk-store')));
  afterEach(async () => rm(root, { recursive: true, force: true }));

  it('lists what git lists', async () => {
    await writeTree(root, { 'a.md': 'a' });
    assert.deepEqual(await new DiskStore(historyOf(['x.md']), recordingLogger()).list(root, signal), ['x.md']);
  });

  it('lists every file where git has nothing to say, but not those of dependencies', async () => {
    await writeTree(root, {
      'a.md': 'a',
      'deep/er/b c.md': 'b',
      'x.txt': 'x',
      'node_modules/d/README.md': 'd',
      'deep/node_modules/e.md': 'e',
      '.git/HEAD': 'h',
      '.github/f.md': 'f',
    });
    assert.deepEqual((await store.list(root, signal)).toSorted(), ['.github/f.md', 'a.md', 'deep/er/b c.md', 'x.txt']);
  });

  it('does not follow links, which may lead in circles', async () => {
    await writeTree(root, { 'docs/a.md': 'a' });
    await symlink(root, path.join(root, 'docs', 'loop'));
    await symlink('a.md', path.join(root, 'docs', 'b.md'));
    assert.deepEqual((await store.list(root, signal)).toSorted(), ['docs/a.md', 'docs/b.md']);
  });

  it('names files and links in a folder, and no folders', async () => {
    await writeTree(root, { 'docs/a.md': 'a', 'docs/deep/b.md': 'b' });
    await symlink('a.md', path.join(root, 'docs', 'c.md'));
    assert.deepEqual((await store.names(root, 'docs')).toSorted(), ['a.md', 'c.md']);
    assert.deepEqual(await store.names(root, 'nowhere'), []);
  });

  it('stops listing when it is cancelled', async () => {
    await writeTree(root, { 'a.md': 'a' });
    const controller = new AbortController();
    controller.abort();
    assert.deepEqual(await store.list(root, controller.signal), []);
  });

  it('rejects when the root cannot be listed', async () => {
    await assert.rejects(store.list(path.join(root, 'gone'), signal), /ENOENT/);
  });

  it('reads text without its byte order mark', async () => {
    await writeTree(root, { 'a.md': '\ufeff# é\r\n' });
    assert.deepEqual(await store.read(root, 'a.md'), { text: '# é\r\n' });
  });

  it('says why a file is not read', async () => {
    await writeTree(root, {
      'binary.md': new Uint8Array([0x23, 0, 1]),
      'latin.md': new Uint8Array([0x23, 0xe9, 0x0a]),
      'large.md': 'a'.repeat(2 * 1024 * 1024 + 1),
    });
    await mkdir(path.join(root, 'folder.md'));
    assert.deepEqual(await store.read(root, 'binary.md'), { skipped: 'it is binary' });
    assert.deepEqual(await store.read(root, 'latin.md'), { skipped: 'it is not UTF-8' });
    assert.deepEqual(await store.read(root, 'large.md'), { skipped: 'it is larger than 2 MB' });
    assert.deepEqual(await store.read(root, 'folder.md'), { skipped: 'it is a folder' });
    assert.deepEqual(await store.read(root, 'gone.md'), { skipped: 'it no longer exists' });
  });
});
