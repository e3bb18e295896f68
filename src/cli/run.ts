import { UserError } from '../core/index.ts';
import { runActions } from './actions.ts';
import { runAlerts } from './alerts.ts';
import { answerTo, help } from './answers.ts';
import { runCheck } from './check.ts';
import { runFind } from './find.ts';
import { runSimilar } from './similar.ts';
import { exitCode, ioOf, type ExitCode, type Streams } from './io.ts';
import { runList } from './list.ts';

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
      case 'list':
        return await runList(args, io);
      case 'find':
        return await runFind(args, io);
      case 'similar':
        return await runSimilar(args, io);
      case 'actions':
        return await runActions(args, io);
      case 'alerts':
        return await runAlerts(args, io);
      case undefined:
        io.rawNote(help);
        return exitCode.failure;
      default:
        throw new UserError(
          `Unknown command "${command}". Use check, list, find, similar, actions or alerts. See runbook-lens --help.`,
        );
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
