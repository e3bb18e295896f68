import { findStale, UserError, type Evidence, type Suspect } from '../core/index.ts';
import { GitPast } from '../node/git-past.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import { ruleFilesOf, surveyRuleFiles } from './rule-files.ts';

/** Lines of evidence about one runbook in text. JSON has all. */
const mostLines = 5;

/** `runbook-lens stale`. */
export async function runStale(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('stale', io);
  }
  const indexed = await indexFolder({ ...options, history: false }, io);
  const { catalog, root, store } = indexed;
  const rules = await ruleFilesOf(indexed);
  const survey = await surveyRuleFiles(rules, store, { team: catalog.team(root), repositories: options.repositories });
  const { hasHistory, suspects, notes } = await findStale({
    root,
    catalog,
    survey,
    files: rules.paths,
    ruleTexts: rules.texts,
    past: new GitPast(),
    signal: new AbortController().signal,
  });
  const shown = suspects.slice(0, options.limit);
  if (options.format === 'json') {
    notes.forEach(io.note);
    io.raw(jsonText(shown.map(toRow)));
    return exitCode.clean;
  }
  for (const { path, evidence, score } of shown) {
    io.line(`${path} (${score})`);
    evidence.slice(0, mostLines).forEach((one) => io.line(`  ${lineOf(one, path)}`));
    if (evidence.length > mostLines) {
      io.line(`  and ${evidence.length - mostLines} more`);
    }
  }
  notes.forEach(io.note);
  if (hasHistory) {
    io.note(summary(shown.length, suspects.length));
  }
  return exitCode.clean;
}

function lineOf({ what, path, line, commit, date }: Evidence, own: string): string {
  const place = path === undefined ? '' : `${path === own ? 'line ' : `${path}:`}${(line ?? 0) + 1}`;
  const when = [date, commit?.slice(0, 8)].filter((part) => part !== undefined).join(', ');
  return `${what}. ${[place, when].filter((part) => part !== '').join('; ')}`;
}

function summary(shown: number, all: number): string {
  if (all === 0) {
    return 'Nothing speaks against any runbook.';
  }
  return shown === all ? `Runbooks to look at: ${all}.` : `Runbooks to look at: ${all}, ${shown} listed.`;
}

function toRow({ path, evidence, score }: Suspect) {
  return {
    path,
    evidence: evidence.map(({ what, path: place, line, commit, date }) => ({
      what,
      ...(place !== undefined && { path: place }),
      ...(line !== undefined && { line: line + 1 }),
      ...(commit !== undefined && { commit }),
      ...(date !== undefined && { date }),
    })),
    score,
  };
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('stale', args, {
    ...commonOptions,
    limit: { type: 'string' },
    repository: { type: 'string', multiple: true },
  });
  if (positionals.length > 1) {
    throw new UserError(`stale takes one folder, not ${positionals.length}. See runbook-lens stale --help.`);
  }
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1)) {
    throw new UserError(`--limit needs a whole number from 1, not "${values.limit}".`);
  }
  const refused = values.repository?.find((name) => !/^[^\s/]+(?:\/[^\s/]+)+$/.test(name));
  if (refused !== undefined) {
    throw new UserError(`--repository needs OWNER/NAME, not "${refused}".`);
  }
  return {
    path: positionals[0],
    limit,
    repositories: values.repository ?? [],
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    help: values.help ?? false,
  };
}
