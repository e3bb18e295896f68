import type { CatalogDocument } from '../../document/document.ts';
import { compareDocuments } from '../../document/reading-order.ts';
import { codeLines } from '../../text/code-lines.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';
import type { Told } from '../../workflow/incident/told.ts';
import { readAsked } from './asked.ts';
import { isSynonym, termsOf } from './terms.ts';

/** A past incident that is like another. */
export interface SimilarIncident {
  readonly document: CatalogDocument;
  /**
   * Weighted share of the terms of the one incident that the other has, with a bonus for the same service or error.
   * From 0 to 1.
   */
  readonly score: number;
  readonly why: {
    /** The services that both name. */
    readonly services: readonly string[];
    /** The error messages that both quote, as they are written in the past one. */
    readonly errors: readonly string[];
    /** The most telling words that both have, as they are written in the past one. */
    readonly words: readonly string[];
  };
}

/** The incident that others are compared with. */
export interface Compared extends Told {
  /** The URI of its record, which is not like itself; absent for a text. */
  readonly uri?: string;
}

/** The terms of the indexed documents. */
export interface Vocabulary {
  /** The terms of a document, each with a word that it comes from. */
  termsOf(uri: string): ReadonlyMap<string, string> | undefined;
  /** Returns how distinctive a term is. */
  rarity(term: string): number;
}

/** Bonus of the same service and of the same error, added to the share of the terms. */
const sameService = 0.2;
const sameError = 0.35;
/** Exponent of a record's length in terms. A long record counts less by it, because it has words of every other one. */
const lengthPenalty = 0.3;
/** Less is chance. */
const leastScore = 0.22;
const mostWords = 4;
/** Shorter lines of code are commands and values rather than messages. In characters. */
const shortestError = 16;

/** Returns a text about an incident, such as an alert, to compare incidents with it. */
export function comparedText(text: string): Compared {
  return { parts: readAsked(text).parts, services: [], code: codeLines(text) };
}

/** Returns the past incidents that are most like one, best first; none if none is like it. */
export function similarIncidents(
  asked: Compared,
  documents: Iterable<CatalogDocument>,
  vocabulary: Vocabulary,
  limit: number,
): SimilarIncident[] {
  const terms = weighed(asked.parts);
  const worth = (term: string): number => (terms.get(term) ?? 0) * vocabulary.rarity(term);
  const all = [...terms.keys()].reduce((sum, term) => sum + worth(term), 0);
  const errors = errorsIn(asked.code);
  const services = new Set(asked.services.map((name) => name.toLowerCase()));
  const past = [...documents].flatMap((document) => {
    const own = vocabulary.termsOf(document.uri);
    const counts = tellsIncident(document) && !document.isTemplate && document.uri !== asked.uri;
    return counts && own !== undefined ? [{ document, own }] : [];
  });
  const usualLength = past.reduce((sum, { own }) => sum + own.size, 0) / past.length;
  const found = past.flatMap(({ document, own }): SimilarIncident[] => {
    const shared = [...terms.keys()].filter((term) => own.has(term)).toSorted((a, b) => worth(b) - worth(a));
    const told = all === 0 ? 0 : shared.reduce((sum, term) => sum + worth(term), 0) / all;
    const share = told * (usualLength / Math.max(own.size, usualLength / 2)) ** lengthPenalty;
    const sharedServices = (document.metadata.services ?? []).filter((name) => services.has(name.toLowerCase()));
    const theirs = errors.size === 0 ? new Map<string, string>() : errorsIn(codeOf(document));
    const sharedErrors = [...errors.keys()].flatMap((error) => theirs.get(error) ?? []);
    const score = share + (sharedServices.length > 0 ? sameService : 0) + (sharedErrors.length > 0 ? sameError : 0);
    if (score < leastScore) {
      return [];
    }
    const words = [...new Set(shared.filter((term) => !isSynonym(term)).map((term) => own.get(term) ?? term))];
    const why = { services: sharedServices, errors: sharedErrors, words: words.slice(0, mostWords) };
    return [{ document, score, why }];
  });
  return found
    .toSorted((a, b) => b.score - a.score || compareDocuments(a.document, b.document))
    .slice(0, limit)
    .map((similar) => ({ ...similar, score: Math.min(1, similar.score) }));
}

function weighed(parts: Told['parts']): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { text, weight } of parts) {
    // Numbers are alike by chance.
    for (const { text: term } of termsOf(text).filter(({ text: each }) => !/^\p{N}+$/u.test(each))) {
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    }
  }
  return terms;
}

function codeOf({ blocks }: CatalogDocument): string[] {
  return blocks.filter(({ type }) => type === 'code').flatMap(({ text }) => codeLines(text));
}

/** Error messages among lines, by their words without numbers and ids: the same error seldom has the same ones twice. */
function errorsIn(lines: readonly string[]): Map<string, string> {
  const telling = lines
    .map((line) => line.trim())
    .filter(
      (line) =>
        line.length >= shortestError && /error|exception|fail|refused|denied|timed? ?out|panic|fatal/i.test(line),
    );
  return new Map(telling.map((line) => [withoutNumbers(line), line]));
}

function withoutNumbers(line: string): string {
  return line
    .toLowerCase()
    .replaceAll(/\b[\da-f]{6,}\b/g, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}
