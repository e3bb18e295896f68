import { proseDepth, type Candidate, type Prose } from './candidates.ts';

/** Tells which entries follow one another. Entries of one list, one table or one run of headings do. */
export class Groups {
  readonly #numbers = new Map<string, number>();
  readonly #containers = new Map<unknown, number>();
  #part = 0;
  #list = 0;
  #heading = 0;
  #stories = 0;

  /** Returns what is between entries may begin a new part of the timeline. */
  meet({ heading, block }: Prose): void {
    if (heading) {
      this.#part += 1;
    }
    if (block.item === undefined) {
      this.#list += 1;
    }
  }

  /** Returns a date that could not be read stands here: what follows is of another day, for all that is known. */
  split(): void {
    this.#part += 1;
  }

  /** Returns the number of an entry's group. */
  of({ shape, container, firstLine, depth, running }: Candidate): number {
    if (running) {
      this.#stories += 1;
      return this.#number(`story ${this.#stories}`);
    }
    if (shape === 'heading') {
      this.#heading = firstLine;
      return this.#number(`heading ${this.#part}`);
    }
    if (depth > proseDepth) {
      return this.#number(`item ${this.#container(container)} ${this.#part} ${this.#list} ${this.#heading}`);
    }
    return this.#number(
      `${shape === 'row' ? 'row' : 'line'} ${this.#container(container)} ${this.#part} ${this.#heading}`,
    );
  }

  #container(container: unknown): number {
    const known = this.#containers.get(container) ?? this.#containers.size;
    this.#containers.set(container, known);
    return known;
  }

  #number(key: string): number {
    const known = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, known);
    return known;
  }
}
