import { firstIndex } from './first-index.ts';
/** A range of lines of a document, both ends included; 0-based. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Ranges of lines that may be nested, for many queries. */
export class LineRanges {
  /** Outer ranges only, in order. */
  readonly #outer: readonly LineRange[];

  constructor(ranges: Iterable<LineRange>) {
    const outer: LineRange[] = [];
    for (const range of [...ranges].toSorted((a, b) => a.first - b.first || b.last - a.last)) {
      if (range.last > (outer.at(-1)?.last ?? -1)) {
        outer.push(range);
      }
    }
    this.#outer = outer;
  }

  /** Returns whether one of the ranges contains all lines from `first` to `last`. */
  holds(first: number, last = first): boolean {
    const next = firstIndex(this.#outer.length, (index) => (this.#outer[index]?.first ?? 0) > first);
    return (this.#outer[next - 1]?.last ?? -1) >= last;
  }
}
