import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { RememberedValues } from '../../../../../src/vscode/features/commands/remembered-values.ts';

/** Storage that holds anything, as VS Code's does. */
function storage(content: Record<string, unknown> = {}): Memento & { readonly content: Record<string, unknown> } {
  return {
    content,
    keys: () => Object.keys(content),
    get: (key: string, fallback?: unknown) => content[key] ?? fallback,
    update: (key: string, value: unknown) => {
      content[key] = value;
      return Promise.resolve();
    },
  } as Memento & { readonly content: Record<string, unknown> };
}

describe('remembered values', () => {
  it('are those of an incident, in all runbooks, and are forgotten with it', async () => {
    const state = storage();
    const values = new RememberedValues(state);
    await values.set('i1', 'a.md', new Map([['pod', 'web-1']]));
    await values.set('i1', 'b.md', new Map([['node', 'n2']]));
    await values.set('i2', 'a.md', new Map([['pod', 'db-1']]));
    const other = new RememberedValues(state);
    assert.deepEqual(
      [other.get('i1', 'c.md', 'pod'), other.get('i1', 'c.md', 'node'), other.get('i2', 'c.md', 'pod')],
      ['web-1', 'n2', 'db-1'],
    );
    await other.keepOnly(() => ['i2']);
    assert.deepEqual([values.get('i1', 'a.md', 'pod'), values.get('i2', 'a.md', 'pod')], [undefined, 'db-1']);
    await other.keepOnly(() => []);
    assert.deepEqual(state.content, { 'runbookLens.values': undefined });
  });

  it('of general names belong to one runbook', async () => {
    const values = new RememberedValues(storage());
    await values.set('i1', 'a.md', new Map([['name', 'web']]));
    assert.deepEqual([values.get('i1', 'a.md', 'name'), values.get('i1', 'b.md', 'name')], ['web', undefined]);
  });

  it('without an incident are not stored', async () => {
    const state = storage();
    const values = new RememberedValues(state);
    await values.set(undefined, 'a.md', new Map([['pod', 'web-1']]));
    assert.deepEqual(state.content, {});
    assert.deepEqual(
      [values.get(undefined, 'a.md', 'pod'), values.get(undefined, 'b.md', 'pod'), values.get('i1', 'a.md', 'pod')],
      ['web-1', undefined, undefined],
    );
  });

  it('survive storage that holds something else', () => {
    for (const broken of [1, 'x', null, [], { i1: 'x' }, { i1: { pod: 1 } }]) {
      const values = new RememberedValues(storage({ 'runbookLens.values': broken }));
      assert.equal(values.get('i1', 'a.md', 'pod'), undefined);
      assert.equal(values.get('__proto__', 'a.md', 'constructor'), undefined);
    }
  });
});
