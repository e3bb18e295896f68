import type { Surrounding, Unit } from './scan.ts';

/** Lines of one command at most: more are a text with an apostrophe, not a command. */
const mostLines = 200;

/** Maximum number of commands without an end that are looked for in a block. After that, each line is a command. */
const mostGivenUp = 20;

/** Collects units while code is read from its start to its end. */
export class UnitCollector {
  readonly surroundings: Surrounding[] = [];
  readonly units: Unit[] = [];
  readonly #code: string;
  #start: number | undefined;
  #end = 0;
  #line = '';
  #lines = 0;
  #joined = true;
  #givenUp = 0;

  constructor(code: string) {
    this.#code = code;
  }

  /** Whether the unit has more lines than a command has. */
  get isTooLong(): boolean {
    return this.#lines > (this.#givenUp < mostGivenUp ? mostLines : 0);
  }

  /** Takes characters that are part of the command. */
  take(from: number, to: number, surrounding: Surrounding): void {
    for (let at = from; at < to; at += 1) {
      this.surroundings[at] = surrounding;
      const character = this.#code.charAt(at);
      this.#joined &&= character !== '\n';
      if (this.#start === undefined && character.trim() !== '') {
        this.#start = at;
      }
      if (character.trim() !== '') {
        this.#end = at + 1;
      }
      this.#lines += character === '\n' ? 1 : 0;
    }
    this.#line += this.#code.slice(from, to);
  }

  /** Passes over a comment, or over a line break that the shell takes for `text`. */
  skip(from: number, to: number, text: string, surrounding: Surrounding = 'closed'): void {
    for (let at = from; at < to; at += 1) {
      this.surroundings[at] = surrounding;
      this.#lines += this.#code.charAt(at) === '\n' ? 1 : 0;
    }
    this.#line += text;
  }

  /** Ends the unit, if there is one. */
  finish(whole: boolean): void {
    if (this.#start !== undefined) {
      const line = this.#joined && whole ? this.#line.trim() : undefined;
      this.units.push({ start: this.#start, end: this.#end, line, whole });
    }
    this.#start = undefined;
    this.#line = '';
    this.#lines = 0;
    this.#joined = true;
  }

  /** Gives a unit up that does not end: its first line is one, and reading goes on after that. Returns where. */
  giveUp(): number {
    this.#givenUp += 1;
    const start = this.#start ?? this.#code.length;
    const stop = this.#code.indexOf('\n', start);
    const end = stop === -1 ? this.#code.length : stop;
    this.#end = start + this.#code.slice(start, end).trimEnd().length;
    this.surroundings.length = Math.min(this.surroundings.length, end);
    this.finish(false);
    return end;
  }
}
