// Runs the UI tests on the packaged extension in a real VS Code: npm run test:ui [-- NAME ...]
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { ensureCodeServer } from '../../scripts/vscode/install-code-server.ts';
import { interruptedSignal, rejectOnAbort } from '../../scripts/vscode/interrupted.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Counts, lastResortMs, runMocha } from '../support/run-mocha.ts';
import { type Session, startSession } from './support/session.ts';

/** What every `test/ui/*.test.ts` exports as `default`: defines its tests, which open windows in the session. */
export type DefineTests = (session: Session) => void;

/** Ends a run that hangs; far more than a slow machine needs. */
const TIMEOUT_MS = 45 * 60_000;
const root = path.resolve(import.meta.dirname, '..', '..');

process.exitCode = await main(process.argv.slice(2));

/** Runs the test files of these names (all without names) and prints the totals; resolves to the exit code. */
async function main(names: readonly string[]): Promise<number> {
  const vsix = path.join(root, 'out', 'runbook-lens.vsix');
  if (!existsSync(vsix)) {
    throw new Error(`There is no ${vsix}; \`npm run test:ui\` packages it first.`);
  }
  const files = await testFiles(names);
  const screens = path.join(root, 'test-results', 'screens');
  await rm(screens, { recursive: true, force: true });
  const codeServer = await ensureCodeServer(root);
  const browser = await launchBrowser(root);
  const signal = AbortSignal.any([interruptedSignal(), AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const session = await startSession({ codeServer, browser, vsix, screens });
    try {
      const counts = await Promise.race([runFiles(files, session), rejectOnAbort(signal)]);
      console.log(`\nUI: ${counts.passed} tests passed, ${counts.failed} failed`);
      return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    } finally {
      await session.end();
    }
  } finally {
    await browser.close();
  }
}

/** The test files of these names, or all when there are no names. Throws when there is none. */
async function testFiles(names: readonly string[]): Promise<string[]> {
  const all = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.test.ts'));
  const files = all.filter((file) => names.length === 0 || names.includes(path.basename(file, '.test.ts')));
  if (files.length === 0) {
    throw new Error(`No such test: ${names.join(', ')}. There are ${all.join(', ')}.`);
  }
  return files.toSorted();
}

/**
 * Runs the files one after the other. One in which a test failed is run once more, in new windows, and says so: a real workbench on
 * a busy machine now and then drops a click. What fails twice has failed.
 */
async function runFiles(files: readonly string[], session: Session): Promise<Counts> {
  const total = { passed: 0, failed: 0 };
  for (const file of files) {
    let counts = await runMocha(await loadTests(file, session), console.log);
    if (counts.failed > 0) {
      console.log(`\n${file}: once more, since ${counts.failed} failed`);
      counts = await runMocha(await loadTests(file, session), console.log);
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}

/** Defines the tests of a file, with a screenshot after each that fails. */
async function loadTests(file: string, session: Session): Promise<Mocha> {
  const mocha = new Mocha({ ui: 'bdd', timeout: lastResortMs, reporter: Mocha.reporters.Base });
  // Makes `describe`, `it` and the like global.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await session.screenshots(this.currentTest.fullTitle().replaceAll(/[^a-z0-9]+/gi, '-'));
    }
  });
  const url = pathToFileURL(path.join(import.meta.dirname, file)).href;
  const { default: define } = (await import(url)) as { default: DefineTests };
  describe(path.basename(file, '.test.ts'), () => {
    define(session);
    after(() => session.closeWindows());
  });
  return mocha;
}
