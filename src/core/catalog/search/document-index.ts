import { distance } from 'fastest-levenshtein';
import MiniSearch, { type SearchResult } from 'minisearch';
import type { LeadingAlert } from '../../alert/leading.ts';
import { withoutEnding } from '../../document/candidates.ts';
import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { compareDocuments } from '../../document/reading-order.ts';
import { sectionAt } from '../../document/section-at.ts';
import { readAsked, type Asked } from './asked.ts';
import { Lexicon } from './lexicon.ts';
import { linkedPath } from './linked-path.ts';
import { placeIn, type Place } from './place.ts';
import { comparedText, similarIncidents, type Compared, type SimilarIncident } from './similar.ts';
import { isSynonym, joinedName, termsOf } from './terms.ts';

/** A part of a document that search looks into; `alerts` are those that lead to it. */
export type SearchField = 'title' | 'name' | 'headings' | 'labels' | 'commands' | 'body' | 'alerts';

/** A document that answers a question. */
export interface Found {
  readonly document: CatalogDocument;
  /** The place of the answer in the document; absent if the document as a whole is the answer. */
  readonly place?: Omit<Place, 'score'>;
  /** Comparable only with other answers to the same question. */
  readonly score: number;
  readonly why: Why;
}

/** Why a document was found. */
export interface Why {
  /**
   * `link`: the question links to it; `alert`: an alert that the question names leads to it; `name`: it is named in the
   * question; else the fields that have words of it.
   */
  readonly by: 'link' | 'alert' | 'name' | readonly SearchField[];
  /** The words of the question that the document has, as they are written in the question; for `alert` the alert's name. */
  readonly words: readonly string[];
  /** Groups of synonyms that both have words of. */
  readonly synonyms: readonly string[];
}

type Entry = Readonly<Record<SearchField | 'id', string>>;

/** The weight of a term of a question, and the word that it comes from. */
interface Asking {
  readonly weight: number;
  readonly word: string;
}

/** Weight of a word by the field that contains it. */
const boost: Readonly<Record<SearchField, number>> = {
  title: 5,
  name: 4,
  headings: 2,
  labels: 2,
  commands: 1,
  body: 1,
  alerts: 2,
};
const searchFields = Object.keys(boost) as SearchField[];
/** Weight of the best section of a document, relative to the whole. */
const placeShare = 0.5;
/** Weight of a synonym, relative to the word itself. */
const synonymShare = 0.6;
/**
 * Maximum number of terms of a question that are compared with all words because no document has them. A pasted log has
 * thousands.
 */
const mostGuesses = 12;
/** Number of documents that are searched for their best section. */
const lookedInto = 20;
/** A question with no more words is a name or a few words chosen with care. */
const fewWords = 4;
/** Maximum number of addresses of a question that are looked up. */
const mostLinks = 10;
const separator = '\0';

/**
 * The index of the texts of documents. Answers a name or part of one, a symptom, an error message, a severity, an owner,
 * or a pasted alert.
 */
