import { stripVTControlCharacters } from 'node:util';
import type Mocha from 'mocha';

/**
 * The limit of one test, in milliseconds. Everything that is waited for has a shorter limit of its own, which says what did not come; this one ends
 * what hangs in no such wait.
 */
export const lastResortMs = 5 * 60_000;

/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the tests that `mocha` holds and prints with `print` how they go. Resolves to the counts when they have
 * ended; a failing hook counts as a failed test. The Mocha must have a reporter that prints nothing.
 */
export function runMocha(mocha: Mocha, print: (text: string) => void): Promise<Counts> {
  return new Promise((resolve) => {
    // Mocha starts a moment later, so nothing is missed.
    const runner = mocha.run();
    let passed = 0;
    let failed = 0;
    let indent = '';
    runner.on('suite', (suite) => {
      if (!suite.root) {
        print(`${indent}${suite.title}`);
        indent += '  ';
      }
    });
    runner.on('suite end', () => {
      indent = indent.slice(2);
    });
    runner.on('pass', (test) => {
      passed += 1;
      print(`${indent}✔ ${test.title} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => print(`${indent}- ${test.title} (not run)`));
    runner.on('fail', (test, error: unknown) => {
      failed += 1;
      print(`${indent}✘ ${test.title}\n${describeError(error)}`);
    });
    runner.on('end', () => resolve({ passed, failed }));
  });
}

/** An error as a person reads it. */
function describeError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stripVTControlCharacters(text);
}
