// npm run fuzz:time [-- PART OF A CLASS'S NAME] [--more] [--all] [--sizes 25000,50000,100000] [--limit SECONDS]: fits how the CPU time of
// check, fix and editing grows with texts of some five hundred classes (`--more`: more than a thousand; `--all`: all, which takes days;
// `--screen`: only what looks suspicious at small sizes). Fails where it grows faster than the text, or takes too long.
import { parseArgs } from 'node:util';
import { chosenClasses, everyClass, fewClasses, structureClasses } from './classes.ts';
import { AskedProcess } from '../asked-process.ts';
import type { Order } from './child.ts';
import { exponentOf, per100KB, type Measured } from './measure.ts';
import { documentKinds } from './work.ts';

const mostExponent = 1.15;
const mostMsPer100KB = 1000;
/** Below this at the largest size an exponent says more about the machine than about the code. */
const floorMs = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    more: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    structures: { type: 'boolean', default: false },
    screen: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '25000,50000,100000' },
    limit: { type: 'string', default: '300' },
    worst: { type: 'string', default: '40' },
    skip: { type: 'string', default: '0' },
  },
});
const sizes = values.sizes.split(',').map(Number);

interface Result extends Measured {
  readonly name: string;
  readonly kind: string;
}

const results: Result[] = [];
const hanging: string[] = [];
const child = new AskedProcess<Order, Measured[]>(new URL('./child.ts', import.meta.url), Number(values.limit) * 1000);
const all = values.all ? everyClass() : values.more ? chosenClasses() : fewClasses();
const wanted = (values.structures ? structureClasses() : all)
  .filter(({ name }) => positionals.every((part) => name.includes(part)))
  .slice(Number(values.skip));
for (const { name } of wanted) {
  for (const kind of documentKinds) {
    const quick = values.screen ? await child.ask({ name, kind, sizes: [3000, 20_000], runs: 2 }) : undefined;
    const suspect = quick === undefined || quick.some((each) => exponentOf(each) > 1.1 && (each.times[1] ?? 0) > 3);
    const found = suspect ? await child.ask({ name, kind, sizes, runs: 2 }) : quick;
    let measured = (found ?? []).map((each): Result => ({ ...each, name, kind }));
    if (measured.some(isBad)) {
      // Another program may have been in the way, or memory that was enough for the shortest text alone: longer texts tell.
      const again = await child.ask({ name, kind, sizes: sizes.map((size) => size * 2), runs: 4 });
      measured = (again ?? []).map((each): Result => ({ ...each, name, kind }));
      hanging.push(...(again === undefined ? [`${name} (${kind})`] : []));
    }
    results.push(...measured);
    measured.filter(isBad).forEach((each) => console.log(lineOf(each)));
    if (found === undefined) {
      hanging.push(`${name} (${kind})`);
      console.log(`! no answer within ${values.limit} s, ${kind}: ${name}`);
    }
  }
}
child.end();

const bad = results.filter(isBad);
table(
  'Steepest',
  results.filter(counts).toSorted((a, b) => exponentOf(b) - exponentOf(a)),
);
table(
  'Slowest',
  results.toSorted((a, b) => per100KB(b) - per100KB(a)),
);
console.log(
  `${wanted.length} classes, ${documentKinds.length} kinds, sizes ${values.sizes}: ${bad.length} measurements with an exponent above ${mostExponent} or more than ${mostMsPer100KB} ms per 100 KB, ${hanging.length} that hang`,
);
process.exitCode = bad.length + hanging.length > 0 || wanted.length === 0 ? 1 : 0;

function counts({ times }: Measured): boolean {
  return (times.at(-1) ?? 0) > floorMs;
}

function isBad(measured: Measured): boolean {
  return (counts(measured) && exponentOf(measured) > mostExponent) || per100KB(measured) > mostMsPer100KB;
}

function table(title: string, rows: readonly Result[]): void {
  console.log(`\n${title}:`);
  rows.slice(0, Number(values.worst)).forEach((each) => console.log(lineOf(each)));
}

function lineOf(result: Result): string {
  const { times, job, kind, name } = result;
  const figures = `${exponentOf(result).toFixed(2)}  ${per100KB(result).toFixed(0).padStart(6)} ms/100KB`;
  return `${isBad(result) ? '!' : ' '} ${figures}  ${times
    .map((time) => time.toFixed(0))
    .join('/')
    .padEnd(14)} ${job} ${kind}: ${name}`;
}