export class DocumentIndex {
  readonly #documents = new Map<string, CatalogDocument>();
  readonly #lexicon = new Lexicon();
  /** The terms of each document, each with a word that it comes from. */
  readonly #terms = new Map<string, ReadonlyMap<string, string>>();
  /** The alerts that lead to pages, by root and by path from the top of the repository. */
  readonly #alerts = new Map<string, ReadonlyMap<string, readonly LeadingAlert[]>>();
  /** By root, the names of those alerts, to compare. */
  readonly #alertNames = new Map<string, ReadonlySet<string>>();
  readonly #index = new MiniSearch<Entry>({
    fields: searchFields,
    tokenize: (joined) => joined.split(separator),
    processTerm: (term) => term,
    searchOptions: { boost: { ...boost }, combineWith: 'OR', weights: { fuzzy: 0, prefix: 0.7 } },
  });

  /** Adds or replaces documents. Those that are there unchanged, as the same objects, cost nothing. */
  put(documents: readonly CatalogDocument[]): void {
    for (const document of documents.filter((one) => this.#documents.get(one.uri) !== one)) {
      this.#replace(document);
    }
  }

  /**
   * Sets the alerts that lead to the documents of a root, instead of those that were set before. Documents that are added later have them too.
   * @param alerts by path from the top of the repository; see `leadingAlerts`.
   */
  setAlerts(root: string, alerts: ReadonlyMap<string, readonly LeadingAlert[]>): void {
    const before = this.#alerts.get(root);
    this.#alerts.set(root, alerts);
    this.#alertNames.set(root, new Set([...alerts.values()].flat().map(({ name }) => joinedName(name))));
    const told = (all: typeof before, document: CatalogDocument): string =>
      JSON.stringify(all?.get(pathFromTop(document)) ?? []);
    [...this.#documents.values()]
      .filter((document) => document.root === root && told(before, document) !== told(alerts, document))
      .forEach((document) => this.#replace(document));
  }

  #replace(document: CatalogDocument): void {
    this.remove([document.uri]);
    const { entry, terms } = entryOf(document, this.#alertsOf(document));
    this.#documents.set(document.uri, document);
    this.#terms.set(document.uri, terms);
    this.#index.add(entry);
    this.#lexicon.add(terms);
  }

  #alertsOf(document: CatalogDocument): readonly LeadingAlert[] {
    return this.#alerts.get(document.root)?.get(pathFromTop(document)) ?? [];
  }

  /** Removes documents; unknown ones are ignored. */
  remove(uris: readonly string[]): void {
    for (const uri of uris) {
      const terms = this.#terms.get(uri);
      if (terms !== undefined) {
        this.#index.discard(uri);
        this.#lexicon.remove(terms);
        this.#documents.delete(uri);
        this.#terms.delete(uri);
      }
    }
  }

  /** Returns the best answers to a question, best first; none if no document has a word of it, or one like it. */
  find(question: string, limit: number): Found[] {
    const asked = readAsked(question);
    const terms = this.#weigh(asked);
    const names = new Set([...asked.names, question].map(joinedName).filter((name) => name !== ''));
    const found = this.#search(terms)
      .slice(0, lookedInto)
      .flatMap((result) => this.#answer(result, terms, names))
      .toSorted((a, b) => b.score - a.score || compareDocuments(a.document, b.document));
    return this.#withLinked(asked.links, this.#withAlerts(names, found)).slice(0, limit);
  }

  /** Returns the past incidents that are most like one, best first. See `similarIncidents`. */
  similar(asked: Compared | string, limit: number): SimilarIncident[] {
    const compared = typeof asked === 'string' ? comparedText(asked) : asked;
    const own = this.#terms.get(compared.uri ?? '');
    const vocabulary = {
      termsOf: (uri: string) => this.#terms.get(uri),
      // A word that no other document has says nothing about which of them is alike.
      rarity: (term: string) =>
        this.#lexicon.count(term) > (own?.has(term) === true ? 1 : 0) ? this.#lexicon.rarity(term) : 0,
    };
    return similarIncidents(compared, this.#documents.values(), vocabulary, limit);
  }

  /** Returns the documents whose title or file name is most like a name, nearest first. */
  nearest(name: string, limit: number): CatalogDocument[] {
    const wanted = joinedName(name);
    const farness = (document: CatalogDocument): number =>
      Math.min(...namesOf(document).map((own) => distance(own, wanted) / Math.max(own.length, 1)));
    return [...this.#documents.values()]
      .filter(({ kind, possible }) => kind !== 'other' || possible !== undefined)
      .map((document) => ({ document, far: farness(document) }))
      .toSorted((a, b) => a.far - b.far)
      .slice(0, limit)
      .map(({ document }) => document);
  }

  /** The terms of a question with their weights, and the words that they come from. */
  #weigh({ parts }: Asked): Map<string, Asking> {
    const terms = new Map<string, Asking>();
    const known = new Map<string, ReturnType<Lexicon['meanings']>>();
    let guesses = mostGuesses;
    for (const { text, weight } of parts) {
      for (const { text: term, word } of termsOf(text)) {
        if (!known.has(term)) {
          guesses -= this.#lexicon.has(term) ? 0 : 1;
          known.set(term, guesses < 0 ? [[term, 1]] : this.#lexicon.meanings(term, word));
        }
        for (const [meaning, share] of known.get(term) ?? []) {
          const own = weight * share * (isSynonym(meaning) ? synonymShare : 1);
          if ((terms.get(meaning)?.weight ?? 0) < own) {
            terms.set(meaning, { weight: own, word });
          }
        }
      }
    }
    return terms;
  }

  #search(terms: ReadonlyMap<string, Asking>): SearchResult[] {
    if (terms.size === 0) {
      return [];
    }
    // The last word may still be typed.
    const last = [...terms.keys()].findLast((term) => !isSynonym(term));
    return this.#index.search([...terms.keys()].join(separator), {
      boostTerm: (term) => terms.get(term)?.weight ?? 1,
      prefix: (term) => !isSynonym(term) && (term === last || !this.#lexicon.has(term)),
    });
  }

  #answer(result: SearchResult, terms: ReadonlyMap<string, Asking>, names: ReadonlySet<string>): Found[] {
    const document = this.#documents.get(String(result.id));
    if (document === undefined) {
      return [];
    }
    const worth = (term: string): number => this.#lexicon.rarity(term) * (terms.get(term)?.weight ?? 0.5);
    const sum = (some: Iterable<string>): number => [...some].reduce((total, term) => total + worth(term), 0);
    const share = sum(result.queryTerms) / sum(terms.keys());
    const worths = new Map([...result.terms, ...result.queryTerms].map((term) => [term, worth(term)]));
    const { score: placeScore, ...place } = placeIn(document, worths);
    const named = nameMatch(document, names);
    const text = result.score * coverage(share, terms) + placeShare * placeScore;
    const fields = new Set(Object.values(result.match).flat());
    const words = result.queryTerms.filter((term) => !isSynonym(term));
    return [
      {
        document,
        ...(place.section?.parent !== undefined && { place }),
        score: text * (this.#alertsOf(document).length > 0 ? 1 : kindShare(document)) * named,
        why: {
          by: named > 1 ? 'name' : searchFields.filter((field) => fields.has(field)),
          words: [...new Set(words.map((term) => terms.get(term)?.word ?? term))],
          synonyms: result.queryTerms.filter(isSynonym).map((term) => term.slice(1)),
        },
      },
    ];
  }

  /** Puts the documents first that alerts with one of the names lead to: their rules say that this is their runbook. */
  #withAlerts(names: ReadonlySet<string>, found: readonly Found[]): Found[] {
    const known = [...this.#alertNames.values()];
    if (![...names].some((name) => known.some((all) => all.has(name)))) {
      return [...found];
    }
    const score = 2 * Math.max(1, found[0]?.score ?? 0);
    const led = [...this.#documents.values()].flatMap((document): Found[] => {
      const alert = this.#alertsOf(document).find(({ name }) => names.has(joinedName(name)));
      const other = found.find((one) => one.document === document);
      const section = alert?.line === undefined ? undefined : sectionAt(document, alert.line);
      const place = section && alert?.line !== undefined ? { section, line: alert.line } : other?.place;
      return alert === undefined
        ? []
        : [
            {
              document,
              ...(place && { place }),
              score: score + (other?.score ?? 0) / 2,
              why: { by: 'alert', words: [alert.name], synonyms: [] },
            },
          ];
    });
    const first = new Set(led.map(({ document }) => document));
    return [
      ...led.toSorted((a, b) => b.score - a.score || compareDocuments(a.document, b.document)),
      ...found.filter(({ document }) => !first.has(document)),
    ];
  }

  /** Puts the documents first that links lead to. */
  #withLinked(links: readonly string[], found: readonly Found[]): Found[] {
    const documents = links.length === 0 ? [] : [...this.#documents.values()];
    const linked = new Map<CatalogDocument, string>();
    for (const link of links.slice(0, mostLinks)) {
      const document = linkedPath(link, documents);
      if (document !== undefined && !linked.has(document)) {
        linked.set(document, link);
      }
    }
    const score = 2 * Math.max(1, found[0]?.score ?? 0);
    const first = [...linked].map(([document, link]): Found => {
      const { place, why } = found.find((other) => other.document === document) ?? {};
      const named = placeNamed(document, link) ?? place;
      return {
        document,
        ...(named && { place: named }),
        score,
        why: { words: [], synonyms: [], ...why, by: 'link' },
      };
    });
    return [...first, ...found.filter(({ document }) => !linked.has(document))];
  }
}

/** The section that the anchor of a link names. */
function placeNamed({ sections }: CatalogDocument, link: string): Found['place'] | undefined {
  const anchor = joinedName(/#([^?]+)/.exec(link)?.[1] ?? '');
  const section = anchor === '' ? undefined : sections.find(({ title }) => joinedName(title) === anchor);
  return section && { section, line: section.titleRange.start.line };
}

function entryOf(
  document: CatalogDocument,
  alerts: readonly LeadingAlert[],
): { entry: Entry; terms: ReadonlyMap<string, string> } {
  const { title, path, metadata, sections, blocks } = document;
  const code = blocks.filter(({ type }) => type === 'code');
  const prose = blocks.filter(({ type }) => type !== 'code' && type !== 'heading');
  const texts: Readonly<Record<SearchField, readonly string[]>> = {
    title: [title],
    // In one word too, for those who type a name so.
    name: [nameOf(path), ...namesOf(document)],
    headings: sections.map((section) => section.title),
    labels: [...(metadata.services ?? []), ...(metadata.owners ?? []), metadata.severity ?? '', metadata.status ?? ''],
    commands: code.map(({ text }) => text),
    body: prose.map(({ text }) => text),
    alerts: alerts.flatMap(({ name, texts: told }) => [name, ...told]),
  };
  const terms = new Map<string, string>();
  const joined = searchFields.map((field) => {
    // Each term once: how often a long page has a word says little, and the index is five times as quick.
    const own = new Set<string>();
    for (const { text, word } of texts[field].flatMap(termsOf)) {
      if (!own.has(text)) {
        own.add(text);
        terms.set(text, word);
      }
    }
    return [field, [...own].join(separator)];
  });
  return { entry: { id: document.uri, ...(Object.fromEntries(joined) as Record<SearchField, string>) }, terms };
}

function nameOf(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf('/') + 1));
}

