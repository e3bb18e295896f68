// Runs the integration tests in desktop VS Code, downloaded: npm run test:electron [-- NAME ...]
// A Linux machine without a display needs `xvfb-run -a` in front.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { selectConfigurations } from '../integration/configurations.ts';
import { runInDesktopCode } from './desktop-window.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

process.exitCode = await main(process.argv.slice(2));

/** Runs the configurations of these names on the oldest supported and the newest VS Code; resolves to the exit code. */
async function main(names: readonly string[]): Promise<number> {
  const selected = selectConfigurations(names);
  // test-electron always starts VS Code with --disable-workspace-trust.
  const configurations = selected.filter(({ restricted }) => !restricted);
  for (const { name } of selected.filter(({ restricted }) => restricted)) {
    console.log(`Not run here: "${name}", since test-electron trusts every workspace.`);
  }
  const versions = [await oldestVersion(), 'stable'];
  const totals = { passed: 0, failed: 0, broken: 0 };
  for (const version of versions) {
    try {
      const executable = await download(version);
      for (const configuration of configurations) {
        console.log(`\n${configuration.name} in VS Code ${version}`);
        try {
          const outcome = await runInDesktopCode({ root, executable, configuration });
          totals.passed += outcome.passed;
          totals.failed += outcome.failed;
        } catch (error) {
          totals.broken += 1;
          console.error(`✘ The window "${configuration.name}" failed: ${String(error)}`);
        }
      }
    } catch (error) {
      totals.broken += configurations.length;
      console.error(`✘ ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const { passed, failed, broken } = totals;
  const windows = configurations.length * versions.length;
  console.log(`\n${windows} windows: ${passed} tests passed, ${failed} failed, ${broken} windows broken`);
  return failed === 0 && broken === 0 && passed > 0 ? 0 : 1;
}

/** The oldest VS Code that the extension supports, such as `1.101.0`. */
async function oldestVersion(): Promise<string> {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { engines } = JSON.parse(text) as { engines: { vscode: string } };
  const version = /^\^(\d+\.\d+\.\d+)$/.exec(engines.vscode)?.[1];
  if (version === undefined) {
    throw new Error(`engines.vscode is "${engines.vscode}", and not of the form ^1.2.3.`);
  }
  return version;
}

/** Downloads a version of VS Code unless it is there; resolves to its executable. */
async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') });
  } catch (error) {
    throw new Error(`VS Code ${version} could not be downloaded: ${String(error)}`, { cause: error });
  }
}
