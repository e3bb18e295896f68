import { distance } from 'fastest-levenshtein';
import { mostCommon } from '../document/most-common.ts';
import type { CatalogDocument } from '../document/document.ts';
import type { Section } from '../document/model.ts';
import { builtInConventions } from '../team/templates/builtin/index.ts';
import { startsWithTitle, withoutMark, type ExpectedSection, type Twins } from '../team/templates/template.ts';
import { nameKey, sectionKeys } from '../vocabulary/section-keys.ts';
import { generalHelp } from './unwritten.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';

/** Longer names with at most this many different letters are spellings of one name. */
const spellingDistance = 1;
const shortestFuzzy = 8;
/** Longer names are sentences. Their spelling must be equal. */
const longestFuzzy = 120;
/** The name of a setting, function or command, and no title: `MAIL_QUEUE_ENABLED`, `mail.queue.size`, `--force`. */
const identifier =
  /^`?(?:\p{Lu}[\p{Lu}\d]*(?:_[\p{Lu}\d]+)+|[\p{L}\d]+(?:[._][\p{L}\d]+){2,}(?:\(\))?|--?[\p{L}-]+|\/[\w/{}:-]+)`?$/u;
/** Number of sections that count in a document, from its top. More sections are a log. */
const mostSections = 200;
/** Tolerance for shares: 0.6 of 45 documents must be exactly 27. */
const rounding = 1e-9;

/** A section that several documents have. */
export interface CommonSection extends ExpectedSection {
  /** URIs of the documents that have it at the top level. */
  readonly having: ReadonlySet<string>;
}

interface Tally {
  readonly keys: Set<SectionKey>;
  readonly titles: string[];
  /** For each document, by URI: the number of sections before it. */
  readonly places: Map<string, number>;
  readonly twins?: Twins;
}

/**
 * Returns the top-level sections that at least a share of some documents have, in the usual order. Synonyms count as one section, and so
 * do spellings that differ by one letter. The most common title is used.
 * @param share 0 to 1.
 */
export function commonSections(documents: readonly CatalogDocument[], share: number): CommonSection[] {
  const tallies = new Map<SectionKey, Tally>();
  // A title of a lower level shows the form of a document only where most have one.
  const lower =
    documents.filter(({ sections }) => startsWithTitle(headingsOf(sections))).length * 2 >= documents.length;
  for (const document of documents) {
    for (const [place, { keys, title }] of topSections(document, lower).entries()) {
      const known = keys.map((key) => tallies.get(key)).find((tally) => tally !== undefined);
      const tally: Tally = known ?? alike(keys[0] ?? '', tallies) ?? { keys: new Set(), titles: [], places: new Map() };
      for (const key of keys) {
        tally.keys.add(key);
        tallies.set(key, tallies.get(key) ?? tally);
      }
      tally.titles.push(title);
      if (!tally.places.has(document.uri)) {
        tally.places.set(document.uri, place);
      }
    }
  }
  const kind = documents[0]?.kind ?? 'other';
  const common = [...new Set(tallies.values())].filter(
    (tally) => tally.places.size >= share * documents.length - rounding,
  );
  const parted = common.flatMap((tally) => twinsOf(tally, documents, share) ?? [tally]);
  return inUsualOrder(parted).map((tally): CommonSection => {
    const keys = [...tally.keys];
    return {
      title: mostCommon(tally.titles) ?? '',
      help: helpFor(kind, tally.twins?.keys ?? keys),
      required: true,
      keys,
      ...(tally.twins && { twins: tally.twins }),
      having: new Set(tally.places.keys()),
    };
  });
}

/**
 * Returns a tally for each name of a section, where the documents usually have two with the same meaning, such as "Mitigation" and
 * "Resolution": then these are two sections. Undefined where they have one.
 */
