import type { Disposable } from 'vscode';

/** Things that end together. What is added after the end is ended at once; one that fails to end does not keep the others. */
export class DisposableStore implements Disposable {
  readonly #items = new Set<{ dispose(): unknown }>();
  #disposed = false;

  /** Adds things and gives back the first. */
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
