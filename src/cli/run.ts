import { UserError } from '../core/index.ts';
import { runActions } from './actions.ts';
import { runCheck } from './check.ts';
import { exitCode, ioOf, type ExitCode, type Streams } from './io.ts';
import { runList } from './list.ts';
import { version } from './version.ts';

const help = `Usage: runbook-lens <command> [PATH...] [options]

Commands:
  check    Check runbooks and postmortems. Reports as text, JSON, SARIF and more.
  list     List runbooks and postmortems with their facts.
  actions  List the action items of postmortems. Can fail if some are overdue.

For more, run runbook-lens <command> --help. For the version, run runbook-lens --version.
Only --fix, --output and --update-baseline write files.
`;

/**
 * Runs one command and returns its exit code. A UserError is printed as one sentence, a bug with its stack. Both return
 * exit code 1.
 */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const io = ioOf(streams);
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
        io.raw(help);
        return exitCode.clean;
      case '--version':
        io.raw(`${version}\n`);
        return exitCode.clean;
      case undefined:
        io.rawNote(help);
        return exitCode.failure;
      default:
        throw new UserError(`Unknown command "${command}". Use check, list or actions. See runbook-lens --help.`);
    }
  } catch (error) {
    if (error instanceof UserError) {
      io.note(`runbook-lens: ${error.message}`);
    } else {
      io.note('runbook-lens failed. This is a bug.');
      stackOf(error).split('\n').forEach(io.note);
    }
    return exitCode.failure;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
