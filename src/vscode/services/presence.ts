import type { Memento } from 'vscode';
import type { ContextKeys } from '../ids.ts';
import { setContext } from './commands.ts';

/** The context keys that say whether a workspace has something. */
type Key = Extract<keyof ContextKeys, `${string}.has${string}`>;

/**
 * Keeps a context key that says whether the workspace has something. The last value is remembered, so that the views
 * are there at once when the workspace is opened again.
 */
export class Presence {
  readonly #key: Key;
  readonly #memory: Memento;
  #known: boolean;

  constructor(key: Key, memory: Memento) {
    this.#key = key;
    this.#memory = memory;
    this.#known = memory.get(key) === true;
    setContext(key, this.#known);
  }

  set(isThere: boolean): void {
    if (isThere !== this.#known) {
      this.#known = isThere;
      setContext(this.#key, isThere);
      void this.#memory.update(this.#key, isThere);
    }
  }
}
