import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { Readiness } from '../../../../src/vscode/services/readiness.ts';

function memento(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  } as Memento;
}

describe('readiness', () => {
  it('is kept for each runbook, until its text changes or it is taken back', async () => {
    const state = memento();
    await new Readiness(state).setRead('file:///a.md', '# A\n', '2026-05-04');
    const readiness = new Readiness(state);
    assert.equal(readiness.readOn('file:///a.md'), '2026-05-04');
    assert.equal(readiness.isCurrent('file:///a.md', '# A\n'), true);
    assert.equal(readiness.isCurrent('file:///a.md', '# A!\n'), false);
    assert.equal(readiness.isCurrent('file:///b.md', '# A\n'), false);
    await readiness.setUnread('file:///a.md');
    assert.equal(readiness.readOn('file:///a.md'), undefined);
  });

  it('has the drills of each service, latest first', async () => {
    const readiness = new Readiness(memento());
    await readiness.addDrill('file:///w', 'pay', { date: '2026-01-02', title: 'One' });
    await readiness.addDrill('file:///w', 'pay', { date: '2026-03-04', title: 'Two' });
    await readiness.addDrill('file:///w', 'mail', { date: '2026-03-05', title: 'Three' });
    assert.deepEqual(
      readiness.drillsOf('file:///w', 'pay').map(({ title }) => title),
      ['Two', 'One'],
    );
    assert.deepEqual(readiness.drillsOf('file:///w', 'ship'), []);
  });
});
