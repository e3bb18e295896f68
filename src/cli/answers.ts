import { version } from './version.ts';

/** How the command line is used, in a few lines. */
export const help = `Usage: runbook-lens <command> [PATH...] [options]

Commands:
  check    Check runbooks and postmortems, as text, JSON, SARIF and more.
  list     List runbooks and postmortems with what is known of each.
  actions  List the action items of postmortems, and fail when some are overdue.

runbook-lens <command> --help tells more; runbook-lens --version tells the version. Files
are only read, unless --fix, --output or --update-baseline asks to write some.
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
