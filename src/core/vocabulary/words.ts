import type { Calendar, Language, Pattern, Words } from './language.ts';
import * as files from './languages.ts';

/** All languages, English first: of words that two share, its meaning counts. */
export const languages: readonly Language[] = Object.values(files).toSorted(
  (a, b) => Number(b.code === 'en') - Number(a.code === 'en') || (a.code < b.code ? -1 : 1),
);

/** The words of a list, as people write them. */
export function split(words: Words): string[] {
  return words === '' ? [] : words.split('|');
}

/** The words of all languages, English first; some may come twice. */
export function wordsIn(pick: (language: Language) => Words): string[] {
  return languages.flatMap((language) => split(pick(language)));
}

/** The groups of a calendar in all languages, group by group. */
export function groupsIn(pick: (language: Language) => Calendar): string[][] {
  const groups: string[][] = [];
  for (const language of languages) {
    for (const [index, forms] of split(pick(language)).entries()) {
      (groups[index] ??= []).push(...forms.split(',').filter((form) => form !== ''));
    }
  }
  return groups;
}

/** Several patterns of one language as one. */
export function joined(...patterns: readonly Pattern[]): Pattern {
  return patterns.filter((pattern) => pattern !== '').join('|');
}

/** Alternatives of a pattern, by whether their languages part words with spaces. */
export interface Alternatives {
  /** Never empty: where no language has any, it matches nothing. */
  readonly spaced: string;
  readonly unspaced: string;
}

/** Matches nothing. */
const nothing = '(?!)';
const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The alternatives of all languages, for text as people write it: with accents or without. Parts of a pattern with the flag `u`. */
export function written(pick: (language: Language) => Pattern): Alternatives {
  return alternatives(pick, anyAccents);
}

/** The alternatives of all languages for text that `withoutAccents` gave. Parts of a pattern with the flag `u`. */
export function plain(pick: (language: Language) => Pattern): Alternatives {
  return alternatives(pick, withoutAccents);
}

/**
 * Names as alternatives, the longest first, for text as people write it. Parts of a pattern with the flag `u`.
 * @param adapted what becomes of each name; its letters count with and without accents in any case.
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

/** Whole words, as a part of a pattern with the flag `u`; those without spaces stand anywhere. */
export function whole({ spaced, unspaced }: Alternatives): string {
  return unspaced === nothing
    ? `${wordStart}(?:${spaced})${wordEnd}`
    : `(?:${wordStart}(?:${spaced})${wordEnd}|(?:${unspaced}))`;
}

/** Words that end where the alternative ends, as a part of a pattern with the flag `u`. */
export function ended({ spaced, unspaced }: Alternatives): string {
  return `(?:(?:${spaced})${wordEnd}|(?:${unspaced}))`;
}

/** Words that may begin and end within others, as a part of a pattern with the flag `u`. */
export function anywhere({ spaced, unspaced }: Alternatives): string {
  return `(?:${spaced}|${unspaced})`;
}

/** Nothing else has marks. */
const beyondAscii = /[^\0-\x7f]/;

/** The text without the marks above and below its letters; in Japanese, too, so compare with what it gave only. */
export function withoutAccents(text: string): string {
  return !beyondAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** A name without case and accents, white space and all. */
export function folded(name: string): string {
  return withoutAccents(name).toLowerCase().replaceAll('ß', 'ss').replaceAll('’', "'");
}

function expanded(pattern: string): string {
  return pattern.replaceAll('~', '\\p{L}*');
}

/** A pattern that takes its letters with and without accents: "até" finds "ate", "für" finds "fuer". */
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
