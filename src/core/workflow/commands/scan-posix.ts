import type { Scan, Surrounding } from './scan.ts';
import type { UnitCollector } from './units.ts';

// Follows "Shell Command Language" of POSIX.1-2024, sections 2.2 (quoting), 2.3 (tokens), 2.7.4 (here-documents) and 2.9.4 (compound
// commands), with `$'…'`, `$"…"` and `<(…)` of bash and zsh.

type Frame = 'single' | 'double' | 'ansi' | 'group' | 'arithmetic' | 'parameter' | 'backtick';

interface Here {
  readonly word: string;
  readonly literal: boolean;
  readonly tabs: boolean;
}

const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{']);
const closing = new Set(['fi', 'done', 'esac', '}']);
/** A command follows each. */
const leading = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '{', '!', 'time']);
const here = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|(\\?)([\w.-]+))/y;
const join = /\\\n/y;

/** Reads code for bash, zsh and other shells of the family; see `scan`. */
export function scanPosix(code: string, out: UnitCollector): Scan {
  let at = 0;
  while (at < code.length) {
    at = new Posix(code, out).read(at);
  }
  return { units: out.units, surroundings: out.surroundings };
}

function isPlain(frame: Frame | undefined): boolean {
  return frame === 'backtick' || frame === 'arithmetic' || frame === 'parameter';
}

class Posix {
  readonly #code: string;
  readonly #out: UnitCollector;
  readonly #frames: Frame[] = [];
  /** Number of frames that take only plain values. */
  #plain = 0;
  /** Here-documents that begin on the next line. */
  #heres: Here[] = [];
  #depth = 0;
  /** The word before, as far as it is read; undefined in one that has quotes. */
  #word: string | undefined = '';
  #isFirst = true;
  /** After `|`, `&&` and `||` a command goes on on the next line. */
  #goesOn = false;

  constructor(code: string, out: UnitCollector) {
    this.#code = code;
    this.#out = out;
  }

  /** Reads to the end of a unit. Returns where the next begins. */
  read(from: number): number {
    let at = from;
    while (at < this.#code.length) {
      if (this.#code.charAt(at) === '\n' && this.#frame === undefined) {
        this.#endWord();
        if (this.#heres.length > 0) {
          at = this.#hereDocuments(at);
          if (this.#depth === 0) {
            this.#out.finish(at !== -1);
            return at === -1 ? this.#code.length : at;
          }
          continue;
        }
        if (this.#depth === 0 && !this.#goesOn) {
          this.#out.skip(at, at + 1, '');
          this.#out.finish(true);
          return at + 1;
        }
        this.#isFirst = true;
        at = this.#goesOn && this.#depth === 0 ? this.#joinLines(at) : this.#take(at, 1);
      } else {
        at = this.#step(at);
      }
      if (this.#out.isTooLong) {
        return this.#out.giveUp();
      }
    }
    this.#endWord();
    if (this.#frames.length > 0 || this.#depth > 0) {
      return this.#out.giveUp();
    }
    this.#out.finish(!this.#goesOn && this.#heres.length === 0);
    return this.#code.length;
  }

