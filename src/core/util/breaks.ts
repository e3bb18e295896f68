/** A host does nothing else for so long, in milliseconds. */
const longest = 15;

/** Lets the host of a long computation do other work now and then, and ends it if nobody waits for it any more. */
export class Breaks {
  readonly #signal: AbortSignal;
  #since = Date.now();

  /** @param signal that ends the computation. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Resolves at once, or after other work if there was none for a while. Rejects with the signal's reason if it aborted. */
  async take(): Promise<void> {
    this.#signal.throwIfAborted();
    if (Date.now() - this.#since >= longest) {
      await new Promise<void>((resolve) => void setTimeout(resolve, 0));
      this.#since = Date.now();
      this.#signal.throwIfAborted();
    }
  }
}
