import type { Position, Range } from './position.ts';

/** A line break. */
export type LineBreak = '\n' | '\r\n' | '\r';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * A text split into lines the way VS Code splits it: at CRLF, CR or LF. Translates between offsets and positions.
 * Offsets and characters count UTF-16 code units; lines are 0-based. A text always has at least one line.
 */
export class Lines {
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  private constructor(text: string) {
    this.#text = text;
    const breaks = countBreaks(text);
    this.#starts = new Int32Array(breaks + 1);
    this.#ends = new Int32Array(breaks + 1);
    let line = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed || code === carriageReturn) {
        this.#ends[line] = at;
        at += code === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 1 : 0;
        line += 1;
        this.#starts[line] = at + 1;
      }
    }
    this.#ends[line] = text.length;
  }

  /** Returns the lines of a text. */
  static of(text: string): Lines {
    return new Lines(text);
  }

  /** Returns the number of lines; at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** Returns the most frequent line break. If several are equally frequent: CRLF, then LF, then CR. LF if there is none. */
  get eol(): LineBreak {
    let [crlf, cr] = [0, 0];
    for (let line = 0; line < this.count - 1; line += 1) {
      const end = this.#ends[line] ?? 0;
      if (this.#text.charCodeAt(end) === carriageReturn) {
        const isPair = (this.#starts[line + 1] ?? 0) - end === 2;
        crlf += isPair ? 1 : 0;
        cr += isPair ? 0 : 1;
      }
    }
    const lf = this.count - 1 - crlf - cr;
    if (crlf > 0 && crlf >= Math.max(lf, cr)) {
      return '\r\n';
    }
    return cr > lf ? '\r' : '\n';
  }

  /** Returns the line's text without its break; empty for a line that does not exist. */
  text(line: number): string {
    return this.#text.slice(this.#starts[line] ?? 0, this.#ends[line] ?? 0);
  }

  /** Returns the text of a range, line breaks as they are. */
  slice({ start, end }: Range): string {
    return this.#text.slice(this.offsetAt(start), this.offsetAt(end));
  }

  /** Returns (`line`, `character`), moved to the nearest position inside the text. */
  clamp(line: number, character: number): Position {
    const onLine = Math.min(Math.max(line, 0), this.count - 1);
    if (line > onLine) {
      return { line: onLine, character: this.text(onLine).length };
    }
    return { line: onLine, character: Math.min(Math.max(character, 0), this.text(onLine).length) };
  }

  /** Returns the position after the last character. */
  get end(): Position {
    return this.clamp(this.count, 0);
  }

  /** Returns the range from the start of line `first` to the end of line `last`, without its line break. */
  range(first: number, last: number): Range {
    return { start: this.clamp(first, 0), end: this.clamp(last, Number.MAX_SAFE_INTEGER) };
  }

  /** Returns the range of a line without the white space around its text. */
  trimmedRange(line: number): Range {
    const text = this.text(line);
    const from = text.length - text.trimStart().length;
    return { start: this.clamp(line, from), end: this.clamp(line, Math.max(from, text.trimEnd().length)) };
  }

  /** Returns the position of an offset. An offset outside the text, or inside a line break, is moved to the nearest position before it. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this.clamp(low, offset - (this.#starts[low] ?? 0));
  }

  /** Returns the offset of a position. A position outside the text is moved to the nearest one inside. */
  offsetAt(position: Position): number {
    const { line, character } = this.clamp(position.line, position.character);
    return (this.#starts[line] ?? 0) + character;
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    count += code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed) ? 1 : 0;
  }
  return count;
}
