import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TreeView, TreeViewVisibilityChangeEvent } from 'vscode';
import { TreeUpdates } from '../../../../src/vscode/services/tree-updates.ts';

describe('updates of a tree view', () => {
  let listeners: Array<(event: TreeViewVisibilityChangeEvent) => void>;
  let updates: number;

  const start = (): TreeUpdates => {
    const view: Pick<TreeView<unknown>, 'onDidChangeVisibility'> = {
      onDidChangeVisibility: (listener: (event: TreeViewVisibilityChangeEvent) => void) => {
        listeners.push(listener);
        return { dispose: () => (listeners = listeners.filter((other) => other !== listener)) };
      },
    };
    return new TreeUpdates(view, () => updates++);
  };

  const changeVisibility = (visible: boolean): void => {
    for (const listener of listeners) {
      listener({ visible });
    }
  };

  beforeEach(() => {
    listeners = [];
    updates = 0;
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  });

  afterEach(() => mock.timers.reset());

  it('are one for changes that follow each other', () => {
    const tree = start();
    tree.schedule();
    tree.schedule();
    assert.ok(tree.waiting);
    mock.timers.tick(1000);
    assert.equal(updates, 1);
    assert.ok(!tree.waiting);
    tree.dispose();
  });

  it('come once more after the view was opened, and not after it was closed', () => {
    const tree = start();
    changeVisibility(true);
    mock.timers.tick(5000);
    assert.equal(updates, 1);
    changeVisibility(false);
    mock.timers.tick(5000);
    assert.equal(updates, 1);
    tree.dispose();
  });

  it('end with it', () => {
    const tree = start();
    tree.schedule();
    tree.dispose();
    mock.timers.tick(5000);
    assert.equal(updates, 0);
    assert.deepEqual(listeners, []);
  });
});
