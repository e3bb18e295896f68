// npm run fuzz:documents [-- FOLDER… --runs N --seed S]: documents of the sample, or of any folders, with changes that nobody would make on
// purpose, each read, checked, mended and mended again. Prints the seed and a short form of each that does not hold.
import { parseArgs } from 'node:util';
import { AskedProcess } from '../asked-process.ts';
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
const child = new AskedProcess<number, Outcome>(
  new URL('./child.ts', import.meta.url),
  Number(values.limit) * 1000,
  positionals,
);
for (let seed = first; seed < first + runs; seed += 1) {
  const outcome = (await child.ask(seed)) ?? { seed, reason: `no answer within ${values.limit} s`, text: '' };
  if ('reason' in outcome) {
    failed += 1;
    const known = faults.get(outcome.reason) ?? 0;
    faults.set(outcome.reason, known + 1);
    if (known < 3) {
      console.log(`seed ${seed}: ${outcome.reason}\n${JSON.stringify(outcome.text)}\n`);
    }
  }
}
child.end();
faults.forEach((count, reason) => console.log(`${count} × ${reason}`));
console.log(`${runs} documents from seed ${first}: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
