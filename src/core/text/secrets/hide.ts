import type { Secret } from './secret.ts';

/** What stands in a text instead of a secret. */
export const removedSecret = '[secret removed]';

/** Returns a text with each of its secrets replaced by words that say so. @param secrets of the text; see `secretsIn`. */
export function withoutSecretsIn(text: string, secrets: readonly Secret[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of secrets) {
    result += text.slice(from, start) + removedSecret;
    from = end;
  }
  return result + text.slice(from);
}

/** So many characters of a secret show that it is quoted, even where the quotation is cut; all of a shorter one. */
const telling = 12;
const goesOn = /[\w+/=.~%-]*/y;
/** A private key has spaces. */
const keyGoesOn = /[^"'`]*/y;

/**
 * Returns a function that shows a text that may quote another, such as a message, with the secrets of that other text cut.
 * @param source the text that has the secrets.
 */
export function quotingWithout(source: string, secrets: readonly Secret[]): (text: string) => string {
  if (secrets.length === 0) {
    return (text) => text;
  }
  const shownBy = new Map(
    secrets.map(({ start, end, shown }) => [source.slice(start, Math.min(end, start + telling)), shown] as const),
  );
  const lengths = [...new Set([...shownBy.keys()].map(({ length }) => length))];
  return (text) => {
    let result = '';
    for (let at = 0; at < text.length;) {
      const length = lengths.find((each) => shownBy.has(text.slice(at, at + each)));
      if (length === undefined) {
        result += text.charAt(at);
        at += 1;
      } else {
        result += shownBy.get(text.slice(at, at + length)) ?? '';
        const rest = text.startsWith('-----', at) ? keyGoesOn : goesOn;
        rest.lastIndex = at + length;
        at += length + (rest.exec(text)?.[0].length ?? 0);
      }
    }
    return result;
  };
}
