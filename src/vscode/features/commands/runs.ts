import { window, type Disposable, type Terminal, type TerminalShellExecution } from 'vscode';
import { withoutSecrets } from '../../../core/index.ts';
import { DisposableStore } from '../../services/disposables.ts';

/** Characters of output that are kept at its beginning and at its end. */
const most = 50_000;

/** The longest wait for the last output of a command that has ended. In milliseconds. */
const lastOutput = 1000;

/** The state and result of a command after it was sent. */
export interface Run {
  /** The line that was run, which the user may have changed. Secrets are placeholders. */
  readonly line: string;
  /** Undefined while it runs, and if the shell did not say. */
  readonly exitCode: number | undefined;
  /** As the terminal got it, without secrets. */
  readonly output: string;
  readonly ended: boolean;
}

interface Sent {
  readonly id: string;
  readonly line: string;
  readonly secrets: ReadonlyMap<string, string>;
}

interface Running extends Sent {
  readonly execution: TerminalShellExecution;
  head: string;
  tail: string;
  exitCode: number | undefined;
  ended: boolean;
  /** Resolves when all output is there. */
  followed: Promise<void>;
}

/** Follows commands that were sent to a terminal, where its shell tells what it runs (shell integration). */
export class Runs implements Disposable {
  readonly #store = new DisposableStore();
  readonly #sent = new WeakMap<Terminal, Sent>();
  readonly #runs = new Map<string, Running>();

  constructor() {
    this.#store.add(
      window.onDidStartTerminalShellExecution(({ terminal, execution }) => {
        const sent = this.#sent.get(terminal);
        if (sent !== undefined && isSame(sent.line, execution.commandLine.value)) {
          this.#sent.delete(terminal);
          const nothing = { head: '', tail: '', exitCode: undefined, ended: false, followed: Promise.resolve() };
          const run: Running = { ...sent, execution, ...nothing };
          // A terminal that closes ends its output early.
          run.followed = follow(run).catch(() => undefined);
          this.#runs.set(sent.id, run);
        }
      }),
      window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
        for (const run of this.#runs.values()) {
          if (run.execution === execution) {
            run.exitCode = exitCode;
            run.ended = true;
          }
        }
      }),
      window.onDidCloseTerminal((terminal) => this.#sent.delete(terminal)),
    );
  }

  /** Waits for a line to be run in a terminal. */
  expect(terminal: Terminal, sent: Sent): void {
    this.#sent.set(terminal, sent);
    this.#runs.delete(sent.id);
  }

  /** Returns the last run of a command, if there was one. The output of one that has ended may come a moment later. */
  async of(id: string): Promise<Run | undefined> {
    const run = this.#runs.get(id);
    if (run?.ended) {
      await Promise.race([run.followed, new Promise((resolve) => setTimeout(resolve, lastOutput))]);
    }
    return (
      run && {
        line: withoutSecrets(run.execution.commandLine.value, run.secrets),
        exitCode: run.exitCode,
        output: withoutSecrets(run.head + run.tail, run.secrets),
        ended: run.ended,
      }
    );
  }

  dispose(): void {
    this.#runs.clear();
    this.#store.dispose();
  }
}

/** Whether a line that is run is the one that was sent, as the user may have changed it: the program is the same. */
function isSame(sent: string, run: string): boolean {
  const program = (line: string): string | undefined => line.trim().split(/\s/, 1)[0];
  return run.trim() === sent.trim() || program(sent) === program(run);
}

async function follow(run: Running): Promise<void> {
  for await (const data of run.execution.read()) {
    const room = most - run.head.length;
    run.head += data.slice(0, Math.max(0, room));
    run.tail = (run.tail + data.slice(Math.max(0, room))).slice(-most);
  }
}
