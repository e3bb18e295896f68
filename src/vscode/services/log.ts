import { window, type LogOutputChannel } from 'vscode';
import { oneLine, type Logger } from '../../core/index.ts';

/** The log of the extension: an output channel with levels. */
export class Log implements Logger {
  readonly #channel: LogOutputChannel = window.createOutputChannel('Runbook Lens', { log: true });

  info(message: string): void {
    this.#channel.info(oneLine(message));
  }

  warn(message: string): void {
    this.#channel.warn(oneLine(message));
  }

  error(message: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#channel.error(`${message}: ${stack}`.split('\n').map(oneLine).join('\n'));
  }

  /** Shows the log. */
  show(): void {
    this.#channel.show();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
