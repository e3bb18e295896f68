import { resolve } from 'node:path';
import {
  candidateTest,
  Catalog,
  listDocuments,
  loadAlerts,
  UserError,
  type AlertSettings,
  type LinkState,
  type ListRequest,
  type Logger,
} from '../core/index.ts';
import { remotesOf } from '../node/git/remotes.ts';
import { DiskStore } from '../node/disk-store.ts';
import { GitHistory } from '../node/git-history.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { folderNamed, indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';

/** `runbook-lens alerts`. */
export async function runAlerts(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('alerts', io);
  }
  const { alertReport, repositoryOf, surveyAlerts, surveyFromTeam } = await loadAlerts();
  const folder = await folderNamed(options.path, io);
  const logger: Logger = { info: () => undefined, warn: io.note, error: (message) => io.note(message) };
  const history = new GitHistory(logger);
  const store = new DiskStore(history, logger);
  // Links count from the top of the repository, wherever the rule files are.
  const prefix = options.repositories.length > 0 ? '' : await history.prefix(folder);
  const root =
    prefix === ''
      ? folder
      : resolve(
          folder,
          ...prefix
            .split('/')
            .slice(1)
            .map(() => '..'),
        );
  const remotes = options.repositories.length > 0 ? [] : await remotesOf(folder);
  const isIncluded = candidateTest(options);
  const { signal } = new AbortController();
  const team = surveyFromTeam(await teamAlerts({ root, store, logger, signal }));
  const survey = await surveyAlerts({
    paths: await store.list(root, signal, true),
    read: async (path) => {
      const result = await store.read(root, path);
      return 'text' in result ? result.text : undefined;
    },
    isWanted: (path) => path.startsWith(prefix) && isIncluded(path.slice(prefix.length)),
    repositories: [...options.repositories, ...remotes.flatMap((remote) => repositoryOf(remote) ?? [])],
    keys: [...options.keys, ...team.keys],
    sites: team.sites,
  });
  const { state, minCoverage } = options;
  const catalog = options.runbooks ? (await indexFolder({ ...options, history: false }, io)).catalog : undefined;
  const runbooks = catalog?.documents('runbook').map(({ path }) => `${prefix}${path}`);
  const { rows, lines, notes, failed } = alertReport(survey, { state, minCoverage, runbooks });
  notes.forEach(io.note);
  if (options.format === 'json') {
    io.raw(jsonText(rows));
  } else {
    lines.forEach(io.line);
  }
  return failed ? exitCode.findings : exitCode.clean;
}

/** What the team's configuration at the top says of alerts. */
async function teamAlerts(request: Pick<ListRequest, 'root' | 'store' | 'logger' | 'signal'>): Promise<AlertSettings> {
  const catalog = new Catalog(request.logger);
  await listDocuments({ ...request, catalog, isCandidate: () => false, uriOf: (path) => path });
  return catalog.team(request.root).settingsFor('').alerts;
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
  });
  if (positionals.length > 1) {
    throw new UserError(`alerts accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  const refused = values.repository?.find((name) => !/^[^\s/]+(?:\/[^\s/]+)+$/.test(name));
  if (refused !== undefined) {
    throw new UserError(`--repository needs OWNER/NAME, not "${refused}".`);
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
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    help: values.help ?? false,
  };
}
