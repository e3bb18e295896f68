import { UserError } from '../core/index.ts';
import { answerTo, help } from './answers.ts';
import { runCheck } from './check.ts';
import { exitCode, ioOf, type ExitCode, type Streams } from './io.ts';

/**
 * Runs one command and returns its exit code. A UserError is printed as one sentence, a bug with its stack. Both return
 * exit code 1.
 */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const io = ioOf(streams);
  const [command, ...args] = argv;
  const text = answerTo(argv);
  if (text !== undefined) {
    io.raw(text);
    return exitCode.clean;
  }
  try {
    switch (command) {
      case 'check':
        return await runCheck(args, io);
      case undefined:
        io.rawNote(help);
        return exitCode.failure;
      default: {
        const { queries } = await import('./queries.ts');
        const query = Object.hasOwn(queries, command) ? queries[command as keyof typeof queries] : undefined;
        if (query === undefined) {
          throw new UserError(
            `Unknown command "${command}". Use check, ${listed(Object.keys(queries))}. See runbook-lens --help.`,
          );
        }
        return await query(args, io);
      }
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

/** Names, the last one after "or". */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