function twinsOf({ keys }: Tally, documents: readonly CatalogDocument[], share: number): Tally[] | undefined {
  const byName = new Map<SectionKey, Tally>();
  for (const { uri, kind, sections } of documents) {
    for (const [place, { title }] of topLevelOf(sections).slice(0, mostSections).entries()) {
      const [key] = sectionKeys(kind, title);
      if (key !== undefined && !key.startsWith('=') && keys.has(key)) {
        const name = nameKey(title);
        const tally = byName.get(name) ?? { keys: new Set([name]), titles: [], places: new Map<string, number>() };
        byName.set(name, tally);
        tally.titles.push(title);
        tally.places.set(uri, tally.places.get(uri) ?? place);
      }
    }
  }
  const usual = [...byName.values()].filter(({ places }) => places.size >= share * documents.length - rounding);
  const both = documents.filter(({ uri }) => usual.every(({ places }) => places.has(uri)));
  const twins = { keys: [...keys], names: usual.flatMap((tally) => [...tally.keys]) };
  return usual.length > 1 && both.length * 2 >= documents.length
    ? usual.map((tally) => ({ ...tally, twins }))
    : undefined;
}

/** Sections in the order that most documents with both have, pair by pair. */
function inUsualOrder(tallies: readonly Tally[]): Tally[] {
  const wins = new Map(tallies.map((tally) => [tally, tallies.filter((other) => precedes(tally, other)).length]));
  return tallies.toSorted((a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0));
}

function precedes(a: Tally, b: Tally): boolean {
  let lead = 0;
  for (const [uri, place] of a.places) {
    const other = b.places.get(uri);
    lead += other === undefined ? 0 : Math.sign(other - place);
  }
  return lead > 0;
}

/** The top-level sections of a document, each once: the headings below its title, or its bold labels if it has none. */
function topSections(
  { kind, sections }: CatalogDocument,
  lower: boolean,
): Array<{ keys: readonly SectionKey[]; title: string }> {
  const seen = new Set<SectionKey>();
  const top = topLevelOf(sections, lower).slice(0, mostSections);
  return top.flatMap(({ title }) => {
    // A reference has a heading for each of many settings.
    if (identifier.test(title)) {
      return [];
    }
    // Only the first reading: "Impact and detection" is a heading about impact.
    const keys = sectionKeys(kind, title).slice(0, 1);
    if (keys.length === 0 || keys.some((key) => seen.has(key))) {
      return [];
    }
    keys.forEach((key) => seen.add(key));
    return [{ keys, title }];
  });
}

/**
 * Returns the sections that structure a document: those with the highest rank below the title, and further titles.
 * @param lower whether a heading of a lower level may be the title.
 */
export function topLevelOf(sections: readonly Section[], lower = false): Section[] {
  const all = headingsOf(sections);
  const headings = lower && startsWithTitle(all) ? all.slice(1) : all;
  const titles = headings.filter(({ level }) => level === 1);
  const first = headings[0]?.level === 1 ? headings[0] : undefined;
  const below = headings.filter(({ level }) => level > 1).map(({ level }) => level);
  if (below.length === 0 && titles.length < 2) {
    return sections.filter(({ style }) => style === 'label');
  }
  const level = below.reduce((a, b) => Math.min(a, b), Infinity);
  return headings.filter((section) => section !== first && (section.level === 1 || section.level === level));
}

function headingsOf(sections: readonly Section[]): Section[] {
  return sections.filter(({ style }) => style === 'heading');
}

function alike(key: string, tallies: ReadonlyMap<string, Tally>): Tally | undefined {
  if (!key.startsWith('=') || key.length <= shortestFuzzy || key.length > longestFuzzy) {
    return undefined;
  }
  for (const [other, tally] of tallies) {
    if (
      other.startsWith('=') &&
      Math.abs(other.length - key.length) <= spellingDistance &&
      distance(other, key) <= spellingDistance
    ) {
      return tally;
    }
  }
  return undefined;
}

/** The help of a built-in template for such a section; a general sentence if there is none. */
function helpFor(kind: CatalogDocument['kind'], keys: readonly SectionKey[]): string {
  const found = builtInConventions()
    .filter(({ template }) => template.kind === kind)
    .flatMap(({ sections }) => sections)
    .find((section) => section.keys.some((key) => keys.includes(key)));
  return found === undefined ? generalHelp : withoutMark(found.help);
}
