import { commands, l10n, type Disposable } from 'vscode';
import { UserError } from '../../core/index.ts';
import type { CommandArguments, CommandId, ContextKeys } from '../ids.ts';
import type { Log } from './log.ts';
import { tellFailure } from './tell.ts';

/**
 * Registers a command. A UserError is shown as it is; any other failure is a bug, which goes to the log with its stack
 * while the user is told in one sentence where to look.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  log: Log,
  run: (...args: CommandArguments[Id]) => unknown,
): Disposable {
  return commands.registerCommand(id, async (...args: CommandArguments[Id]) => {
    try {
      return await run(...args);
    } catch (error) {
      report(error, log);
      return undefined;
    }
  });
}

/** Tells the user of a failure, without waiting for the message to be read; see `registerCommand`. */
export function report(error: unknown, log: Log): void {
  if (error instanceof UserError) {
    void tellFailure(error.message);
    return;
  }
  log.error('A command failed', error);
  const showLog = l10n.t('Show Log');
  const message = l10n.t('Something went wrong in Runbook Lens. The log has the details.');
  void tellFailure(message, showLog).then((answer) => {
    if (answer === showLog) {
      log.show();
    }
  });
}

/** Sets a key that `when` clauses in package.json read. */
export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void commands.executeCommand('setContext', key, value);
}
