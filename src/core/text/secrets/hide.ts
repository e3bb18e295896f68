import { removedSecret } from './removed.ts';
import type { Secret } from './secret.ts';

/**
 * Returns a text with each of its secrets replaced by words that say so.
 * @param secrets of the text; see `secretsIn`.
 * @param more what follows those words, by the secret; without it, nothing.
 */
export function withoutSecretsIn(
  text: string,
  secrets: readonly Secret[],
  more = (_secret: string): string => '',
): string {
  let result = '';
  let from = 0;
  for (const { start, end } of secrets) {
    result += text.slice(from, start) + removedSecret + more(text.slice(start, end));
    from = end;
  }
  return result + text.slice(from);
}

/** So many characters in a row of a secret show that it is quoted, from wherever; no secret is shorter. */
const telling = 8;
/** So many of its first characters do, if the quotation ends there. */
const leastBegun = 4;
const quotationEnds = /["'`…\n]|$/y;
/** Characters of a secret that is shown cut with four at each end. */
const cutLength = 9;
/** What a quotation goes on with after it has told a part of a secret in another notation. */
const goesOn = /(?:\\.|[^\s"'`…\\])*/y;
/** A private key has spaces. */
const keyGoesOn = /[^"'`]*/y;

/**
 * Returns a function that shows a text that may quote another, such as a message, with the secrets of that other text cut: also where the
 * quotation ends in a secret or begins in one.
 * @param source the text that has the secrets.
 * @param stands what stands in the place of each; without it, `Secret.shown`.
 */
export function quotingWithout(source: string, secrets: readonly Secret[], stands?: string): (text: string) => string {
  let parts: Parts | undefined;
  return (text) => {
    if (secrets.length === 0 || text.length < leastBegun) {
      return text;
    }
    parts ??= partsOf(source, secrets);
    let result = '';
    for (let at = 0; at < text.length;) {
      const end = quotedTo(text, at, parts);
      if (end === at) {
        result += text.charAt(at);
        at += 1;
      } else {
        result += stands ?? parts.get(text.slice(at, end)) ?? parts.get(text.slice(at, at + telling)) ?? '…';
        at = restTo(text, at, end, parts);
      }
      at += result.endsWith('…') && text.startsWith('…', at) ? 1 : 0;
    }
    return result;
  };
}

/**
 * What shows that secrets are quoted: all runs of `telling` characters, shorter beginnings, and whole secrets, with how they are shown. What
 * is shown of them is in it too.
 */
type Parts = ReadonlyMap<string, string>;

function partsOf(source: string, secrets: readonly Secret[]): Parts {
  const parts = new Map<string, string>();
  for (const { start, end, shown } of secrets) {
    // Each line of a key by itself: what quotes it may leave out line breaks.
    for (const value of source
      .slice(start, end)
      .split(/\s+/)
      .filter(({ length }) => length >= telling)) {
      for (let at = 1; at + telling <= value.length; at += 1) {
        const run = value.slice(at, at + telling);
        parts.set(run, parts.get(run) ?? '…');
      }
      for (const length of [4, 5, 6, 7, telling, value.length]) {
        parts.set(value.slice(0, length), length < telling ? '…' : shown);
      }
      parts.set(shown, shown);
    }
  }
  return parts;
}

/** Where the part of a secret ends that begins at a place; that place if none does. */
function quotedTo(text: string, from: number, parts: Parts): number {
  let end = from;
  for (let at = from; at <= Math.max(from, end - 1); at += 1) {
    end = parts.has(text.slice(at, at + telling)) && at + telling <= text.length ? at + telling : end;
  }
  const cut = text.slice(from, from + cutLength);
  if (cut.length === cutLength && parts.has(cut)) {
    return end;
  }
  for (let length = telling - 1; end === from && length >= leastBegun; length -= 1) {
    quotationEnds.lastIndex = from + length;
    end = parts.has(text.slice(from, from + length)) && quotationEnds.test(text) ? from + length : end;
  }
  return end;
}

/** Where the rest of a quoted secret ends, if what was found of it is not the whole. */
function restTo(text: string, from: number, end: number, parts: Parts): number {
  const isKey = text.startsWith('-----', from);
  if (!isKey && end - from > telling && parts.has(text.slice(from, end))) {
    return end;
  }
  const rest = isKey ? keyGoesOn : goesOn;
  rest.lastIndex = end;
  return end + (rest.exec(text)?.[0].length ?? 0);
}
