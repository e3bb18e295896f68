import {
  allRules,
  isMarkdown,
  matchBaseline,
  pathFromTop,
  ruleForm,
  updateBaseline,
  type Baseline,
  type Catalog,
  type CatalogDocument,
  type History,
  type Logger,
} from '../core/index.ts';
import { DiskStore } from '../node/disk-store.ts';
import { GitHistory } from '../node/git-history.ts';
import { topOf } from '../node/read-file.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';
import { checkAlerts, type CheckedRules } from './check-alerts.ts';
import { readCheckArguments, type CheckArguments } from './check-arguments.ts';
import { fixDocuments } from './fix.ts';
import { formatsWithNotes, written } from './formats/formats.ts';
import { indexFolder, type Indexed } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import { fullPath, type NamedFile } from './named-file.ts';
import { fails, type Located, type Report } from './report.ts';
import { scopeOf, type Scope } from './scope.ts';
import { baselineNotes, count, fixNotes, summaryOf } from './summary.ts';
import { writeText } from './write-text.ts';

/** `runbook-lens check`. */
export async function runCheck(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readCheckArguments(args);
  if (options.help) {
    return printHelp('check', io);
  }
  const history = new GitHistory(silent);
  const scope = await scopeOf(options, io.cwd, history);
  const top = await topOf(scope);
  const named: Naming = (file) => ({ file, cwd: io.cwd, top });
  const baseline =
    options.baseline === undefined ? undefined : await readBaseline(named(options.baseline), options.updateBaseline);
  const indexed = await indexFolder({ ...options, path: scope.root, history: false }, io);
  const { catalog } = indexed;
  const documents = documentsIn(catalog, scope);
  const fixed = options.fix ? fixNotes(await fixDocuments(catalog, documents)) : [];
  const rules = await checkAlerts(scope, catalog, new DiskStore(history, silent));
  await noteUnread(indexed, rules, scope, history, io);
  const findings = [...findingsIn(catalog, scope), ...rules.findings].toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
  );
  const { elsewhere } = rules;
  const known =
    baseline === undefined ? undefined : await compare(baseline, findings, { ...options, scope, named, elsewhere });
  const left = known?.findings ?? findings;
  const report: Report = {
    files: [...new Set([...documents.map(pathFromTop), ...rules.files, ...left.map(({ file }) => file)])].toSorted(),
    rules: allRules,
    findings: left,
    failOn: options.failOn,
    notes: [...fixed, ...(known?.notes ?? [])],
    summary: summaryOf({ documents: documents.length, rules: rules.files.length }, left, {
      hidden: findings.length - left.length,
      noun: rules.files.length + rules.findings.length > 0 ? 'file' : 'document',
      ...options,
    }),
  };
  await print(report, options, named, io);
  return left.some(({ severity }) => fails(severity, options.failOn)) ? exitCode.findings : exitCode.clean;
}

/** Locates a file that the user named. */
type Naming = (file: string) => NamedFile;

/** Ignores git's log while PATHs are resolved. Errors are thrown. */
const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Reports named files that were not read, unless that was reported already. */
async function noteUnread(
  { catalog, skipped }: Indexed,
  rules: CheckedRules,
  scope: Scope,
  history: History,
  io: Io,
): Promise<void> {
  const read = new Set([...catalog.documents().map(pathFromTop), ...catalog.teamFiles().map(({ path }) => path)]);
  const unread = scope.named.filter((file) => !read.has(file) && !skipped.has(file.slice(scope.prefix.length)));
  for (const file of unread) {
    const why = rules.unread.get(file) ?? (await whyUnread(file, catalog, scope, history));
    if (why !== undefined) {
      io.note(`Not checked: ${file}: ${why}.`);
    }
  }
}

