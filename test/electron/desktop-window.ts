import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { QUIET_SETTINGS } from '../../scripts/vscode/quiet-settings.ts';
import type { Configuration } from '../integration/configurations.ts';
import { type Outcome, parseLine, parseOutcome } from '../integration/outcome.ts';
import { temporaryFolder } from '../support/workspaces.ts';

/** What one window of tests needs. */
export interface DesktopOptions {
  /** The project, which is the extension under development. */
  readonly root: string;
  /** The executable of VS Code. */
  readonly executable: string;
  readonly configuration: Configuration;
}

/**
 * Runs `out/test/integration.cjs` in a window of desktop VS Code with folders of its own and prints what VS Code
 * prints. Resolves to the outcome the tests report, which may hold failures. Rejects when no test ran and when the
 * tests end without an outcome or otherwise than it says.
 */
export async function runInDesktopCode(options: DesktopOptions): Promise<Outcome> {
  const { name } = options.configuration;
  // Short names: a socket in the user data folder may have 103 characters on macOS.
  const temporary = await temporaryFolder('e');
  const workspace = await temporaryFolder(name);
  try {
    const { code, outcome } = await runWindow(options, temporary, workspace);
    if (outcome === undefined) {
      throw new Error(`VS Code ended with ${code} and without an outcome of the tests.`);
    }
    if (outcome.passed + outcome.failed === 0) {
      throw new Error('No test ran.');
    }
    if ((code === 'success') !== (outcome.failed === 0)) {
      throw new Error(`VS Code ended with ${code}, which the outcome of the tests does not explain.`);
    }
    return outcome;
  } finally {
    // Windows frees the files of a program a little after its end.
    const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 };
    await rm(temporary, removal);
    await rm(workspace, removal);
  }
}

/** Starts VS Code and waits for its end; `code` says how it ended. */
async function runWindow(
  options: DesktopOptions,
  temporary: string,
  workspace: string,
): Promise<{ code: string; outcome: Outcome | undefined }> {
  const { configuration, executable, root } = options;
  const userDataDir = path.join(temporary, 'u');
  await mkdir(path.join(userDataDir, 'User'), { recursive: true });
  await writeFile(
    path.join(userDataDir, 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...configuration.settings }),
  );
  const opened = await configuration.prepare(workspace);
  const printed = new PassThrough();
  const outcome = readOutcome(printed);
  const run = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out', 'test', 'integration.cjs'),
    extensionTestsEnv: {
      RUNBOOK_LENS_SUITE: configuration.name,
      RUNBOOK_LENS_WORKSPACE: opened ?? '',
      // Set in a terminal of VS Code, and would make the new VS Code a plain Node.
      ELECTRON_RUN_AS_NODE: undefined,
    },
    launchArgs: [
      ...(opened === undefined ? [] : [opened]),
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${path.join(temporary, 'x')}`,
      '--disable-extensions',
    ],
    stdout: printed,
  });
  const code = await run.then(
    () => 'success',
    (error: unknown) => String(error),
  );
  printed.end();
  return { code, outcome: await outcome };
}

/** Prints the lines of a stream and resolves at its end to the outcome of the tests that is among them. */
async function readOutcome(stream: PassThrough): Promise<Outcome | undefined> {
  let outcome: Outcome | undefined;
  for await (const line of createInterface({ input: stream })) {
    const own = parseLine(line);
    outcome ??= own === undefined ? undefined : parseOutcome(own);
    console.log(own ?? line);
  }
  return outcome;
}