  get #frame(): Frame | undefined {
    return this.#frames.at(-1);
  }

  get #surrounding(): Surrounding {
    if (this.#plain > 0) {
      return 'plain';
    }
    const frame = this.#frame;
    return frame === 'single' || frame === 'double' || frame === 'ansi' ? frame : 'bare';
  }

  #step(at: number): number {
    const code = this.#code;
    const character = code.charAt(at);
    const frame = this.#frame;
    if (frame === 'single') {
      return this.#take(at, 1, character === "'");
    }
    join.lastIndex = at;
    if (join.test(code)) {
      return this.#continue(at);
    }
    if (character === '\\') {
      this.#word = undefined;
      this.#goesOn = false;
      return this.#take(at, 2);
    }
    if (frame === 'ansi') {
      return this.#take(at, 1, character === "'");
    }
    if (frame === 'double') {
      return character === '"' ? this.#take(at, 1, true) : (this.#expansion(at) ?? this.#take(at, 1));
    }
    return this.#expansion(at) ?? this.#bare(at, character);
  }

  /** `$(`, `${`, `$((` and backticks, which also work in double quotes. */
  #expansion(at: number): number | undefined {
    const code = this.#code;
    if (code.startsWith('$((', at)) {
      return this.#open(at, 3, 'arithmetic');
    }
    if (code.startsWith('$(', at)) {
      return this.#open(at, 2, 'group');
    }
    if (code.startsWith('${', at)) {
      return this.#open(at, 2, 'parameter');
    }
    if (code.charAt(at) === '`') {
      return this.#frames.includes('backtick') ? this.#closeTo(at, 'backtick') : this.#open(at, 1, 'backtick');
    }
    return undefined;
  }

  #bare(at: number, character: string): number {
    const code = this.#code;
    switch (character) {
      case "'":
        return this.#open(at, 1, 'single');
      case '"':
        return this.#open(at, 1, 'double');
      case '$':
        if (code.charAt(at + 1) === "'" || code.charAt(at + 1) === '"') {
          return this.#open(at, 2, code.charAt(at + 1) === "'" ? 'ansi' : 'double');
        }
        break;
      case '#':
        if (this.#word === '') {
          return this.#comment(at);
        }
        break;
      case '}':
        if (this.#frame === 'parameter') {
          return this.#take(at, 1, true);
        }
        break;
      case ')':
        this.#endWord();
        this.#isFirst = true;
        if (this.#frame === 'arithmetic') {
          return this.#take(at, code.charAt(at + 1) === ')' ? 2 : 1, code.charAt(at + 1) === ')');
        }
        // The pattern of a `case` has no opening parenthesis.
        return this.#take(at, 1, this.#frame === 'group');
      case '(':
        this.#endWord();
        this.#isFirst = true;
        return this.#open(at, 1, this.#frame === 'arithmetic' ? 'arithmetic' : 'group');
      case '<': {
        here.lastIndex = at;
        const found = code.startsWith('<<<', at) ? null : here.exec(code);
        if (found !== null && this.#frame !== 'arithmetic') {
          const [all, tabs, single, double, backslash, word] = found;
          this.#heres.push({
            word: single ?? double ?? word ?? '',
            literal: word === undefined || backslash === '\\',
            tabs: tabs === '-',
          });
          this.#endWord();
          return this.#take(at, all.length);
        }
        break;
      }
      default:
    }
    if (/[\s;|&]/.test(character)) {
      this.#endWord();
      if (/\S/.test(character)) {
        this.#isFirst = true;
        this.#goesOn = character === '|' || (character === '&' && code.charAt(at - 1) === '&');
      }
      return this.#take(at, 1);
    }
    this.#goesOn = false;
    this.#word = this.#word === undefined ? undefined : this.#word + character;
    return this.#take(at, 1);
  }

  /** Ends a word, and counts it if the grammar reserves it here. */
  #endWord(): void {
    const word = this.#word;
    this.#word = '';
    if (word === '') {
      return;
    }
    if (this.#isFirst && word !== undefined && (this.#frames.length === 0 || this.#frame === 'group')) {
      this.#depth += opening.has(word) ? 1 : closing.has(word) && this.#depth > 0 ? -1 : 0;
      this.#isFirst = leading.has(word);
    } else {
      this.#isFirst = word === 'do' || word === 'in';
    }
  }

  #take(at: number, length: number, closes = false): number {
    const to = Math.min(at + length, this.#code.length);
    const surrounding = this.#surrounding;
    if (closes) {
      this.#plain -= isPlain(this.#frames.pop()) ? 1 : 0;
      this.#word = undefined;
    }
    this.#out.take(at, to, surrounding);
    return to;
  }

  #open(at: number, length: number, frame: Frame): number {
    this.#goesOn = false;
    if (frame === 'group' || frame === 'backtick') {
      this.#isFirst = true;
      this.#word = '';
    } else {
      this.#word = undefined;
    }
    this.#out.take(at, at + length, this.#surrounding);
    this.#frames.push(frame);
    this.#plain += isPlain(frame) ? 1 : 0;
    return at + length;
  }

  #closeTo(at: number, frame: Frame): number {
    this.#out.take(at, at + 1, 'plain');
    this.#frames.length = this.#frames.lastIndexOf(frame);
    this.#plain = this.#frames.filter(isPlain).length;
    this.#word = undefined;
    return at + 1;
  }

  /** A backslash at the end of a line, which the shell removes with the line break. Outside of quotes white space around it is one blank. */
  #continue(at: number): number {
    const isBare = this.#surrounding !== 'double' && this.#frame !== 'double';
    const next = isBare ? /[ \t]*/y : /(?:)/y;
    next.lastIndex = at + 2;
    const space = next.exec(this.#code)?.[0].length ?? 0;
    const between = isBare && space > 0 && !/[ \t]/.test(this.#code.charAt(at - 1)) ? ' ' : '';
    if (space > 0) {
      this.#endWord();
    }
    this.#out.skip(at, at + 2 + space, between, this.#surrounding);
    return at + 2 + space;
  }

  /** A line break after `|`, `&&` or `||`, which is white space. */
  #joinLines(at: number): number {
    let to = at + 1;
    while (/[ \t]/.test(this.#code.charAt(to))) {
      to += 1;
    }
    this.#out.skip(at, to, ' ', 'bare');
    return to;
  }

  #comment(at: number): number {
    const stop = this.#code.indexOf('\n', at);
    const end = stop === -1 ? this.#code.length : stop;
    this.#out.skip(at, end, '');
    return end;
  }

  /** Takes the here-documents after the line break at `at`. Returns where they end; -1 if one does not. */
  #hereDocuments(at: number): number {
    const code = this.#code;
    let from = at + 1;
    this.#out.take(at, from, 'bare');
    for (const { word, literal, tabs } of this.#heres) {
      for (let ended = false; !ended;) {
        if (from >= code.length) {
          return -1;
        }
        const stop = code.indexOf('\n', from);
        const end = stop === -1 ? code.length : stop;
        const line = code.slice(from, end);
        ended = (tabs ? line.replace(/^\t+/, '') : line) === word;
        const next = Math.min(end + 1, code.length);
        this.#out.take(from, next, ended ? 'closed' : literal ? 'literal' : 'heredoc');
        from = next;
      }
    }
    this.#heres = [];
    this.#isFirst = true;
    return from;
  }
}
