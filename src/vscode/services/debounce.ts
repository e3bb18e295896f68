import type { Disposable } from 'vscode';

/** The longest delay of repeated calls, as a multiple of the delay. */
const patience = 8;

/** Runs a function when calls have stopped for a while, or have been delayed for long enough. */
export class Debouncer implements Disposable {
  readonly #delay: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Time of the first waiting call. */
  #since = 0;

  /** @param delay in milliseconds. */
  constructor(delay: number, run: () => void) {
    this.#delay = delay;
    this.#run = run;
  }

  /** Whether a call waits. */
  get waiting(): boolean {
    return this.#timer !== undefined;
  }

  /** Restarts the delay. */
  schedule(): void {
    const now = Date.now();
    this.#since = this.#timer === undefined ? now : this.#since;
    clearTimeout(this.#timer);
    const left = this.#since + patience * this.#delay - now;
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(this.#delay, left)));
  }

  /** Runs a waiting call now, if there is one. */
  flush(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#run();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
