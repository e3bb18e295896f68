/** A part of a pattern. */
export type Part =
  | { readonly type: 'character'; readonly character: string }
  /** Any character except a slash. */
  | { readonly type: 'any' }
  /** One character, except a slash, that is (or is not) in some ranges of code points. */
  | { readonly type: 'set'; readonly without: boolean; readonly ranges: ReadonlyArray<readonly [number, number]> }
  /** Any characters except slashes. */
  | { readonly type: 'star' }
  /** Two stars: any folders, where they stand for a whole name in a path. */
  | { readonly type: 'stars' }
  | { readonly type: 'slash' }
  | { readonly type: 'choice'; readonly branches: ReadonlyArray<readonly Part[]> };

/** The parts of a pattern, or why it is not valid and what to write instead. */
export type ParsedPattern = { readonly parts: readonly Part[] } | { readonly fault: string };

/** `globs` have alternatives in braces; syntax of other matchers is refused. `gitignore` has neither. */
export type Dialect = 'globs' | 'gitignore';

/** Longest pattern, in UTF-16 code units. */
export const longestGlob = 1000;

/** Reads a pattern: `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `\` and, in globs, `{a,b}` and `{a..c}`. Never throws. */
export function parsePattern(text: string, dialect: Dialect): ParsedPattern {
  if (text === '') {
    return { fault: 'it is empty' };
  }
  if (text.length > longestGlob) {
    return { fault: `it is longer than ${longestGlob} characters` };
  }
  const reader = new Reader(text, dialect);
  const parts = reader.sequence(false);
  const fault = reader.fault ?? tooMuch(parts);
  return fault === undefined ? { parts } : { fault };
}

/** Greatest weight of a pattern. */
const heaviest = 150;
/** Limits for `**` and for nested braces. More is slow if there are many patterns. */
const mostStars = 8;
const mostBraces = 4;

function tooMuch(parts: readonly Part[]): string | undefined {
  if (countOf(parts, ({ type }) => (type === 'stars' ? 1 : 0)) > mostStars) {
    return `it contains ** more than ${mostStars} times. One ** matches any number of folders. Or write several globs`;
  }
  return weightOf(parts) > heaviest
    ? `it has more than ${heaviest} wildcards and alternatives. Write * for several of them, or write several globs`
    : undefined;
}

/** Returns how much work a pattern needs for each character of a path: about one for each wildcard and alternative. */
export function weightOf(parts: readonly Part[]): number {
  return countOf(parts, (part) => {
    switch (part.type) {
      case 'stars':
        return 2;
      case 'star':
      case 'any':
        return 1;
      case 'set':
        return Math.ceil(part.ranges.length / 8);
      case 'choice':
        return part.branches.length;
      default:
        return 0;
    }
  });
}

function countOf(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce(
    (sum, part) =>
      sum + of(part) + (part.type === 'choice' ? part.branches.reduce((all, one) => all + countOf(one, of), 0) : 0),
    0,
  );
}

/** Characters with a meaning in other matchers. Without an error they would silently be taken literally. */
const foreign: Readonly<Record<string, string>> = {
  '(': 'groups in ( ) are not supported. Write {a,b} for alternatives, or [(] for the character',
  ')': 'groups in ( ) are not supported. Write [)] for the character',
  '|': '| is not supported. Write {a,b} for alternatives, or [|] for the character',
};

class Reader {
  /** The first error. */
  fault: string | undefined;
  readonly #characters: readonly string[];
  readonly #dialect: Dialect;
  #at = 0;
  /** Number of open braces. */
  #depth = 0;

  constructor(text: string, dialect: Dialect) {
    this.#characters = [...text];
    this.#dialect = dialect;
  }

  /** @param inBraces whether a comma or closing brace ends it. */
  sequence(inBraces: boolean): Part[] {
    const parts: Part[] = [];
    while (this.fault === undefined && this.#at < this.#characters.length) {
      const character = this.#characters[this.#at] ?? '';
      if (inBraces && (character === ',' || character === '}')) {
        break;
      }
      this.#at += 1;
      parts.push(...this.#part(character));
      const [first, second, third, fourth] = parts.slice(-4).map(({ type }) => type);
      if (first === 'stars' && second === 'slash' && third === 'stars' && fourth === 'slash') {
        // Two `**` in a row mean the same as one.
        parts.splice(-2);
      }
    }
    return parts;
  }

  #part(character: string): Part[] {
    switch (character) {
      case '/':
        return [{ type: 'slash' }];
      case '*':
        return [this.#stars()];
      case '?':
        return [{ type: 'any' }];
      case '[':
        return this.#set();
      case '\\':
        return [this.#escaped()];
      default:
        return this.#dialect === 'globs' ? this.#inGlob(character) : [plain(character)];
    }
  }

  #inGlob(character: string): Part[] {
    if (character === '{') {
      return this.#range() ?? this.#choice();
    }
    const before = this.#characters[this.#at - 2] ?? '';
    if (character === '+' && ']}'.includes(before) && before !== '' && this.#characters[this.#at - 3] !== '\\') {
      this.#refuse('+ after brackets is not supported. Write * for any characters, or [+] for the character');
    } else if (foreign[character] !== undefined) {
      this.#refuse(foreign[character]);
    }
    return [plain(character)];
  }

  /** Two stars are more than one; any other number of them is one. */
  #stars(): Part {
    const from = this.#at;
    while (this.#characters[this.#at] === '*') {
      this.#at += 1;
    }
    return { type: this.#at - from === 1 ? 'stars' : 'star' };
  }

  #escaped(): Part {
    const character = this.#characters[this.#at];
    this.#at += 1;
    if (character === undefined) {
      this.#refuse('it ends with a backslash. Write [\\\\] for the character');
    } else if (this.#dialect === 'globs' && /[A-Za-z0-9]/.test(character)) {
      this.#refuse(`it has a backslash before "${character}". Write / between folders`);
    }
    return plain(character ?? '');
  }

