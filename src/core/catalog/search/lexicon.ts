import { distance } from 'fastest-levenshtein';
import { isSynonym, termsOf } from './terms.ts';

/** A word with fewer letters has at most one slip, others at most two. */
const longWord = 8;
/** Longer words are no misspelt ones, but keys and hashes. */
const longestWord = 60;
/**
 * Shortest beginning of a word that is completed, in characters, and the largest number of terms with that beginning.
 * More terms do not tell which one is meant.
 */
const shortestBeginning = 3;
const mostBegun = 5;
/**
 * Weights of a term that is only meant: by the beginning of its word, by a question that writes it as one word with
 * another, or by a misspelt word.
 */
const begunShare = 0.9;
const partShare = 0.8;
const slipShare = 0.6;

/** The terms and words of all documents. */
export class Lexicon {
  /** The number of documents with a term. */
  readonly #counts = new Map<string, number>();
  /** The words of all documents in lower case, with their terms. */
  readonly #words = new Map<string, string>();
  #documents = 0;

  /** Adds the terms of a document. */
  add(terms: ReadonlyMap<string, string>): void {
    this.#documents += 1;
    for (const [term, word] of terms) {
      this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
      if (!isSynonym(term)) {
        this.#words.set(word.toLowerCase(), term);
      }
    }
  }

  /** Takes away the terms of a document that was added. */
  remove(terms: ReadonlyMap<string, string>): void {
    this.#documents -= 1;
    for (const term of terms.keys()) {
      this.#counts.set(term, (this.#counts.get(term) ?? 1) - 1);
    }
  }

  /** Returns the number of documents that have a term. */
  count(term: string): number {
    return this.#counts.get(term) ?? 0;
  }

  /** Whether a document has a term. */
  has(term: string): boolean {
    return this.count(term) > 0;
  }

  /** Returns how telling a term is: the fewer documents have it, the more. The inverse document frequency of BM25. */
  rarity(term: string): number {
    const count = this.count(term);
    return Math.log(1 + (this.#documents - count + 0.5) / (count + 0.5));
  }

  /**
   * Returns the terms that a term of a question means, with how much each counts: itself, or, if no document has it,
   * those of the words that begin so, the two that it is written together of, or those of the nearest words; itself again
   * if there are none.
   */
  meanings(term: string, word: string): ReadonlyArray<readonly [term: string, share: number]> {
    if (isSynonym(term) || this.has(term)) {
      return [[term, 1]];
    }
    for (const [terms, share] of [
      [this.#begun(word), begunShare],
      [this.#parts(term), partShare],
      [this.#misspelt(word), slipShare],
    ] as const) {
      if (terms.length > 0) {
        return terms.map((other) => [other, share]);
      }
    }
    return [[term, 1]];
  }

  /** The terms of the words that begin with one that is still typed: "replicatio" is no stem of "replication". */
  #begun(word: string): string[] {
    const typed = word.toLowerCase();
    const words = typed.length < shortestBeginning ? [] : [...this.#words].filter(([other]) => other.startsWith(typed));
    const terms = [...new Set(words.map(([, term]) => term))].filter((term) => this.has(term));
    return terms.length > mostBegun ? [] : terms;
  }

  #parts(term: string): string[] {
    for (let at = 3; term.length <= longestWord && at <= term.length - 3; at += 1) {
      const own = [term.slice(0, at), term.slice(at)].flatMap((part) => termsOf(part)).map(({ text }) => text);
      const parts = own.filter((part) => !isSynonym(part));
      if (parts.length === 2 && parts.every((part) => this.has(part))) {
        return parts;
      }
    }
    return [];
  }

  /** The terms of the words that are nearest to one that no document has. Two letters in the other order are one slip. */
  #misspelt(word: string): string[] {
    if (word.length > longestWord || !/^\p{L}{4,}$/u.test(word)) {
      return [];
    }
    const typed = word.toLowerCase();
    const slips = typed.length < longWord ? 1 : 2;
    const swapped = new Set(swaps(typed));
    const near = [...this.#words.keys()]
      .filter((other) => Math.abs(other.length - typed.length) <= slips)
      .map((other) => ({ other, far: swapped.has(other) ? 1 : distance(other, typed) }))
      .filter(({ far }) => far <= slips);
    const least = Math.min(...near.map(({ far }) => far));
    const terms = near.filter(({ far }) => far === least).map(({ other }) => this.#words.get(other) ?? other);
    return [...new Set(terms)].filter((term) => this.has(term));
  }
}

/** A word with two neighbouring letters in the other order, for each pair. */
function swaps(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}
