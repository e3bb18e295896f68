import { UserError } from '../core/index.ts';
import { runActions } from './actions.ts';
import { runCheck } from './check.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { runList } from './list.ts';
import { version } from './version.ts';

const help = `Usage: runbook-lens <command> [PATH...] [options]

Commands:
  check    Check runbooks and postmortems, as text, JSON, SARIF and more.
  list     List runbooks and postmortems with what is known of each.
  actions  List the action items of postmortems, and fail when some are overdue.

runbook-lens <command> --help tells more; runbook-lens --version tells the version. Files
are only read, unless --fix, --output or --update-baseline asks to write some.
`;

/**
 * The command line: carries out one command and gives its exit code. Expected failures are told in a sentence; a bug is
 * told with its stack. Both give exit code 1.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [command, ...args] = argv;
  try {
    switch (command) {
      case 'check':
        return await runCheck(args, io);
      case 'list':
        return await runList(args, io);
      case 'actions':
        return await runActions(args, io);
      case '--help':
      case '-h':
      case 'help':
        io.out(help);
        return exitCode.clean;
      case '--version':
        io.out(`${version}\n`);
        return exitCode.clean;
      case undefined:
        io.err(help);
        return exitCode.failure;
      default:
        throw new UserError(`Unknown command "${command}". Use check, list or actions; see runbook-lens --help.`);
    }
  } catch (error) {
    io.err(
      error instanceof UserError
        ? `runbook-lens: ${error.message}\n`
        : `runbook-lens failed. This is a bug.\n${stackOf(error)}\n`,
    );
    return exitCode.failure;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
