/**
 * Knows the files that the extension created and nobody has changed since. A file that is created empty is filled
 * afterwards: the first text that is saved is the one that it was created with.
 */
export class FreshFiles {
  readonly #texts = new Map<string, string | undefined>();

  /** Notes a file that is created now. */
  add(uri: string, text: string): void {
    this.#texts.set(uri, text === '' ? undefined : text);
  }

  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  /** Notes that a file was saved. Returns whether it is fresh no more, since its text was changed. */
  saved(uri: string, text: string): boolean {
    if (!this.#texts.has(uri)) {
      return false;
    }
    const first = this.#texts.get(uri);
    if (first === undefined || first === text) {
      this.#texts.set(uri, text);
      return false;
    }
    return this.#texts.delete(uri);
  }
}
