/** Something that can be ended; ending it twice does nothing. */
export interface Disposable {
  dispose(): void;
}

/** Tells its listeners. A listener that throws does not keep the others from hearing. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Calls `listener` at each event until the result is disposed. */
  on(listener: (event: T) => void): Disposable {
    const own = (event: T): void => listener(event);
    this.#listeners.add(own);
    return { dispose: () => void this.#listeners.delete(own) };
  }

  fire(event: T): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
