import assert from 'node:assert/strict';
import { foldersFollowing, type Follower } from '../../../../src/core/team/following.ts';

function documents(counts: Readonly<Record<string, readonly [alert: number, task: number]>>): Follower[] {
  return Object.entries(counts).flatMap(([folder, [alert, task]]) =>
    Array.from({ length: alert + task }, (_, index) => ({
      path: `${folder === '' ? '' : `${folder}/`}document-${index}.md`,
      follows: index < alert ? 'alert' : 'task',
    })),
  );
}

describe('the folders whose documents follow a template', () => {
  it('are those that have documents of that form, not their neighbours', () => {
    const all = documents({ 'ops/alerts/api': [4, 0], 'ops/alerts/web': [3, 0], 'ops/tasks': [0, 6] });
    assert.deepEqual(foldersFollowing('alert', all), ['ops/alerts']);
    assert.deepEqual(foldersFollowing('task', all), ['ops/tasks']);
    assert.deepEqual(foldersFollowing('other', all), []);
  });

  it('are the whole repository where four of five documents follow it', () => {
    assert.deepEqual(foldersFollowing('alert', documents({ '': [1, 0], alerts: [7, 0], tasks: [0, 2] })), ['']);
    assert.deepEqual(foldersFollowing('alert', documents({ '': [1, 0], alerts: [6, 0], tasks: [0, 2] })), ['alerts']);
  });

  it('leave out documents that stand among others', () => {
    assert.deepEqual(foldersFollowing('alert', documents({ '': [2, 3], mixed: [1, 1] })), []);
    assert.deepEqual(foldersFollowing('alert', []), []);
  });
});
