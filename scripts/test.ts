// npm test: static checks and every suite that needs no download of VS Code. Continues after a failure, and ends with
// one line that counts all tests.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

interface Stage {
  readonly script: string;
  /** Returns the numbers of passed and failed tests in the output; absent for a script without tests. */
  readonly count?: (output: string) => { readonly passed: number; readonly failed: number } | undefined;
}

const stages: readonly Stage[] = [
  { script: 'check' },
  { script: 'test:unit', count: mochaCount },
  { script: 'test:packaging', count: mochaCount },
  { script: 'test:integration', count: ownCount },
  { script: 'test:ui', count: ownCount },
];

let passed = 0;
let failed = 0;
for (const { script, count } of stages) {
  const { output, code } = await run(script);
  const counts = count?.(output);
  passed += counts?.passed ?? 0;
  // A script failed as a whole if it fails without a failed test, or should have tests and counts none.
  const broken = (code !== 0 && (counts?.failed ?? 0) === 0) || (count !== undefined && (counts?.passed ?? 0) === 0);
  failed += (counts?.failed ?? 0) + (broken ? 1 : 0);
  if (broken) {
    console.log(`npm run ${script} failed.`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Runs an npm script. Its output is shown and returned. */
async function run(script: string): Promise<{ readonly output: string; readonly code: number | null }> {
  console.log(`\n> npm run ${script}`);
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      to.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  return { output: stripVTControlCharacters(output), code };
}

function mochaCount(output: string): { passed: number; failed: number } | undefined {
  const passing = /^\s*(\d+) passing/m.exec(output)?.[1];
  const failing = /^\s*(\d+) failing/m.exec(output)?.[1];
  return passing === undefined ? undefined : { passed: Number(passing), failed: Number(failing ?? 0) };
}

function ownCount(output: string): { passed: number; failed: number } | undefined {
  const line = /(\d+) tests passed, (\d+) failed(?:, (\d+) windows broken)?/.exec(output);
  return line === null ? undefined : { passed: Number(line[1]), failed: Number(line[2]) + Number(line[3] ?? 0) };
}
