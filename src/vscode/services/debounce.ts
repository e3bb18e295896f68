import type { Disposable } from 'vscode';

/** While calls keep coming, they are put off at most this many times their delay. */
const patience = 8;

/** Runs something once calls have stopped coming for a while, or have been put off for long enough. */
export class Debouncer implements Disposable {
  readonly #delay: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first of the calls that wait came. */
  #since = 0;

  /** @param delay in milliseconds. */
  constructor(delay: number, run: () => void) {
    this.#delay = delay;
    this.#run = run;
  }

  /** Starts the wait anew. */
  schedule(): void {
    const now = Date.now();
    this.#since = this.#timer === undefined ? now : this.#since;
    clearTimeout(this.#timer);
    const left = this.#since + patience * this.#delay - now;
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(this.#delay, left)));
  }

  /** Runs now what is waiting; nothing when nothing waits. */
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
