import type { Disposable } from 'vscode';

/** Runs something once calls have stopped coming for a while. */
export class Debouncer implements Disposable {
  readonly #delay: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param delay in milliseconds. */
  constructor(delay: number, run: () => void) {
    this.#delay = delay;
    this.#run = run;
  }

  /** Starts the wait anew. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#delay);
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
