import assert from 'node:assert/strict';
import { Breaks } from '../../../../src/core/util/breaks.ts';

/** Works without a break, in milliseconds. */
function work(milliseconds: number): void {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    // Nothing else is done.
  }
}

describe('breaks of a long computation', () => {
  it('let other work be done, which may end it', async () => {
    const cancel = new AbortController();
    const breaks = new Breaks(cancel.signal);
    setTimeout(() => cancel.abort(), 0);
    let parts = 0;
    await assert.rejects(
      async () => {
        for (; parts < 100; parts += 1) {
          work(5);
          await breaks.take();
        }
      },
      { name: 'AbortError' },
    );
    assert.ok(parts > 0 && parts < 20, `${parts}`);
  });

  it('cost nothing while the work is short, and end what is not wanted from the start', async () => {
    const breaks = new Breaks(new AbortController().signal);
    const start = performance.now();
    for (let part = 0; part < 20_000; part += 1) {
      await breaks.take();
    }
    assert.ok(performance.now() - start < 2000);
    await assert.rejects(new Breaks(AbortSignal.abort()).take(), { name: 'AbortError' });
  });
});
