import type { Secret } from './secret.ts';

/** What stands in a text instead of a secret. */
export const removedSecret = '[secret removed]';

/** Returns a text with each of its secrets replaced by words that say so. @param secrets of the text; see `secretsIn`. */
export function withoutSecretsIn(text: string, secrets: readonly Secret[]): string {
  return replaced(text, secrets, () => removedSecret);
}

/** Returns the same as `withoutSecretsIn`, with as many lines (at LF) as before. */
export function withoutSecretsInLines(text: string, secrets: readonly Secret[]): string {
  return replaced(text, secrets, (value) => removedSecret + value.replaceAll(/[^\n]+/g, ''));
}

function replaced(text: string, secrets: readonly Secret[], stands: (value: string) => string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of secrets) {
    result += text.slice(from, start) + stands(text.slice(start, end));
    from = end;
  }
  return result + text.slice(from);
}

/** So many characters in a row of a secret show that it is quoted, from wherever; no secret is shorter. */
const telling = 8;
/** So many of its first characters do, if the quotation ends there. */
const leastBegun = 4;
const quotationEnds = /["'`…\n]|$/y;
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
        const shown =
          stands ?? parts.shownBy.get(text.slice(at, end)) ?? parts.shownBy.get(text.slice(at, at + telling));
        at = restTo(text, at, end, parts);
        result += shown ?? '…';
      }
      at += result.endsWith('…') && text.startsWith('…', at) ? 1 : 0;
    }
    return result;
  };
}

/** What shows that secrets are quoted. */
interface Parts {
  /** How whole secrets and their first characters are shown. */
  readonly shownBy: ReadonlyMap<string, string>;
  /** All runs of `telling` characters. */
  readonly runs: ReadonlySet<string>;
  /** Shorter beginnings. */
  readonly begun: ReadonlySet<string>;
  /** How secrets are shown of which four characters at each end are. */
  readonly told: ReadonlySet<string>;
}

function partsOf(source: string, secrets: readonly Secret[]): Parts {
  const shownBy = new Map<string, string>();
  const runs = new Set<string>();
  const begun = new Set<string>();
  for (const { start, end, shown } of secrets) {
    // Each line of a key by itself: what quotes it may leave out line breaks.
    for (const value of source.slice(start, end).split(/\s+/)) {
      for (let at = 0; at + telling <= value.length; at += 1) {
        runs.add(value.slice(at, at + telling));
      }
      for (let length = leastBegun; length < telling && value.length >= telling; length += 1) {
        begun.add(value.slice(0, length));
      }
      if (value.length >= telling) {
        shownBy.set(value, shown);
        shownBy.set(value.slice(0, telling), shown);
      }
    }
  }
  return { shownBy, runs, begun, told: new Set(secrets.map(({ shown }) => shown)) };
}

/** Where the part of a secret ends that begins at a place; that place if none does. */
function quotedTo(text: string, from: number, { runs, begun, told }: Parts): number {
  let end = from;
  for (let at = from; at <= Math.max(from, end - 1); at += 1) {
    if (runs.has(text.slice(at, at + telling))) {
      end = at + telling;
    }
  }
  for (let length = telling - 1; end === from && length >= leastBegun; length -= 1) {
    quotationEnds.lastIndex = from + length;
    // What is shown of a secret is no quotation of it.
    if (
      begun.has(text.slice(from, from + length)) &&
      quotationEnds.test(text) &&
      !told.has(text.slice(from, from + 2 * leastBegun + 1))
    ) {
      end = from + length;
    }
  }
  return end;
}

/** Where the rest of a quoted secret ends, if what was found of it is not the whole. */
function restTo(text: string, from: number, end: number, { shownBy }: Parts): number {
  const isKey = text.startsWith('-----', from);
  if (!isKey && shownBy.has(text.slice(from, end))) {
    return end;
  }
  const rest = isKey ? keyGoesOn : goesOn;
  rest.lastIndex = end;
  return end + (rest.exec(text)?.[0].length ?? 0);
}
