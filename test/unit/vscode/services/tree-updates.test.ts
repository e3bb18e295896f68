import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { TreeView, TreeViewExpansionEvent, TreeViewVisibilityChangeEvent } from 'vscode';
import { TreeUpdates } from '../../../../src/vscode/services/tree-updates.ts';

describe('updates of a tree view', () => {
  let listeners: Array<(event: TreeViewVisibilityChangeEvent) => void>;
  let expansions: Array<(event: TreeViewExpansionEvent<unknown>) => void>;
  let updates: number;

  const start = (): TreeUpdates => {
    const view: Pick<TreeView<unknown>, 'onDidChangeVisibility' | 'onDidExpandElement'> = {
      onDidChangeVisibility: (listener: (event: TreeViewVisibilityChangeEvent) => void) => {
        listeners.push(listener);
        return { dispose: () => (listeners = listeners.filter((other) => other !== listener)) };
      },
      onDidExpandElement: (listener: (event: TreeViewExpansionEvent<unknown>) => void) => {
        expansions.push(listener);
        return { dispose: () => (expansions = expansions.filter((other) => other !== listener)) };
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
    expansions = [];
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

  it('wait while somebody opens a group', () => {
    const tree = start();
    const expand = (): void => expansions.forEach((listener) => listener({ element: undefined }));
    expand();
    mock.timers.tick(5000);
    assert.equal(updates, 0);
    changeVisibility(true);
    mock.timers.tick(2900);
    expand();
    mock.timers.tick(2900);
    assert.equal(updates, 0);
    mock.timers.tick(200);
    assert.equal(updates, 1);
    tree.schedule();
    mock.timers.tick(100);
    expand();
    mock.timers.tick(100);
    assert.equal(updates, 1);
    mock.timers.tick(100);
    assert.equal(updates, 2);
    tree.dispose();
  });

  it('end with it', () => {
    const tree = start();
    tree.schedule();
    tree.dispose();
    mock.timers.tick(5000);
    assert.equal(updates, 0);
    assert.deepEqual([listeners, expansions], [[], []]);
  });
});
