import type { CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import { matchesOf } from '../text/matches.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import type { Kind } from '../vocabulary/kind.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';
import { nameKey, sectionKeys } from '../vocabulary/section-keys.ts';
import { canonicalIds } from '../vocabulary/vocabulary.ts';

/** Position of a name in a sequence: "§F.", "3.", "B)". */
const enumerator = /^[^\p{L}\p{N}§]{0,4}(§ ?[\p{Lu}\d]{1,3}|\d{1,2}|[A-Z])(?:[.):：]|(?<=§ ?[\p{Lu}\d]{1,3})(?= ))/u;

/** Shorter names are in too many words. */
const shortestName = 4;
const shortestUnspaced = 2;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Returns whether the document may have an expected section under a name of its own: a heading with the same number or letter that is no other
 * usual section, or a heading, label, column or the beginning of a line that has the expected name in it. Then it is not called missing.
 * @param others all sections that are expected.
 */
export function isRenamed(
  document: CatalogDocument,
  expected: ExpectedSection,
  others: readonly ExpectedSection[],
): boolean {
  return hasSameNumber(document, expected, others) || isNamedWithin(document, expected);
}

function hasSameNumber(
  { kind, sections }: CatalogDocument,
  { title, keys }: ExpectedSection,
  others: readonly ExpectedSection[],
): boolean {
  const number = enumerator.exec(title)?.[1];
  const usual = new Set(others.flatMap((other) => (other.keys === keys ? [] : other.keys)));
  return (
    number !== undefined &&
    sections.some(
      (section) =>
        section.style === 'heading' &&
        enumerator.exec(section.title)?.[1] === number &&
        !sectionKeys(kind, section.title).some((key) => usual.has(key)),
    )
  );
}

function isNamedWithin(document: CatalogDocument, { title, keys, twins }: ExpectedSection): boolean {
  // "Verified root cause" is answered by a section about causes.
  const meant = twins === undefined && keys.every((key) => key.startsWith('=')) ? meantBy(document.kind, title) : [];
  if (meant.some((key) => document.keys.has(key))) {
    return true;
  }
  const phrases = phrasesOf(document);
  if (keys.some((key) => phrases.keys.has(key))) {
    return true;
  }
  const name = normaliseName(title.split(/[([（［【「]/u, 1)[0] ?? '');
  return unspaced.test(name)
    ? name.length >= shortestUnspaced && phrases.names.some((other) => other.includes(name))
    : name.length >= shortestName && phrases.keys.has(nameKey(name));
}

/** Returns the section keys that phrases of at least two words in a team's own section name mean. */
function meantBy(kind: Kind, title: string): SectionKey[] {
  return phrasesIn(normaliseName(title))
    .filter((phrase) => phrase.includes(' '))
    .flatMap((phrase) => canonicalIds(kind, phrase));
}

interface Phrases {
  /** Names of headings, labels and columns. */
  readonly names: readonly string[];
  /** The keys of all their words, and of words beside each other. */
  readonly keys: ReadonlySet<SectionKey>;
}

/** Names of more words are sentences. */
const mostWords = 12;
const longestPhrase = 3;

/** The beginning of a line before a colon: "Possible causes:". */
const lead = /^[^\p{L}\n]{0,8}(\p{L}[^:：\n]{1,39})[:：]/gmu;

const phrasesOf = perDocument(({ kind, title, sections, blocks }: CatalogDocument): Phrases => {
  const leads = blocks.flatMap(({ type, text }) =>
    type === 'text' ? matchesOf(lead, text).map(([, words = '']) => words) : [],
  );
  // A column of one word holds a value for each row: "Impact: high".
  const columns = blocks
    .flatMap(({ type, header = [] }) => (type === 'table' ? header.map(normaliseName) : []))
    .filter((name) => name.includes(' '));
  const titles = sections.filter((section) => section.title !== title).map(({ name }) => name);
  const names = [...titles, ...columns, ...leads.map(normaliseName)];
  return { names, keys: new Set(names.flatMap((name) => keysWithin(kind, name))) };
});

function keysWithin(kind: Kind, name: string): SectionKey[] {
  return phrasesIn(name).flatMap((phrase) => [nameKey(phrase), ...canonicalIds(kind, phrase)]);
}

/** The words of a name, and those beside each other. */
function phrasesIn(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}']+/u).slice(0, mostWords);
  return words.flatMap((_, from) =>
    Array.from({ length: longestPhrase }, (__, index) => words.slice(from, from + index + 1).join(' ')),
  );
}
