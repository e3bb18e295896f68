import type { Memento } from 'vscode';

const storageKey = 'runbookLens.steps';

type Stored = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The steps of documents that are done, for each open incident, or without one. The file is not changed. */
export class CheckedSteps {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** Returns the keys of the steps that are done. */
  of(incident: string, document: string): readonly string[] {
    const found: unknown = this.#stored()[incident]?.[document];
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : [];
  }

  /** Sets the steps that are done. */
  async set(incident: string, document: string, keys: readonly string[]): Promise<void> {
    const all = this.#stored();
    await this.#state.update(storageKey, { ...all, [incident]: { ...all[incident], [document]: keys } });
  }

  /** Forgets what belongs to incidents that are not open any more. */
  async keepOnly(incidents: () => readonly string[]): Promise<void> {
    const all = Object.entries(this.#stored());
    const open = all.length === 0 ? [] : ['', ...incidents()];
    const kept = all.filter(([incident]) => open.includes(incident));
    if (kept.length < all.length) {
      await this.#state.update(storageKey, Object.fromEntries(kept));
    }
  }

  #stored(): Stored {
    const found = this.#state.get<unknown>(storageKey);
    return typeof found === 'object' && found !== null ? (found as Stored) : {};
  }
}
