import {
  allRules,
  candidateTest,
  Catalog,
  listDocuments,
  loadAlerts,
  matchBaseline,
  UserError,
  type FileStore,
  type LinkState,
  type Logger,
  type Team,
} from '../core/index.ts';
import { DiskStore } from '../node/disk-store.ts';
import { GitHistory } from '../node/git-history.ts';
import { topOf } from '../node/read-file.ts';
import { commonOptions, globOptions, oneOf, parseOptions, refuseEmpty } from './arguments.ts';
import { readBaseline } from './baseline-file.ts';
import { alertsLocated } from './check-alerts.ts';
import { formatNames, formatsWithNotes, written } from './formats/formats.ts';
import { jsonText } from './formats/json-text.ts';
import { folderNamed, indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import type { Report } from './report.ts';
import { readRuleFiles, surveyRuleFiles } from './rule-files.ts';

/** `runbook-lens alerts`. */
export async function runAlerts(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('alerts', io);
  }
  const { alertReport } = await loadAlerts();
  const folder = await folderNamed(options.path, io);
  const logger: Logger = { info: () => undefined, warn: io.note, error: (message) => io.note(message) };
  const history = new GitHistory(logger);
  const store = new DiskStore(history, logger);
  // Links count from the top of the repository, wherever the rule files are.
  const prefix = options.repositories.length > 0 ? '' : await history.prefix(folder);
  const top = await topOf({ root: folder, prefix });
  const known =
    options.baseline === undefined ? [] : await readBaseline({ file: options.baseline, cwd: io.cwd, top }, false);
  const team = await teamAt(top, store, logger);
  const isIncluded = candidateTest(options);
  const files = await readRuleFiles({ root: folder, prefix }, store, {
    isWanted: (path) => path.startsWith(prefix) && isIncluded(path.slice(prefix.length)) && !team.excludes(path),
  });
  const survey = await surveyRuleFiles(files, store, { ...options, team });
  const { state, minCoverage } = options;
  const catalog = options.runbooks ? (await indexFolder({ ...options, history: false }, io)).catalog : undefined;
  const runbooks = catalog?.documents('runbook').map(({ path }) => `${prefix}${path}`);
  const { rows, lines, notes: own, lacking } = alertReport(survey, { state, minCoverage, runbooks });
  const notes = [...[...files.skipped].map(([path, reason]) => `Not read: ${path}: ${reason}.`), ...own];
  const all = runbooks === undefined ? await alertsLocated(survey, files, prefix, team) : [];
  const { fresh } = matchBaseline(known, all, () => false);
  const findings = fresh.filter(({ of }) => state === undefined || of.resolution.state === state);
  if (!formatsWithNotes.has(options.format) || options.format === 'text') {
    notes.forEach(io.note);
  }
  if (options.format === 'json') {
    io.raw(jsonText(rows));
  } else if (options.format === 'text') {
    lines.forEach(io.line);
  } else {
    const report: Report = {
      files: [...new Set(survey.alerts.map(({ path }) => path))].toSorted(),
      rules: allRules,
      findings,
      failOn: 'warning',
      notes: notes.slice(0, -1),
      summary: notes.at(-1) ?? '',
    };
    const text = await written(report, options.format);
    io.raw(text);
  }
  return lacking || findings.some(({ rule }) => rule === 'alert-runbook-dead') ? exitCode.findings : exitCode.clean;
}

/** The team of a repository. @param top the repository's. */
async function teamAt(top: string, store: FileStore, logger: Logger): Promise<Team> {
  const catalog = new Catalog(logger);
  const { signal } = new AbortController();
  await listDocuments({ root: top, store, catalog, logger, signal, isCandidate: () => false, uriOf: (path) => path });
  return catalog.team(top);
}

const states = [
  'none',
  'resolved',
  'dead',
  'anchor-missing',
  'outside',
  'pattern',
] as const satisfies readonly LinkState[];

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('alerts', args, {
    ...commonOptions,
    repository: { type: 'string', multiple: true },
    state: { type: 'string' },
    key: { type: 'string', multiple: true },
    runbooks: { type: 'boolean' },
    'min-coverage': { type: 'string' },
    baseline: { type: 'string' },
  });
  refuseEmpty('--baseline', values.baseline, 'a file');
  if (positionals.length > 1) {
    throw new UserError(`alerts accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  const refused = values.repository?.find((name) => !/^[^\s/]+(?:\/[^\s/]+)+$/.test(name));
  if (refused !== undefined) {
    throw new UserError(`--repository needs OWNER/NAME, not "${refused}".`);
  }
  const format = oneOf('format', values.format, formatNames);
  if (values.runbooks === true && format !== 'text' && format !== 'json') {
    throw new UserError(`--runbooks has no format ${format}. Use text or json.`);
  }
  const least = values['min-coverage'];
  const minCoverage = least === undefined ? undefined : Number(least);
  if (minCoverage !== undefined && !(least?.trim() !== '' && minCoverage >= 0 && minCoverage <= 100)) {
    throw new UserError(`--min-coverage needs a number from 0 to 100, not "${least}".`);
  }
  return {
    path: positionals[0],
    repositories: values.repository ?? [],
    state: values.state === undefined ? undefined : oneOf('state', values.state, states),
    keys: values.key ?? [],
    runbooks: values.runbooks ?? false,
    minCoverage,
    baseline: values.baseline,
    format,
    ...globOptions(values),
    help: values.help ?? false,
  };
}
