import { resolve } from 'node:path';
import { candidateTest, loadAlerts, UserError, type LinkState, type Logger } from '../core/index.ts';
import { remotesOf } from '../node/git/remotes.ts';
import { DiskStore } from '../node/disk-store.ts';
import { GitHistory } from '../node/git-history.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { folderNamed, indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';

export const alertsHelp = `Usage: runbook-lens alerts [PATH] [options]

Lists the alerts that rule files in the folder PATH define (default: the working directory), and
where their links to runbooks lead: rules of Prometheus and its like, Grafana, Datadog, and alerts
in Terraform.

Options:
  --repository OWNER/NAME  The repository that PATH is the top of. Without it, git's remotes say so.
                           Can be repeated.
  --state STATE            Only alerts in this state: none (no link, or one to come), resolved, dead,
                           anchor-missing, outside (elsewhere) or pattern (known when it fires).
  --key NAME               A further annotation or label with links to runbooks. Can be repeated.
  --runbooks               List runbooks instead, with the number of alerts that lead to them.
  --min-coverage N         Fail if fewer than N percent of the alerts have a link that is not dead.
  --format text|json       Output format (default: text). JSON is an array of {path, line, name,
                           severity?, group?, source, link?, linkKey?, state, target?,
                           suggestions?, test?}; with --runbooks of {path, usedBy}. Lines are
                           1-based. Paths count from the top of the repository.
  --include GLOB           Only files that match. Can be repeated.
  --exclude GLOB           Skip files that match. Can be repeated.
  -h, --help               Show this help.

Exit code: 0: success, 1: failure, 2: a listed link is dead, or fewer have one than wanted.
`;

/** `runbook-lens alerts`. */
export async function runAlerts(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    io.raw(alertsHelp);
    return exitCode.clean;
  }
  const { surveyAlerts, repositoryOf, alertReport } = await loadAlerts();
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
  const survey = await surveyAlerts({
    paths: await store.list(root, new AbortController().signal, true),
    read: async (path) => {
      const result = await store.read(root, path);
      return 'text' in result ? result.text : undefined;
    },
    isWanted: (path) => path.startsWith(prefix) && isIncluded(path.slice(prefix.length)),
    repositories: [...options.repositories, ...remotes.flatMap((remote) => repositoryOf(remote) ?? [])],
    keys: options.keys,
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