  #set(): Part[] {
    const from = this.#at;
    const without = this.#takes('!') || this.#takes('^');
    const ranges: Array<readonly [number, number]> = [];
    for (;;) {
      const first = this.#member(ranges.length === 0);
      if (first === undefined) {
        break;
      }
      const isRange = this.#characters[this.#at] === '-' && ![']', undefined].includes(this.#characters[this.#at + 1]);
      this.#at += isRange ? 1 : 0;
      const last = isRange ? (this.#member(true) ?? first) : first;
      if (last < first) {
        this.#refuse('a range in [ ] is in reverse order');
      }
      ranges.push([first, last]);
    }
    const text = this.#characters.slice(from, this.#at - 1);
    const set: Part = { type: 'set', without, ranges };
    // Some site generators have names in brackets; such a name also matches itself.
    return this.#dialect === 'globs' && !/[-*+?.^$!{}(|)[\]\\/]/.test(text.join(''))
      ? [{ type: 'choice', branches: [[set], [plain('['), ...text.map(plain), plain(']')]] }]
      : [set];
  }

  /** Returns the code point of one character in brackets; undefined after the last. */
  #member(mayClose: boolean): number | undefined {
    let character = this.#characters[this.#at];
    this.#at += 1;
    if (character === ']' && !mayClose) {
      return undefined;
    }
    if (character === '[' && /[:.=]/.test(this.#characters[this.#at] ?? '')) {
      this.#refuse('character classes such as [:alpha:] are not supported. Write [a-z]');
    }
    if (character === '/') {
      this.#refuse('/ is not allowed in [ ]');
    }
    if (character === '\\') {
      character = this.#characters[this.#at];
      this.#at += 1;
    }
    if (character === undefined) {
      this.#refuse('a [ is not closed. Write [[] for the character');
    }
    return character?.codePointAt(0);
  }

  /** Returns a range such as {1..3} or {a..c}; undefined if there is none. */
  #range(): Part[] | undefined {
    const rest = this.#characters.slice(this.#at, this.#at + longestRange).join('');
    const [whole, first, last] = /^([A-Za-z0-9]+)\.\.([A-Za-z0-9]+)(?:\.\.[0-9]+)?\}/.exec(rest) ?? [];
    if (whole === undefined || first === undefined || last === undefined) {
      return undefined;
    }
    if (whole.length !== '1..3}'.length) {
      this.#refuse(`ranges such as {${whole} work only for single characters. Write {9,10,11} or [0-9][0-9]`);
    }
    this.#at += [...whole].length;
    const [from = 0, to = 0] = [first, last].map((end) => end.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
    return [{ type: 'set', without: false, ranges: [[from, to]] }];
  }

  #choice(): Part[] {
    const branches: Part[][] = [];
    this.#depth += 1;
    if (this.#depth > mostBraces) {
      this.#refuse(`its braces are nested more than ${mostBraces} deep. Write several globs`);
    }
    do {
      branches.push(this.sequence(true));
    } while (this.fault === undefined && this.#takes(','));
    this.#depth -= 1;
    if (this.fault === undefined && !this.#takes('}')) {
      this.#refuse('a { is not closed. Write [{] for the character');
    }
    // As in a shell, braces around a single item are literal.
    const [only = []] = branches;
    return branches.length > 1 ? [{ type: 'choice', branches }] : [plain('{'), ...only, plain('}')];
  }

  #takes(character: string): boolean {
    const found = this.#characters[this.#at] === character;
    this.#at += found ? 1 : 0;
    return found;
  }

  #refuse(fault: string): void {
    this.fault ??= fault;
  }
}

/** Longer ones are not ranges. */
const longestRange = 40;

function plain(character: string): Part {
  return character === '/' ? { type: 'slash' } : { type: 'character', character };
}
