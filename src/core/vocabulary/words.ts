import type { Calendar, Language, Pattern, Words } from './language.ts';
import * as files from './languages.ts';

/** All languages, English first: if two share a word, the English meaning counts. */
export const languages: readonly Language[] = Object.values(files).toSorted(
  (a, b) => Number(b.code === 'en') - Number(a.code === 'en') || (a.code < b.code ? -1 : 1),
);

/** Returns the words of a list, as people write them. */
export function split(words: Words): string[] {
  return words === '' ? [] : words.split('|');
}

/** Returns the words of all languages, English first; duplicates are possible. */
export function wordsIn(pick: (language: Language) => Words): string[] {
  return languages.flatMap((language) => split(pick(language)));
}

/** Returns the groups of a calendar in all languages, group by group. */
export function groupsIn(pick: (language: Language) => Calendar): string[][] {
  const groups: string[][] = [];
  for (const language of languages) {
    for (const [index, forms] of split(pick(language)).entries()) {
      (groups[index] ??= []).push(...forms.split(',').filter((form) => form !== ''));
    }
  }
  return groups;
}

/** Returns several patterns of one language as one. */
export function joined(...patterns: readonly Pattern[]): Pattern {
  return patterns.filter((pattern) => pattern !== '').join('|');
}

/** Alternatives of a pattern, for languages with and without spaces between words. */
export interface Alternatives {
  /** Never empty: matches nothing if no language has any. */
  readonly spaced: string;
  readonly unspaced: string;
}

/** Matches nothing. */
const nothing = '(?!)';
const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns the alternatives of all languages for text as people write it, with or without accents. Parts of a pattern with the flag `u`. */
export function written(pick: (language: Language) => Pattern): Alternatives {
  return alternatives(pick, anyAccents);
}

/** Returns the alternatives of all languages for text that `withoutAccents` gave. Parts of a pattern with the flag `u`. */
export function plain(pick: (language: Language) => Pattern): Alternatives {
  return alternatives(pick, withoutAccents);
}

/**
 * Returns names as alternatives, longest first, for text as people write it. Parts of a pattern with the flag `u`.
 * @param adapted changes each name; its letters match with and without accents, in any case.
 */
export function anyOfNames(names: readonly string[], adapted = (name: string): string => name): Alternatives {
  const sorted = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  const oneOf = (some: readonly string[]): string =>
    some.length === 0
      ? nothing
      : some.map((name) => anyAccents(adapted(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))).join('|');
  return {
    spaced: oneOf(sorted.filter((name) => !scriptWithoutSpaces.test(name))),
    unspaced: oneOf(sorted.filter((name) => scriptWithoutSpaces.test(name))),
  };
}

function alternatives(pick: (language: Language) => Pattern, adapted: (pattern: Pattern) => string): Alternatives {
  const all = languages.map(pick).filter((pattern) => pattern !== '');
  const oneOf = (patterns: readonly Pattern[]): string =>
    patterns.length === 0 ? nothing : patterns.map((pattern) => adapted(expanded(pattern))).join('|');
  return {
    spaced: oneOf(all.filter((pattern) => !scriptWithoutSpaces.test(pattern))),
    unspaced: oneOf(all.filter((pattern) => scriptWithoutSpaces.test(pattern))),
  };
}

const wordStart = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';

/** Returns a pattern for whole words, for the flag `u`. Words of languages without spaces match anywhere. */
export function whole({ spaced, unspaced }: Alternatives): string {
  if (spaced === nothing) {
    return `(?:${unspaced})`;
  }
  return unspaced === nothing
    ? `${wordStart}(?:${spaced})${wordEnd}`
    : `(?:${wordStart}(?:${spaced})${wordEnd}|(?:${unspaced}))`;
}

/** Returns a pattern for words that must end there, for the flag `u`. */
export function ended({ spaced, unspaced }: Alternatives): string {
  return `(?:(?:${spaced})${wordEnd}|(?:${unspaced}))`;
}

/** Returns a pattern for words that can be inside other words, for the flag `u`. */
export function anywhere({ spaced, unspaced }: Alternatives): string {
  return `(?:${spaced}|${unspaced})`;
}

/** Only these characters have accents. */
const beyondAscii = /[^\0-\x7f]/;

/** Returns the text without diacritics, in Japanese too. Compare the result only with other results of this function. */
export function withoutAccents(text: string): string {
  return !beyondAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** Returns a name in lower case, without accents. */
export function folded(name: string): string {
  return withoutAccents(name).toLowerCase().replaceAll('ß', 'ss').replaceAll('’', "'");
}

function expanded(pattern: string): string {
  return pattern.replaceAll('~', '\\p{L}*');
}

/** A pattern that matches letters with and without accents: "até" finds "ate", "für" finds "fuer". */
function anyAccents(pattern: Pattern): string {
  let inClass = false;
  return [...pattern.normalize('NFC')]
    .map((letter) => {
      inClass = letter === '[' || (inClass && letter !== ']');
      const base = withoutAccents(letter);
      if (letter === "'" || letter === '’') {
        return inClass ? letter : "['’]";
      }
      if (letter === 'ß') {
        return inClass ? letter : '(?:ß|ss)';
      }
      if (letter === base || !/^[a-zе]$/iu.test(base)) {
        return letter;
      }
      return inClass ? `${letter}${base}` : /[äöü]/i.test(letter) ? `(?:${letter}|${base}e?)` : `[${letter}${base}]`;
    })
    .join('');
}
