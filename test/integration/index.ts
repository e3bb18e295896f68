// Runs inside the extension host; code-server and @vscode/test-electron load it alike.
import { lastResortMs, runMocha } from '../support/run-mocha.ts';
import { formatOutcome, printLine } from './outcome.ts';
import { alertsTests } from './suites/alerts.ts';
import { benchTests } from './suites/bench.ts';
import { emptyTests } from './suites/empty.ts';
import { incidentsTests } from './suites/incidents.ts';
import { multiRootTests } from './suites/multi-root.ts';
import { noFolderTests } from './suites/no-folder.ts';
import { noGitTests } from './suites/no-git.ts';
import { restrictedTests } from './suites/restricted.ts';
import { singleTests } from './suites/single.ts';

/** Every suite by the name of its configuration; calling one defines its tests. */
const suites: Readonly<Record<string, () => void>> = {
  single: singleTests,
  'multi-root': multiRootTests,
  'no-git': noGitTests,
  empty: emptyTests,
  incidents: incidentsTests,
  alerts: alertsTests,
  bench: benchTests,
  'no-folder': noFolderTests,
  restricted: restrictedTests,
};

/**
 * Runs the suite that the environment variable RUNBOOK_LENS_SUITE names and prints how it went. Rejects when a test
 * fails, when no test ran and when there is no such suite.
 */
export async function run(): Promise<void> {
  const name = process.env['RUNBOOK_LENS_SUITE'] ?? '';
  const define = suites[name];
  if (define === undefined) {
    throw new Error(`RUNBOOK_LENS_SUITE is "${name}"; the suites are ${Object.keys(suites).join(', ')}.`);
  }
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: lastResortMs, reporter: Mocha.reporters.Base });
  // Makes `describe`, `it` and the like global.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  const counts = await runMocha(mocha, printLine);
  printLine(formatOutcome({ suite: name, ...counts }));
  if (counts.failed > 0) {
    throw new Error(`${counts.failed} of the tests of "${name}" failed.`);
  }
  if (counts.passed === 0) {
    throw new Error(`No test of "${name}" ran.`);
  }
}
