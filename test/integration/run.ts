// Runs the integration tests in a real VS Code, two windows at a time: npm run test:integration [-- NAME ...]
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureCodeServer, type CodeServer } from '../../scripts/vscode/install-code-server.ts';
import { interruptedSignal } from '../../scripts/vscode/interrupted.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/workspaces.ts';
import type { Outcome } from './outcome.ts';
import { runTestsInWindow } from './code-server-window.ts';
import { selectConfigurations, type Configuration } from './configurations.ts';

/** Ends a run in which a window hangs; far more than a slow machine needs. */
const TIMEOUT_MS = 30 * 60_000;
/** A window waits for the disk and for the browser most of the time, which another can use. */
const windowsAtATime = 2;
const root = path.resolve(import.meta.dirname, '..', '..');

process.exitCode = await main();

/** Runs every configuration and prints the totals; resolves to the exit code. */
async function main(): Promise<number> {
  const configurations = selectConfigurations(process.argv.slice(2));
  const codeServer = await ensureCodeServer(root);
  const browser = await launchBrowser(root);
  const signal = AbortSignal.any([interruptedSignal(), AbortSignal.timeout(TIMEOUT_MS)]);
  const totals = { passed: 0, failed: 0, broken: 0 };
  const waiting = [...configurations];
  /** Runs one window after another, as long as some wait. What one says is printed when it has ended. */
  const runSome = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const lines: string[] = [];
      try {
        signal.throwIfAborted();
        const run = (): Promise<Outcome> =>
          runConfiguration(codeServer, browser, next, signal, (line) => void lines.push(line));
        let outcome = await run();
        if (outcome.failed > 0) {
          // As in the UI tests: what fails twice, in a fresh window and folder, has failed.
          lines.push(`Once more, since ${outcome.failed} failed:`);
          outcome = await run();
        }
        totals.passed += outcome.passed;
        totals.failed += outcome.failed;
      } catch (error) {
        totals.broken += 1;
        lines.push(`✘ The window "${next.name}" failed: ${String(error)}`);
      }
      console.log(`\n${next.name}\n${lines.join('\n')}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: windowsAtATime }, runSome));
  } finally {
    await browser.close();
  }
  const { passed, failed, broken } = totals;
  console.log(`\n${configurations.length} windows: ${passed} tests passed, ${failed} failed, ${broken} windows broken`);
  return failed === 0 && broken === 0 ? 0 : 1;
}

/** Runs one configuration on a server and in folders of its own. */
async function runConfiguration(
  codeServer: CodeServer,
  browser: Browser,
  configuration: Configuration,
  signal: AbortSignal,
  print: (line: string) => void,
): Promise<Outcome> {
  const { name, settings, restricted } = configuration;
  const temporary = await temporaryFolder('server');
  const workspace = await temporaryFolder(name);
  try {
    const opened = await configuration.prepare(workspace);
    const server = await startServer({
      codeServer,
      userDataDir: path.join(temporary, 'user-data'),
      extensionsDir: path.join(temporary, 'extensions'),
      settings,
      smokeTestDriver: true,
      workspaceTrust: restricted,
      env: { RUNBOOK_LENS_SUITE: name, RUNBOOK_LENS_WORKSPACE: opened ?? '' },
    });
    try {
      const evidence = path.join(root, 'test-results', `integration-${name}`);
      return await runTestsInWindow({ browser, server, root, opened, signal, evidence, print });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await rm(workspace, { recursive: true, force: true });
  }
}
