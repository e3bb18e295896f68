import { window, type LogOutputChannel } from 'vscode';
import type { Logger } from '../../core/index.ts';

/** The extension's log: an output channel with levels. */
export class Log implements Logger {
  readonly #channel: LogOutputChannel = window.createOutputChannel('Runbook Lens', { log: true });

  info(message: string): void {
    this.#channel.info(message);
  }

  warn(message: string): void {
    this.#channel.warn(message);
  }

  error(message: string, error: unknown): void {
    this.#channel.error(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Brings the log to the front. */
  show(): void {
    this.#channel.show();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
