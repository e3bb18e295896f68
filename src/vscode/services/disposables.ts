import type { Disposable } from 'vscode';

/** Disposes things together. Things added after that are disposed at once. An error in one does not stop the others. */
export class DisposableStore implements Disposable {
  readonly #items = new Set<{ dispose(): unknown }>();
  #disposed = false;

  /** Adds things and returns the first. */
  add<T extends { dispose(): unknown }>(first: T, ...more: ReadonlyArray<{ dispose(): unknown }>): T {
    for (const item of [first, ...more]) {
      if (this.#disposed) {
        item.dispose();
      } else {
        this.#items.add(item);
      }
    }
    return first;
  }

  dispose(): void {
    this.#disposed = true;
    const items = [...this.#items].toReversed();
    this.#items.clear();
    const errors: unknown[] = [];
    for (const item of items) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Some things did not end cleanly');
    }
  }
}
