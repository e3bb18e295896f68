import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

const bundle = path.resolve(import.meta.dirname, '..', '..', 'dist', 'extension.cjs');

/** Stands in for any part of VS Code's API: may be called, constructed and read without end. */
function anything(): unknown {
  return new Proxy(function stub() {}, {
    get: (_target, key) =>
      key === Symbol.toPrimitive
        ? () => ''
        : key === Symbol.iterator
          ? undefined
          : key === 'then'
            ? undefined
            : anything(),
    apply: () => anything(),
    construct: () => ({ event: () => anything(), dispose: () => undefined }),
  });
}

/** Replaces every function of a module by one that notes its name; gives back how to undo that. */
function watch(module: object, name: string, calls: string[]): () => void {
  const target = module as Record<string, unknown>;
  const originals = Object.entries(target).filter(
    ([, value]) => typeof value === 'function' && !/^[A-Z]/.test(value.name),
  );
  for (const [key, original] of originals) {
    target[key] = (...args: unknown[]): unknown => {
      calls.push(`${name}.${key}`);
      return (original as (...given: unknown[]) => unknown)(...args);
    };
  }
  return () => originals.forEach(([key, original]) => (target[key] = original));
}

describe('activation of the bundled extension', () => {
  type Loader = { _load(request: string, ...rest: unknown[]): unknown };
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(loader);
  let undo: ReadonlyArray<() => void> = [];
  const calls: string[] = [];

  before(() => {
    loader._load = (request, ...rest) => (request === 'vscode' ? anything() : load(request, ...rest));
  });

  after(() => {
    loader._load = load;
    undo.forEach((restore) => restore());
  });

  it('touches no file and starts no process before it returns', () => {
    const extension = createRequire(import.meta.url)(bundle) as { activate(context: unknown): unknown };
    undo = [
      watch(fs, 'fs', calls),
      watch(fs.promises, 'fs.promises', calls),
      watch(childProcess, 'child_process', calls),
    ];
    fs.existsSync(bundle);
    assert.deepEqual(calls.splice(0), ['fs.existsSync'], 'the watch notices calls');
    const subscriptions: unknown[] = [];
    const later: unknown[] = [];
    // What is put off begins after the return, with VS Code's real API; here it is only counted.
    const { setTimeout } = globalThis;
    globalThis.setTimeout = ((job: unknown) => later.push(job)) as unknown as typeof setTimeout;
    try {
      const start = performance.now();
      assert.ok(
        extension.activate({
          subscriptions,
          extensionUri: anything(),
          workspaceState: anything(),
          globalState: anything(),
          extension: anything(),
        }),
      );
      console.log(`      activate returned after ${(performance.now() - start).toFixed(1)} ms`);
    } finally {
      globalThis.setTimeout = setTimeout;
    }
    assert.deepEqual(calls, []);
    assert.equal(later.length, 1, 'indexing is put off');
    assert.ok(subscriptions.length > 5);
  });
});
