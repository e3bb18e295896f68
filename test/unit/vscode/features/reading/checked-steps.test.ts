import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { CheckedSteps } from '../../../../../src/vscode/features/reading/checked-steps.ts';

function storage(content: Record<string, unknown> = {}): Memento {
  return {
    keys: () => Object.keys(content),
    get: (key: string, fallback?: unknown) => content[key] ?? fallback,
    update: (key: string, value: unknown) => {
      content[key] = value;
      return Promise.resolve();
    },
  } as Memento;
}

describe('checked steps', () => {
  it('are those of a document in an incident, and are forgotten with it', async () => {
    const steps = new CheckedSteps(storage());
    await steps.set('i1', 'a.md', ['1 Look']);
    await steps.set('', 'a.md', ['1 Ask']);
    assert.deepEqual(
      [steps.of('i1', 'a.md'), steps.of('i1', 'b.md'), steps.of('', 'a.md')],
      [['1 Look'], [], ['1 Ask']],
    );
    await steps.keepOnly(() => []);
    assert.deepEqual([steps.of('i1', 'a.md'), steps.of('', 'a.md')], [[], ['1 Ask']]);
  });

  it('survive storage that holds something else', () => {
    for (const broken of [1, 'x', null, { i1: 1 }, { i1: { 'a.md': 'x' } }]) {
      assert.deepEqual(new CheckedSteps(storage({ 'runbookLens.steps': broken })).of('i1', 'a.md'), []);
    }
  });
});
