// npm run fuzz:documents [-- FOLDER… --runs N --seed S]: documents of the sample, or of any folders, with changes that nobody would make on
// purpose, each read, checked, mended and mended again. Prints the seed and a short form of each that does not hold.
import { fork, type ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Outcome } from './child.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    limit: { type: 'string', default: '30' },
  },
});
const runs = Number(values.runs);
const first = Number(values.seed);

const faults = new Map<string, number>();
let failed = 0;
let child: ChildProcess | undefined;
for (let seed = first; seed < first + runs; seed += 1) {
  const outcome = (await ask(seed)) ?? { seed, reason: `no answer within ${values.limit} s`, text: '' };
  if ('reason' in outcome) {
    failed += 1;
    const known = faults.get(outcome.reason) ?? 0;
    faults.set(outcome.reason, known + 1);
    if (known < 3) {
      console.log(`seed ${seed}: ${outcome.reason}\n${JSON.stringify(outcome.text)}\n`);
    }
  }
}
child?.kill();
faults.forEach((count, reason) => console.log(`${count} × ${reason}`));
console.log(`${runs} documents from seed ${first}: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What became of one document; undefined when there is no answer within the limit. */
async function ask(seed: number): Promise<Outcome | undefined> {
  child ??= fork(new URL('./child.ts', import.meta.url), positionals);
  const asked = child;
  return new Promise((resolve) => {
    const end = (answer: Outcome | undefined): void => {
      clearTimeout(timer);
      asked.removeAllListeners();
      if (answer === undefined) {
        asked.kill('SIGKILL');
        child = undefined;
      }
      resolve(answer);
    };
    // The first document waits until all texts were read.
    const timer = setTimeout(() => end(undefined), Number(values.limit) * 1000);
    asked.once('message', (answer) => end(answer as Outcome));
    asked.once('exit', () => end(undefined));
    asked.send(seed);
  });
}
