import { l10n, window } from 'vscode';
import {
  isTerminalLine,
  UserError,
  type Placeholder,
  type RunbookCommand,
  type ShellFamily,
} from '../../../core/index.ts';
import type { Answers } from '../../services/answers.ts';
import type * as runbookUse from '../../services/runbook-use.ts';
import { placeInTerminal, promptForCommand } from '../../services/terminal.ts';
import { warnAtOnce } from '../../services/tell.ts';
import type { Chosen } from './current.ts';
import type { Runs } from './runs.ts';
import type { Values } from './values.ts';

/** Returns what tells a command of a document from others, as long as its text stays. */
export function idOf({ document, command }: Chosen): string {
  return `${document.uri}\n${command.text}`;
}

/** Places a command at the prompt of the terminal, filled in. It is not run. Destructive ones ask first. */
export async function sendCommand(chosen: Chosen, values: Values, runs: Runs, answers: Answers): Promise<void> {
  const { command } = chosen;
  requireSendable(command);
  const use = await import('../../services/runbook-use.ts');
  const { terminal, family: known, shell } = await promptForCommand();
  const { family, places } = readingFor(use, command, known, shell);
  const filled = await values.fill(chosen, places, family, 'missing', answers);
  if (filled === undefined) {
    return;
  }
  const { text, secrets } = filled;
  if (!isTerminalLine(text) || (known === undefined && !use.isWordsOnly(text))) {
    throw new UserError(l10n.t('This command cannot be sent to {0}. Copy it instead.', shell));
  }
  const destruction = use.destructionIn(text);
  if (destruction !== undefined) {
    const place = l10n.t('Place in Terminal');
    const message = l10n.t('This command {0}. Place it in the terminal?', destruction.effect);
    if (
      (await warnAtOnce(message, l10n.t('{0}\n\nIt does not run before you press Enter there.', text), place)) !== place
    ) {
      return;
    }
  }
  placeInTerminal(terminal, text);
  runs.expect(terminal, { id: idOf(chosen), line: text, secrets });
  window.setStatusBarMessage(l10n.t('$(terminal) Placed in the terminal. Press Enter there to run it.'), 5000);
}

function requireSendable({ unsendable }: RunbookCommand): void {
  switch (unsendable) {
    case undefined:
      return;
    case 'lines':
      throw new UserError(
        l10n.t('This command has line breaks, which would run its first lines at once. Copy it instead.'),
      );
    case 'characters':
      throw new UserError(l10n.t('This command has invisible characters, so it is not sent to a terminal.'));
    case 'program':
      throw new UserError(l10n.t('This is for the prompt of another program, not for a shell. Copy it instead.'));
  }
}

/** Returns how the terminal's shell reads a command. Throws a UserError if it would read it differently than it was meant. */
function readingFor(
  { isWordsOnly, placeholdersIn }: typeof runbookUse,
  command: RunbookCommand,
  known: ShellFamily | undefined,
  shell: string,
): { readonly family: ShellFamily; readonly places: readonly Placeholder[] } {
  const { family, text, given, placeholders } = command;
  if (known === family) {
    return { family, places: placeholders };
  }
  const asPosix = placeholdersIn(text, known ?? 'posix', given);
  const words = asPosix
    .toReversed()
    .reduce((line, { start, end }) => `${line.slice(0, start)}x${line.slice(end)}`, text);
  if (isWordsOnly(words)) {
    return { family: known ?? 'posix', places: asPosix };
  }
  const names: Readonly<Record<ShellFamily, string>> = { posix: 'bash', powershell: 'PowerShell', cmd: 'cmd' };
  throw new UserError(
    l10n.t(
      'This command is written for {0}, but the terminal runs {1}. Open another terminal, or copy it.',
      names[family],
      shell,
    ),
  );
}
