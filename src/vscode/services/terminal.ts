import { env, l10n, window, workspace, type Disposable, type Terminal } from 'vscode';
import { familyOfShell, isTerminalLine, UserError, type ShellFamily } from '../../core/index.ts';

/** Longest wait for a new terminal to be ready for text. In milliseconds. */
const patience = 3000;

/** A terminal and its shell. */
export interface Prompt {
  readonly terminal: Terminal;
  /** Undefined if its rules are not known, or if a program such as python runs in it. */
  readonly family: ShellFamily | undefined;
  /** The name of the shell, for messages. */
  readonly shell: string;
}

/** Returns the active terminal, or a new one. Throws a UserError in Restricted Mode. */
export async function promptForCommand(): Promise<Prompt> {
  requireTrust();
  const active = window.activeTerminal;
  const terminal = active !== undefined && active.exitStatus === undefined ? active : await newTerminal();
  const shell = terminal.state.shell ?? env.shell;
  const name = shell.slice(Math.max(shell.lastIndexOf('/'), shell.lastIndexOf('\\')) + 1);
  return { terminal, family: familyOfShell(shell), shell: name };
}

/**
 * Places a text at the prompt of a terminal and shows it. It is never run: only the user presses Enter. Throws a UserError in Restricted
 * Mode, and for a text that is not one line without control characters and invisible characters.
 */
export function placeInTerminal(terminal: Terminal, line: string): void {
  requireTrust();
  if (!isTerminalLine(line)) {
    throw new UserError(
      l10n.t('This command has a line break or an invisible character, so it is not sent to a terminal.'),
    );
  }
  if (terminal.exitStatus !== undefined) {
    throw new UserError(l10n.t('The terminal was closed.'));
  }
  terminal.show();
  terminal.sendText(line, false);
}

/** Throws a UserError in Restricted Mode. */
export function requireTrust(): void {
  if (!workspace.isTrusted) {
    throw new UserError(
      l10n.t(
        'Commands are not sent to a terminal in Restricted Mode, because the runbook may come from a stranger. Trust this workspace first.',
      ),
    );
  }
}

/** Creates a terminal and waits until its shell is ready, as far as that can be known. */
async function newTerminal(): Promise<Terminal> {
  const terminal = window.createTerminal();
  terminal.show(true);
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const listener: Disposable = window.onDidChangeTerminalShellIntegration((event) => {
      if (event.terminal === terminal) {
        done();
      }
    });
  });
  return terminal;
}
