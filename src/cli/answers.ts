import { version } from './version.ts';

/** Short help for the command line. */
export const help = `Usage: runbook-lens <command> [PATH...] [options]

Commands:
  check    Check runbooks and postmortems. Reports as text, JSON, SARIF and more.
  list     List runbooks and postmortems with their facts.
  find     Find runbooks and postmortems by name, symptom, error message or pasted alert.
  similar  Find past incidents like one, and what ended them.
  actions  List the action items of postmortems. Can fail if some are overdue.
  alerts   List the alerts of rule files, and where their links to runbooks lead.
  mcp      Answer agents over the Model Context Protocol, on standard input and output.
  service  Show all about a service on one page: owners, alerts, runbooks, incidents and more.

For more, run runbook-lens <command> --help. For the version, run runbook-lens --version.
Only --fix, --output and --update-baseline write files.
`;

/** Returns what is printed without reading any file: the version, or the help. Undefined for other arguments. */
export function answerTo([asked]: readonly string[]): string | undefined {
  switch (asked) {
    case '--help':
    case '-h':
    case 'help':
      return help;
    case '--version':
      return `${version}\n`;
    default:
      return undefined;
  }
}
