import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

const bundle = path.resolve(import.meta.dirname, '..', '..', 'dist', 'extension.cjs');

/**
 * Stands in for any part of VS Code's API: may be called, constructed and read without end.
 * @param called is told of each call: the name, and what it was called with.
 */
function anything(called: (name: string, args: readonly unknown[]) => void, name = ''): unknown {
  return new Proxy(function stub() {}, {
    get: (_target, key) =>
      key === Symbol.toPrimitive
        ? () => ''
        : key === Symbol.iterator
          ? undefined
          : key === 'then'
            ? undefined
            : anything(called, String(key)),
    apply: (_target, _self, args: readonly unknown[]) => {
      called(name, args);
      return anything(called);
    },
    construct: () => ({ event: () => anything(called), dispose: () => undefined }),
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
  const asked = new Map<string, unknown[]>();
  const note = (name: string, [first]: readonly unknown[]): void => {
    asked.set(name, [...(asked.get(name) ?? []), first]);
  };

  before(() => {
    loader._load = (request, ...rest) => (request === 'vscode' ? anything(note) : load(request, ...rest));
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
          extensionUri: anything(note),
          workspaceState: anything(note),
          globalState: anything(note),
          globalStorageUri: anything(note),
          extension: anything(note),
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

  it('registers the tools for agents and what offers their server, each once', () => {
    const { contributes } = createRequire(import.meta.url)('../../package.json') as {
      readonly contributes: {
        readonly languageModelTools: ReadonlyArray<{ readonly name: string }>;
        readonly mcpServerDefinitionProviders: ReadonlyArray<{ readonly id: string }>;
      };
    };
    assert.deepEqual(
      asked.get('registerTool'),
      contributes.languageModelTools.map(({ name }) => name),
    );
    assert.deepEqual(
      asked.get('registerMcpServerDefinitionProvider'),
      contributes.mcpServerDefinitionProviders.map(({ id }) => id),
    );
  });

  /** Views that are registered when the workspace has what they show. */
  const loadedLater = new Set(['runbookLens.alerts', 'runbookLens.services']);

  it('registers the commands and views that package.json contributes, each once', () => {
    const { contributes } = createRequire(import.meta.url)('../../package.json') as {
      readonly contributes: {
        readonly commands: ReadonlyArray<{ readonly command: string }>;
        readonly views: { readonly runbookLens: ReadonlyArray<{ readonly id: string }> };
      };
    };
    assert.deepEqual(
      asked.get('registerCommand')?.toSorted(),
      contributes.commands.map(({ command }) => command).toSorted(),
    );
    // The view of alerts is shown, and registered, when rule files are found; see the integration tests of alerts.
    const views = contributes.views.runbookLens.map(({ id }) => id).filter((id) => !loadedLater.has(id));
    assert.deepEqual(asked.get('createTreeView')?.toSorted(), views.toSorted());
  });
});
