/**
 * A part of an address in two forms: as it is written, and as its reader decodes it, with the place of each character. So what is read in the
 * decoded form is changed in the written one, and all other bytes stay. `new URL`, `URLSearchParams` and libraries for the notations inside
 * (Rison of Kibana, JSURL of AWS) write the whole value anew, in their own order and encoding; those libraries are not kept either.
 */
export interface Encoded {
  readonly written: string;
  readonly text: string;
  /** For each character of `text`, and for its end, the offset in `written`. */
  readonly starts: readonly number[];
}

/** A part of the decoded text, by offsets, and what is to be there instead, decoded. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns a text that is read as it is written. */
export function plain(written: string): Encoded {
  return { written, text: written, starts: Array.from({ length: written.length + 1 }, (_, index) => index) };
}

const hexDigits = /^[0-9a-f]{2}$/i;
const lastOfAscii = 0x7f;

/**
 * Returns a text with one more encoding taken off: `sign` and two digits are a character. Only those of ASCII, which have all that notations are
 * made of; others, and what is not well formed, stay.
 * @param sign `%` in addresses; `$` in fragments of the console of AWS.
 */
export function decoded({ written, text, starts }: Encoded, sign: '%' | '$'): Encoded {
  const pieces: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    places.push(starts[at] ?? written.length);
    const digits = text[at] === sign ? text.slice(at + 1, at + 3) : '';
    const code = hexDigits.test(digits) ? Number.parseInt(digits, 16) : lastOfAscii + 1;
    if (code <= lastOfAscii) {
      pieces.push(String.fromCodePoint(code));
      at += 2;
    } else {
      pieces.push(text[at] ?? '');
    }
  }
  places.push(starts[text.length] ?? written.length);
  return { written, text: pieces.join(''), starts: places };
}

/** Returns a part of the text, both ends by offsets in the decoded form. */
export function part({ written, text, starts }: Encoded, start: number, end: number): Encoded {
  const [first = 0, last = written.length] = [starts[start], starts[end]];
  return {
    written: written.slice(first, last),
    text: text.slice(start, end),
    starts: starts.slice(start, end + 1).map((place) => place - first),
  };
}

/**
 * Returns the text as it is written, with changes. What is new is encoded as the same characters, or their like, are encoded in the rest.
 * @param changes in order; they do not overlap.
 * @param like the text in which the encoding of characters is looked up: this one, or the one that it is a part of.
 */
export function changed({ written, starts }: Encoded, changes: readonly Change[], like: Encoded): string {
  const spelt = spelling(like);
  let result = '';
  let done = 0;
  for (const { start, end, text } of changes) {
    const [first = written.length, last = written.length] = [starts[start], starts[end]];
    result += written.slice(done, first) + text.replace(special, spelt);
    done = last;
  }
  return result + written.slice(done);
}

/** What is never encoded is not among them, nor is `*`, which is a sign of JSURL and which encoders leave. */
const special = /[!'()~:,"{}[\]?&=;]/g;

/**
 * Characters that one encoder treats alike: what `encodeURIComponent` leaves, what it encodes, and what divides parameters. Those first that tell
 * most: many encoders leave `!` alone.
 */
const alike = ["(~)'!", ':,"{}[]', '?&=;'];

/** Returns how characters are written in a text: as the first of the same is, else as the first of its like; else as they are. */
function spelling({ written, text, starts }: Encoded): (character: string) => string {
  const known = new Map<string, string>();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (!known.has(character)) {
      known.set(character, written.slice(starts[at], starts[at + 1]));
    }
  }
  return (character) => {
    const own = known.get(character);
    if (own !== undefined) {
      return own;
    }
    const group = alike.find((characters) => characters.includes(character)) ?? '';
    const like = [...group].map((each) => known.get(each) ?? '').find((each) => each !== '') ?? '';
    return like.length < 3 ? character : like.slice(0, -2) + hexOf(character);
  };
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}