/** The names that a document goes by, to compare. */
function namesOf({ title, path }: CatalogDocument): string[] {
  return [title, nameOf(path)].map(joinedName);
}

/**
 * Returns the factor for a document that one of the names denotes: 5 if it is the title or file name, 3 if it is a
 * heading, else 1.
 */
function nameMatch(document: CatalogDocument, names: ReadonlySet<string>): number {
  if (namesOf(document).some((name) => names.has(name))) {
    return 5;
  }
  return document.sections.some(({ title }) => names.has(joinedName(title))) ? 3 : 1;
}

/**
 * Returns the weight of a document by its kind, at most 1. Pages that are only possibly of a kind weigh less than
 * runbooks, and templates least.
 */
function kindShare({ kind, possible, isTemplate }: CatalogDocument): number {
  if (isTemplate) {
    return 0.2;
  }
  if (kind === 'other') {
    return possible === undefined ? 0.5 : 0.85;
  }
  return kind === 'runbook' ? 1 : 0.7;
}

/**
 * Returns the factor for a document that has only a share of the terms of a question. The share matters much for a few
 * words, which are chosen with care. It matters little for a description or an alert, because no document has all of
 * it.
 */
function coverage(share: number, terms: ReadonlyMap<string, unknown>): number {
  const words = [...terms.keys()].filter((term) => !isSynonym(term)).length;
  return words <= fewWords ? share ** 2 : 0.3 + share;
}
