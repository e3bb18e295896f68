import { matchesOf } from './matches.ts';
import type { Position, Range } from './position.ts';

/** A line break. */
export type LineBreak = '\n' | '\r\n' | '\r';

const carriageReturn = 13;

/**
 * A text split into lines the way VS Code splits it: at CRLF, CR or LF. Translates between offsets and positions.
 * Offsets and characters count UTF-16 code units; lines are 0-based. A text always has at least one line.
 */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  private constructor(text: string) {
    this.#text = text;
    const starts = [0];
    const ends: number[] = [];
    const end = (at: number, length: number): void => {
      ends.push(at);
      starts.push(at + length);
    };
    if (text.includes('\r')) {
      matchesOf(/\r\n?|\n/g, text).forEach(({ 0: found, index }) => end(index, found.length));
    } else {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
        end(at, 1);
      }
    }
    this.#starts = starts;
    this.#ends = [...ends, text.length];
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
    const length = (this.#ends[onLine] ?? 0) - (this.#starts[onLine] ?? 0);
    return { line: onLine, character: line > onLine ? length : Math.min(Math.max(character, 0), length) };
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
