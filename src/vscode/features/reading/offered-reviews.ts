import type { Memento } from 'vscode';

const memory = 'reading.offeredReviews';

/** The runbooks for which a review was offered today. They are kept in the workspace. */
export class OfferedReviews {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /**
   * Remembers that a review is offered. Returns false if it was that day already. Those of other days are forgotten.
   * @param day YYYY-MM-DD.
   */
  async add(uri: string, day: string): Promise<boolean> {
    const kept = this.#memento.get<unknown>(memory);
    const known =
      typeof kept === 'object' && kept !== null && 'day' in kept && kept.day === day && 'uris' in kept ? kept.uris : [];
    const uris = Array.isArray(known) ? known.map(String) : [];
    if (uris.includes(uri)) {
      return false;
    }
    await this.#memento.update(memory, { day, uris: [...uris, uri] });
    return true;
  }
}
