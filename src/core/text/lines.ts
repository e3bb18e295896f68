import { matchesOf } from './matches.ts';
import type { Position, Range } from './position.ts';

/** What ends a line. */
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

  /** Splits a text into lines. */
  static of(text: string): Lines {
    return new Lines(text);
  }

  /** How many lines the text has; at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line break that the text uses most, of equally frequent ones CRLF before LF before CR; LF when it has none. */
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

  /** The line's text without its break; empty for a line that does not exist. */
  text(line: number): string {
    return this.#text.slice(this.#starts[line] ?? 0, this.#ends[line] ?? 0);
  }

  /** The text of a range, line breaks as they are. */
  slice({ start, end }: Range): string {
    return this.#text.slice(this.offsetAt(start), this.offsetAt(end));
  }

  /** The nearest existing position to (`line`, `character`). */
  clamp(line: number, character: number): Position {
    const onLine = Math.min(Math.max(line, 0), this.count - 1);
    const length = (this.#ends[onLine] ?? 0) - (this.#starts[onLine] ?? 0);
    return { line: onLine, character: line > onLine ? length : Math.min(Math.max(character, 0), length) };
  }

  /** The place after the last character. */
  get end(): Position {
    return this.clamp(this.count, 0);
  }

  /** From the start of line `first` to the end of line `last` (included, without its break). */
  range(first: number, last: number): Range {
    return { start: this.clamp(first, 0), end: this.clamp(last, Number.MAX_SAFE_INTEGER) };
  }

  /** Line `line` without the white space around its text. */
  trimmedRange(line: number): Range {
    const text = this.text(line);
    const from = text.length - text.trimStart().length;
    return { start: this.clamp(line, from), end: this.clamp(line, Math.max(from, text.trimEnd().length)) };
  }

  /** The position of an offset; offsets outside the text, or inside a line break, are moved to the nearest one before it. */
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

  /** The offset of a position; positions outside the text are moved to the nearest one inside. */
  offsetAt(position: Position): number {
    const { line, character } = this.clamp(position.line, position.character);
    return (this.#starts[line] ?? 0) + character;
  }
}
