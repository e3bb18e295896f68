import assert from 'node:assert/strict';
import { fewClasses } from '../../fuzz/time/classes.ts';
import { leastTime } from '../../fuzz/time/measure.ts';
import { documentKinds, jobs } from '../../fuzz/time/work.ts';

// The long form is `npm run fuzz:time`, with all classes.

/** A text four times as long may take so many times as long; where time grows with the square it takes sixteen times. */
const mostTimes = 8;
/** What is read so quickly tells nothing about how time grows: milliseconds of CPU time. */
const floor = 5;
/** Lengths at which time is compared with that of a text four times as long. The next is tried where the one before seems too slow. */
const sizes = [800, 4000, 8000, 16_000];

describe('the time for a text', () => {
  it('grows no faster than the text, whatever it is made of', function () {
    this.timeout(300_000);
    const some = fewClasses().filter((_, index) => index % 2 === 0);
    const steep = some.filter((texts, index) => {
      const kind = documentKinds[index % 2] ?? 'runbook';
      const job = jobs[index % 5 === 0 ? 'fix' : 'check'];
      return sizes.every((size) => timesAsLong((length) => void job?.(texts.text(length), kind), size) > mostTimes);
    });
    assert.deepEqual(
      steep.map(({ name }) => name),
      [],
    );
  });

  it('grows no faster with the number of commands that delete something', function () {
    this.timeout(300_000);
    const commands = (length: number): string =>
      `# Full disk\n\n## Steps\n\n${'```sh\n$ rm -rf <!-- \n```\n\n'.repeat(length / 27)}`;
    const times = [16_000, 32_000].map((size) =>
      timesAsLong((length) => void jobs['check']?.(commands(length), 'runbook'), size),
    );
    assert.ok(Math.min(...times) < mostTimes, times.join());
  });

  it('is seen to grow with the square where it does', () => {
    const square = (text: string): void => {
      let sum = 0;
      for (let at = 0; at < text.length ** 2; at += 1) {
        sum += text.charCodeAt(at % 7);
      }
      assert.ok(sum > 0);
    };
    assert.ok(timesAsLong((size) => square('a'.repeat(size)), 2000) > mostTimes);
  });
});

/** How many times as long a text of four times the size takes; 0 where that is quick. */
function timesAsLong(run: (size: number) => void, size: number): number {
  if (leastTime(() => run(size * 4), 1) < floor) {
    return 0;
  }
  const short = leastTime(() => run(size), 3);
  return leastTime(() => run(size * 4), 2) / short;
}
