import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog/catalog.ts';
import { load, type LoadRequest } from '../../../../src/core/catalog/load.ts';
import type { FileStore, ReadResult } from '../../../../src/core/ports.ts';
import { recordingLogger } from '../../support/quiet.ts';

/** A store of files that are given; a text stands for a file, an object for what reading it gives. */
function storeOf(files: Readonly<Record<string, string | ReadResult>>, onRead?: (path: string) => void): FileStore {
  return {
    list: async () => Object.keys(files),
    names: async () => [],
    read: async (_, path) => {
      onRead?.(path);
      const file = files[path] ?? { skipped: 'it no longer exists' };
      return typeof file === 'string' ? { text: file } : file;
    },
  };
}

function request(
  store: FileStore,
  more: Partial<LoadRequest> = {},
): LoadRequest & { readonly logger: ReturnType<typeof recordingLogger> } {
  const logger = recordingLogger();
  return {
    root: 'r',
    store,
    catalog: new Catalog(logger),
    isCandidate: () => true,
    uriOf: (path) => `file:${path}`,
    signal: new AbortController().signal,
    ...more,
    logger,
  };
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`runbooks/${index}.md`, `# ${index}`]));
}

describe('load', () => {
  it('reads every candidate into the catalog', async () => {
    const asked = request(storeOf({ ...many(70), 'notes.txt': 'x' }), { isCandidate: (path) => path.endsWith('.md') });
    const result = await load(asked);
    assert.equal(asked.catalog.documents().length, 70);
    assert.deepEqual([result.paths.length, result.indexed, result.skipped, result.cancelled], [70, 70, [], false]);
    assert.equal(asked.catalog.get('file:runbooks/3.md')?.root, 'r');
  });

  it('logs a file that cannot be read with its reason, and reads the rest', async () => {
    const asked = request(storeOf({ 'a.md': '# a', 'b.md': { skipped: 'it is binary' }, 'c.md': '# c' }));
    const result = await load(asked);
    assert.deepEqual(
      asked.catalog.documents().map(({ path }) => path),
      ['a.md', 'c.md'],
    );
    assert.deepEqual(result.skipped, [{ path: 'b.md', reason: 'it is binary' }]);
    assert.equal(result.indexed, 2);
    assert.deepEqual(asked.logger.messages, ['warn: Not indexed: b.md: it is binary']);
  });

  it('takes the text of an open editor rather than the file, which is not even read', async () => {
    const read: string[] = [];
    const asked = request(
      storeOf({ 'a.md': '# old', 'b.md': '# b' }, (path) => void read.push(path)),
      {
        textOf: (uri) => (uri === 'file:a.md' ? '# new' : undefined),
      },
    );
    await load(asked);
    assert.equal(asked.catalog.get('file:a.md')?.title, 'new');
    assert.deepEqual(read, ['b.md']);
  });

  it('takes an open text that is empty', async () => {
    const asked = request(storeOf({ 'a.md': '# old' }), { textOf: () => '' });
    await load(asked);
    assert.equal(asked.catalog.get('file:a.md')?.text, '');
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await load(request(storeOf(many(70)), { onProgress: (done, total) => void told.push(`${done}/${total}`) }));
    assert.deepEqual(told, ['32/70', '64/70', '70/70']);
  });

  it('stops when it is cancelled, and keeps what it has read', async () => {
    const controller = new AbortController();
    const asked = request(storeOf(many(70)), { signal: controller.signal, onProgress: () => controller.abort() });
    const result = await load(asked);
    assert.equal(result.cancelled, true);
    assert.equal(result.indexed, 32);
    assert.equal(asked.catalog.documents().length, 32);
  });

  it('leaves out a batch that was read when it was cancelled', async () => {
    const controller = new AbortController();
    const asked = request(
      storeOf(many(3), () => controller.abort()),
      { signal: controller.signal },
    );
    const result = await load(asked);
    assert.deepEqual([result.cancelled, result.indexed, asked.catalog.documents()], [true, 0, []]);
  });

  it('rejects when the root cannot be listed', async () => {
    const store: FileStore = {
      list: () => Promise.reject(new Error('no such folder')),
      names: async () => [],
      read: async () => ({ text: '' }),
    };
    await assert.rejects(load(request(store)), /no such folder/);
  });
});