/** Returns why a named file was not read; undefined if it was. */
async function whyUnread(file: string, catalog: Catalog, scope: Scope, history: History): Promise<string | undefined> {
  const path = file.slice(scope.prefix.length);
  const team = catalog.team(scope.root);
  const mayBeRules = ruleForm(file) !== undefined && !team.reads(file);
  if (mayBeRules ? team.excludes(file) : !team.reads(file)) {
    return mayBeRules || isMarkdown(file) ? 'the team configuration excludes it' : 'it is not a markdown file';
  }
  if (!scope.holds(file)) {
    return '--include or --exclude leaves it out, or it is in node_modules or .git';
  }
  if ((await history.ignored(scope.root, [path])).has(path)) {
    return 'git ignores it';
  }
  const result = await new DiskStore(history, silent).read(scope.root, path);
  return 'skipped' in result ? result.skipped : mayBeRules ? undefined : 'git does not list it';
}

/** Returns the runbooks and postmortems to check, sorted by path. */
function documentsIn(catalog: Catalog, scope: Scope): CatalogDocument[] {
  return catalog
    .documents()
    .filter((document) => document.kind !== 'other' && scope.holds(pathFromTop(document)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the findings of documents and of team files. */
function findingsIn(catalog: Catalog, scope: Scope): Located[] {
  const documents = documentsIn(catalog, scope).map((document) => ({ uri: document.uri, file: pathFromTop(document) }));
  const teamFiles = catalog
    .teamFiles()
    .map(({ uri, path }) => ({ uri, file: path }))
    .filter(({ file }) => scope.holds(file) || governs(file, documents));
  return [...new Map([...documents, ...teamFiles].map((item) => [item.uri, item])).values()]
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ uri, file }) =>
      catalog.findings(uri).map((finding) => ({ path: file.slice(scope.prefix.length), file, ...finding })),
    );
}

/** Whether a team file governs some of the documents, because its folder is above them. */
function governs(file: string, documents: ReadonlyArray<{ readonly file: string }>): boolean {
  // oxlint-disable-next-line regexp/no-super-linear-move -- A file's path.
  const folder = file.replace(/(?:\.runbook-lens\/templates\/)?[^/]*$/, '');
  return documents.some((document) => document.file.startsWith(folder));
}

/** Returns the findings that are not in the baseline, with notes about it. Writes the baseline first if asked for. */
async function compare(
  baseline: Baseline,
  findings: readonly Located[],
  {
    baseline: file = '',
    updateBaseline: update,
    scope,
    named,
    elsewhere,
  }: CheckArguments & { readonly scope: Scope; readonly named: Naming } & Pick<CheckedRules, 'elsewhere'>,
): Promise<{ readonly findings: readonly Located[]; readonly notes: readonly string[] }> {
  const holds = (path: string): boolean => scope.holds(path);
  // What is told of other files is in their own entries.
  const recorded = findings.filter((finding) => !elsewhere.has(finding));
  const current = update ? updateBaseline(baseline, recorded, holds) : baseline;
  if (update) {
    await writeBaseline(named(file), current);
  }
  const { fresh, known, stale } = matchBaseline(current, findings, holds);
  const notes = update ? [`Recorded ${count(known, 'finding')} in ${file}.`] : baselineNotes(file, known, stale);
  return { findings: fresh, notes };
}

async function print(report: Report, { format, output }: CheckArguments, named: Naming, io: Io): Promise<void> {
  const text = await written(report, format);
  if (output !== undefined) {
    await writeReport(named(output), text, io);
    [...report.notes, report.summary].forEach(io.line);
    return;
  }
  io.raw(text);
  if (!formatsWithNotes.has(format)) {
    report.notes.forEach(io.note);
  }
}

async function writeReport(place: NamedFile, text: string, io: Io): Promise<void> {
  const full = await fullPath(place, 'report');
  switch (full) {
    // Opening these names fails if they are sockets.
    case '/dev/stdout':
      io.raw(text);
      break;
    case '/dev/stderr':
      io.rawNote(text);
      break;
    default:
      await writeText(full, text, 'report');
  }
}
