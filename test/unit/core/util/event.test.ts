import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/util/event.ts';

describe('an emitter', () => {
  it('tells all of its listeners, and none any more after dispose', () => {
    const emitter = new Emitter<number>(() => undefined);
    const heard: string[] = [];
    const first = emitter.on((event) => void heard.push(`a${event}`));
    emitter.on((event) => void heard.push(`b${event}`));
    emitter.fire(1);
    first.dispose();
    first.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ['a1', 'b1', 'b2']);
  });

  it('tells a listener that was added twice twice', () => {
    const emitter = new Emitter<number>(() => undefined);
    let count = 0;
    const listener = (): void => void (count += 1);
    emitter.on(listener).dispose();
    emitter.on(listener);
    emitter.on(listener);
    emitter.fire(1);
    assert.equal(count, 2);
  });

  it('tells the others when one throws, and hands over the error', () => {
    const errors: unknown[] = [];
    const emitter = new Emitter<number>((error) => void errors.push(error));
    const failure = new Error('a listener failed');
    let heard = false;
    emitter.on(() => {
      throw failure;
    });
    emitter.on(() => void (heard = true));
    emitter.fire(1);
    assert.ok(heard);
    assert.deepEqual(errors, [failure]);
  });

  it('does not stumble over a listener that leaves or joins meanwhile', () => {
    const emitter = new Emitter<number>((error) => assert.fail(String(error)));
    let late = 0;
    const own = emitter.on(() => {
      own.dispose();
      emitter.on(() => void (late += 1));
    });
    emitter.fire(1);
    assert.equal(late, 0);
    emitter.fire(2);
    assert.equal(late, 1);
  });
});
