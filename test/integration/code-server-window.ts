import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Opened, remoteFile, windowAddress } from '../../scripts/vscode/address.ts';
import { rejectOnAbort } from '../../scripts/vscode/interrupted.ts';
import type { Server } from '../../scripts/vscode/server.ts';
import { type Outcome, parseLine, parseOutcome } from './outcome.ts';

/** What one window of tests needs. */
export interface WindowOptions {
  readonly browser: Browser;
  readonly server: Server;
  /** The project, which is the extension under development. */
  readonly root: string;
  readonly opened: Opened;
  /** Ends the wait for tests that do not end. */
  readonly signal: AbortSignal;
  /** Where a screenshot (`.png`) and VS Code's log (`.log`) go when something fails; a path without extension. */
  readonly evidence: string;
  /** Is given each line that the tests print. */
  readonly print: (line: string) => void;
}

/** What the tests and VS Code printed so far. */
interface Printed {
  outcome: Outcome | undefined;
  readonly log: string[];
}

/**
 * Runs `out/test/integration.cjs` in the extension host of a new window. Resolves to
 * the outcome they report, which may hold failures. Rejects when no test ran, when they end without an outcome or
 * otherwise than it says, and when they have not ended when the signal aborts.
 */
export async function runTestsInWindow(options: WindowOptions): Promise<Outcome> {
  const context = await options.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const printed: Printed = { outcome: undefined, log: [] };
  try {
    const code = await exitCode(page, options, printed);
    const { outcome } = printed;
    if (outcome === undefined) {
      throw new Error(`The tests ended with exit code ${code} and without an outcome.`);
    }
    if (outcome.passed + outcome.failed === 0) {
      throw new Error('No test ran.');
    }
    if ((code === 0) !== (outcome.failed === 0)) {
      throw new Error(`The tests ended with exit code ${code}, which their outcome does not explain.`);
    }
    if (code !== 0) {
      await saveEvidence(page, options, printed.log);
    }
    return outcome;
  } catch (error) {
    await saveEvidence(page, options, printed.log);
    throw error;
  } finally {
    await context.close();
  }
}

/** Opens the window in `page` and waits for the exit code of the tests. */
async function exitCode(page: Page, options: WindowOptions, printed: Printed): Promise<number> {
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const text = args.join(' ');
    const line = parseLine(text);
    printed.log.push(`${type}: ${text}`);
    printed.outcome ??= parseOutcome(line ?? '');
    if (line !== undefined && parseOutcome(line) === undefined) {
      options.print(line);
    }
  });
  const exit = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Error('The page crashed.')));
  });
  const { url } = options.server;
  const tests = path.join(options.root, 'out', 'test', 'integration.cjs');
  const address = windowAddress(url, options.opened, [
    ['extensionDevelopmentPath', remoteFile(url, options.root)],
    ['extensionTestsPath', remoteFile(url, tests)],
  ]);
  const opened = page.goto(address).then(() => exit);
  return Promise.race([opened, exit, rejectOnAbort(options.signal)]);
}

/** Saves what helps to find out why a window failed. */
async function saveEvidence(page: Page, { evidence, print }: WindowOptions, log: readonly string[]): Promise<void> {
  await mkdir(path.dirname(evidence), { recursive: true });
  await writeFile(`${evidence}.log`, `${log.join('\n')}\n`);
  try {
    await page.screenshot({ path: `${evidence}.png`, timeout: 5000 });
  } catch (error) {
    print(`No screenshot: ${String(error)}`);
  }
  print(`See ${evidence}.log and .png`);
}
