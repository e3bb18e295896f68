import { commands, l10n, type Disposable } from 'vscode';
import { isUserError } from '../../core/index.ts';
import type { CommandArguments, CommandId, ContextKeys } from '../ids.ts';
import type { Log } from './log.ts';
import { tellFailure } from './tell.ts';

/**
 * Registers a command. Shows a UserError as it is. Any other error is a bug: it goes to the log with its stack, and the
 * user gets a short message.
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

/** Shows an error without waiting for the user; see `registerCommand`. */
export function report(error: unknown, log: Log): void {
  if (isUserError(error)) {
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

/** Sets a context key for `when` clauses. */
export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void commands.executeCommand('setContext', key, value);
}
