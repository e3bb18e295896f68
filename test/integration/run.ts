// Runs the integration tests in a real VS Code, one window after another: npm run test:integration [-- NAME ...]
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureCodeServer } from '../../scripts/vscode/install-code-server.ts';
import type { CodeServer } from '../../scripts/vscode/install-code-server.ts';
import { interruptedSignal } from '../../scripts/vscode/interrupted.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/workspaces.ts';
import type { Outcome } from './outcome.ts';
import { runTestsInWindow } from './code-server-window.ts';
import { selectConfigurations } from './configurations.ts';
import type { Configuration } from './configurations.ts';

/** Ends a run in which a window hangs; far more than a slow machine needs. */
const TIMEOUT_MS = 30 * 60_000;
const root = path.resolve(import.meta.dirname, '..', '..');

process.exitCode = await main();

/** Runs every configuration and prints the totals; resolves to the exit code. */
async function main(): Promise<number> {
  const configurations = selectConfigurations(process.argv.slice(2));
  const codeServer = await ensureCodeServer(root);
  const browser = await launchBrowser(root);
  const signal = AbortSignal.any([interruptedSignal(), AbortSignal.timeout(TIMEOUT_MS)]);
  const totals = { passed: 0, failed: 0, broken: 0 };
  try {
    for (const configuration of configurations) {
      try {
        signal.throwIfAborted();
        const outcome = await runConfiguration(codeServer, browser, configuration, signal);
        totals.passed += outcome.passed;
        totals.failed += outcome.failed;
      } catch (error) {
        totals.broken += 1;
        console.error(`✘ The window "${configuration.name}" failed: ${String(error)}`);
      }
    }
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
): Promise<Outcome> {
  const { name, settings, restricted } = configuration;
  console.log(`\n${name}`);
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
      return await runTestsInWindow({ browser, server, root, opened, signal, evidence });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await rm(workspace, { recursive: true, force: true });
  }
}
