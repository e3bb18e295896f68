import { healthOf, type Finding, type Position } from '../core/index.ts';
import { readArguments } from './arguments.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';

export const checkHelp = `Usage: runbook-lens check [PATH] [options]

Checks the runbooks and postmortems below PATH (default: the working directory).

Options:
  --format text|json   How to print findings (default: text). JSON is an array of
                       {path, rule, severity, range, message, section?}; lines and
                       characters in a range count from 0.
  --include GLOB       Only files that match; may be repeated.
  --exclude GLOB       No files that match; may be repeated.
  -h, --help           Show this help.

Exit code: 0 no findings, 2 findings, 1 the check itself failed.
`;

interface Located extends Finding {
  readonly path: string;
}

/** `runbook-lens check`. */
export async function runCheck(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments('check', args, []);
  if (options.help) {
    io.out(checkHelp);
    return exitCode.clean;
  }
  const catalog = await indexFolder({ ...options, history: false }, io);
  const documents = catalog.documents().filter(({ kind }) => kind !== 'other');
  const findings = documents
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ uri, path }) => catalog.findings(uri, {}).map((finding): Located => ({ path, ...finding })));
  io.out(options.format === 'json' ? toJson(findings) : toText(findings, documents.length));
  return findings.length > 0 ? exitCode.findings : exitCode.clean;
}

function toJson(findings: readonly Located[]): string {
  const plain = findings.map(({ path, rule, severity, range, message, section }) => ({
    path,
    rule,
    severity,
    range,
    message,
    section,
  }));
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}

function toText(findings: readonly Located[], documents: number): string {
  const lines = findings.map(
    ({ path, range, severity, message, rule }) => `${path}:${place(range.start)} ${severity} ${message} [${rule}]`,
  );
  const checked = count(documents, 'document');
  const files = new Set(findings.map(({ path }) => path)).size;
  const summary =
    documents === 0
      ? 'No runbooks or postmortems found.'
      : findings.length === 0
        ? `${checked} checked, nothing found.`
        : `${checked} checked: ${count(findings.length, 'finding')} in ${count(files, 'document')}; worst severity: ${healthOf(findings.map(({ severity }) => severity))}.`;
  return `${[...lines, summary].join('\n')}\n`;
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
