import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { stemmer } from 'stemmer';
import { once, remembering } from '../../util/memo.ts';
import { askingWords, synonyms, tellingWords } from '../../vocabulary/search-words.ts';

/** A term that represents a word of a text in the search. */
export interface Term {
  /** A stem, or `~` and the name of a group of synonyms. */
  readonly text: string;
  /** The word or phrase as written in the text. */
  readonly word: string;
}

/**
 * Returns the terms of a text: stems of its words in lower case without accents; of compounds such as `DiskAlmostFull`
 * the parts besides the whole; for each word or phrase of a group of synonyms, the group. Function words are left out.
 */
export function termsOf(text: string): Term[] {
  const words = [...withSeverities(text).matchAll(wordPattern)].flatMap(([word]) => readWord(word));
  return [...words.filter(({ counts }) => counts), ...groupsIn(words)];
}

/** Returns the different terms of a text, without the words that they come from. */
export function distinctTerms(text: string): Set<string> {
  return new Set(termsOf(text).map((term) => term.text));
}

/** Whether a term is a group of synonyms. */
export function isSynonym(term: string): boolean {
  return term.startsWith('~');
}

/** Returns a name in lower case without spaces and marks, to compare names that are written in different ways. */
export function joinedName(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}]/gu, '');
}

interface Word extends Term {
  /** Whether it is no function word. */
  readonly counts: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu;

const readWord = remembering(100_000, (word: string): readonly Word[] => {
  const parts = isUnspaced.test(word) ? segments(word) : partsOf(word);
  return (parts.length > 1 ? [...parts, word] : parts).map((part) => {
    const plain = folded(part);
    return { text: stemOf(plain), word: part, counts: !functionWords().has(plain) };
  });
});

/** Scripts without spaces between words. */
const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'word' }));

function segments(text: string): string[] {
  return [...segmenter().segment(text)].map(({ segment }) => segment);
}

/** The parts of a compound: "PVCsFull" has two, "5xx" one. */
function partsOf(word: string): string[] {
  return word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\d)(?=\p{Ll}{3})/u);
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/** Words with digits or letters other than Latin ones have no stem. */
function stemOf(word: string): string {
  const plain = word.replace(/'s?$/, '');
  return /^[a-z]{3,}$/.test(plain) ? stemmer(plain) : plain;
}

const functionWords = once(() => {
  const words = [english, german, french, italian, portuguese, spanish].flat().map(folded);
  const telling = new Set(tellingWords);
  return new Set([...words.filter((word) => !telling.has(word)), ...askingWords]);
});

interface Phrase {
  readonly stems: readonly string[];
  readonly group: string;
}

/** The phrases of the groups of synonyms by their first stem. */
const phrases = once(() => {
  const byFirst = new Map<string, Phrase[]>();
  for (const [group, { words }] of Object.entries(synonyms)) {
    for (const phrase of words) {
      const stems = phrase.split(' ').map(stemOf);
      const first = stems[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, group: `~${group}` }]);
    }
  }
  return byFirst;
});

/**
 * The groups that words or phrases belong to. Words within a longer phrase count with it only: "connection refused" is no
 * "connection".
 */
function groupsIn(words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  // Start and end of the longest phrase so far. A phrase that begins before that end and ends no later is part of it.
  let [start, end] = [0, 0];
  words.forEach(({ text }, at) => {
    const found = (phrases().get(text) ?? []).filter(({ stems }) =>
      stems.every((stem, index) => words[at + index]?.text === stem),
    );
    const longest = Math.max(0, ...found.map(({ stems }) => stems.length));
    if (longest === 0 || (at + longest <= end && longest < end - start)) {
      return;
    }
    [start, end] = [at, at + longest];
    const word = words.slice(start, end).map((each) => each.word);
    found
      .filter(({ stems }) => stems.length === longest)
      .forEach(({ group }) => terms.push({ text: group, word: word.join(' ') }));
  });
  return terms;
}

/** Writes severities as one word: "SEV-1" and "severity 1" as "sev1". */
function withSeverities(text: string): string {
  return text.replaceAll(/\b(sev|p)(?:erity|rio(?:rity)?)?[\s_-]+(\d)\b/gi, '$1$2');
}
