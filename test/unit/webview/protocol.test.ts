import assert from 'node:assert/strict';
import { fromPage } from '../../../src/webview/reading/protocol.ts';

describe('messages of the reading view', () => {
  it('are taken as they are meant', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'reset' },
      { type: 'command', action: 'send', line: 3 },
      { type: 'step', key: '1 Look', done: true, left: 2 },
      { type: 'link', href: 'a.md' },
    ]) {
      assert.deepEqual(fromPage({ ...message, more: 1 }), message);
    }
  });

  it('are nothing else', () => {
    for (const message of [
      undefined,
      null,
      1,
      'ready',
      {},
      { type: 'run' },
      { type: 'command', action: 'run', line: 3 },
      { type: 'command', action: 'send', line: '3' },
      { type: 'command', action: 'send', line: -1 },
      { type: 'command', action: 'send', line: 1.5 },
      { type: 'step', key: 1, done: true, left: 0 },
      { type: 'step', key: '1 Look', done: true },
      { type: 'step', key: '1 Look', done: true, left: -1 },
      { type: 'link', href: {} },
    ]) {
      assert.equal(fromPage(message), undefined);
    }
  });
});
