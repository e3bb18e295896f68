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
    let low = 0;
    let high = this.#outer.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#outer[middle]?.first ?? 0) <= first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (this.#outer[low - 1]?.last ?? -1) >= last;
  }
}
