import { folderOf, type CatalogDocument } from '../document/document.ts';
import { tellsIncident } from '../vocabulary/kind.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import type { SectionId } from '../vocabulary/section-ids.ts';
import { hasSection } from './coverage.ts';

/** Number of records on each side that are near. */
const near = 3;
/** Share of the records whose names or dates must give them a place in time. */
const placed = 0.75;
/** Fewer others than this do not show well when a custom began; then only the first records without the section do, or a run of them. */
const telling = 9;
/** This many records in a row without a section are not an oversight. */
const run = 3;

/**
 * Sections that every record needs. They are expected of the oldest record too, and whenever a record shortly before
 * has them.
 */
const needed: readonly SectionId[] = ['summary', 'impact', 'timeline', 'causes', 'action-items'];

/** A place in time: numbers to compare one by one. */
type Place = readonly number[];

/** Returns the records of incidents in order of time or number; undefined where their names and dates do not tell it. */
export function inOrder(documents: readonly CatalogDocument[]): readonly CatalogDocument[] | undefined {
  if (!documents.every(tellsIncident)) {
    return undefined;
  }
  for (const place of [placeInName, placeInDate]) {
    const found = documents.flatMap((document) => {
      const at = place(document);
      return at === undefined ? [] : [{ document, at }];
    });
    if (found.length >= placed * documents.length) {
      return found.toSorted((a, b) => compare(a.at, b.at)).map(({ document }) => document);
    }
  }
  return undefined;
}

/** "2024-03-05-orders", "PM-2024-012 orders", "0012-orders"; "03-05-orders" in "2024-03" too. */
function placeInName({ path }: CatalogDocument): Place | undefined {
  const folder = folderOf(path);
  const own = leadingNumbers(path.slice(folder === '' ? 0 : folder.length + 1));
  const above = leadingNumbers(folder.slice(folder.lastIndexOf('/') + 1));
  if ((own?.[0] ?? 0) >= firstYear || above === undefined) {
    return own;
  }
  return [...above, ...(own ?? [])];
}

const firstYear = 1990;

function leadingNumbers(name: string): Place | undefined {
  const numbers = /^[a-z]{0,12}[-_ #]{0,2}(\d{1,8}(?:[-_.]\d{1,6}){0,4})(?![a-z\d])/i.exec(name)?.[1];
  return numbers?.split(/[-_.]/).flatMap((part) => (/^(?:19|20)\d{6}$/.test(part) ? dayOf(part) : [Number(part)]));
}

function dayOf(digits: string): Place {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
}

function placeInDate({ metadata: { date } }: CatalogDocument): Place | undefined {
  return date !== undefined && date.length > 4 ? date.split('-').map(Number) : undefined;
}

function compare(a: Place, b: Place): number {
  for (const [index, number] of a.entries()) {
    const difference = number - (b[index] ?? -1);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}

/** The records near one in time, the nearest first. */
export interface Near {
  readonly before: readonly CatalogDocument[];
  readonly after: readonly CatalogDocument[];
  /** Number of all other records that count. */
  readonly others: number;
}

/**
 * Returns the records near one in time; undefined if it has no place in time.
 * @param ordered the records in order of time, with the document; see `inOrder`.
 * @param counting the URIs of those that count.
 */
export function nearOf(
  document: CatalogDocument,
  ordered: readonly CatalogDocument[],
  counting: ReadonlySet<string>,
): Near | undefined {
  const at = ordered.findIndex(({ uri }) => uri === document.uri);
  const before = ordered.slice(0, at).filter(({ uri }) => counting.has(uri));
  const after = ordered.slice(at + 1).filter(({ uri }) => counting.has(uri));
  return at === -1
    ? undefined
    : { before: before.slice(-near).toReversed(), after: after.slice(0, near), others: before.length + after.length };
}

/**
 * Returns whether the records near a document in time have a section: one that a team introduced later is not asked of older records, nor
 * one that it gave up of newer ones. Records just before and just after must have it; of the newest, all just before. For what every
 * record needs, one just before is enough.
 * @param templated whether it is in the template page that they follow. Then only a long row of records without it shows that the page is
 * younger.
 */
export function isUsualNear(section: ExpectedSection, { before, after, others }: Near, templated: boolean): boolean {
  const sides = [before, after].map((side) => side.map((other) => hasSection(other, section)));
  const [earlier = [], later = []] = sides;
  const keys = section.twins?.keys ?? section.keys;
  const general = keys.some((key) => !key.startsWith('='));
  const isNeeded = needed.some((key) => keys.includes(key));
  const few = others < telling;
  if (few && templated) {
    return true;
  }
  if (isNeeded && earlier.some(Boolean)) {
    return true;
  }
  if ((few && general) || templated) {
    const first = !templated && !earlier.some(Boolean) && (earlier.length > 0 || later[0] === false);
    return !first && 1 + lackingFirst(earlier) + lackingFirst(later) < run;
  }
  if (earlier.length === 0 || later.length === 0) {
    return (isNeeded || earlier.length > 0) && sides.flat().every(Boolean);
  }
  return sides.every((side) => side.filter(Boolean).length * 2 > side.length);
}

/**
 * Returns whether all records near a document have something, and whether there are records before it: what they had given up, had not
 * yet, or have only where it is wanted is not asked.
 */
export function isSteadyNear({ before, after }: Near, has: (document: CatalogDocument) => boolean): boolean {
  return before.length > 0 && [...before, ...after].every(has);
}

/** The number of records that lack it before the first one that has it. */
function lackingFirst(side: readonly boolean[]): number {
  const first = side.indexOf(true);
  return first === -1 ? side.length : first;
}
