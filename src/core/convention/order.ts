import type { CatalogDocument } from '../document/document.ts';
import type { Expectation, Expected } from './expectation.ts';
import { othersInWords, othersOf, siblingsOf } from './others.ts';
import { groupedBy } from '../util/grouped-by.ts';
import type { Section } from '../document/model.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { sectionKeys, nameKey } from '../vocabulary/section-keys.ts';
import type { Move } from '../document/move.ts';

/** Least number of documents with both sections that show an order. */
const fewestWithBoth = 8;
/** Share of the documents with both sections that must have the same order. */
const agreement = 0.9;

/** A name is usual if this many others use it. */
const fewestWithName = 3;

/** A section that is in another place than expected. */
export interface Misplaced extends Move {
  readonly evidence: string;
}

/** A document, what it should contain, and those around it. */
export interface Surroundings {
  readonly document: CatalogDocument;
  readonly expectation: Expectation;
  readonly neighbourhood: Neighbourhood;
}

/** A section of a document for an expected one. */
interface Placed {
  readonly section: Section;
  readonly expected: Expected;
  /** Its index in the expected order. */
  readonly rank: number;
}

/**
 * Returns the sections to move for the expected order: as few as possible, in the expected order. The order of a template is binding, the
 * order of the neighbours only if they agree. A built-in convention has no order.
 */
export function misplaced(context: Surroundings): Misplaced[] {
  const { authority, convention } = context.expectation;
  if (authority === 'convention') {
    return [];
  }
  const placed = placedSections(context);
  const reasonFor = (early: Placed, late: Placed): string | undefined =>
    early.rank > late.rank
      ? authority === 'template'
        ? `the order of the template ${convention.template.name}`
        : customOf(context, late, early)
      : undefined;
  const inOrder = longestInOrder(placed, (early, late) => reasonFor(early, late) === undefined);
  const kept = new Set(inOrder);
  return placed
    .filter((each) => !kept.has(each))
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((each) => toMove(each, placed, inOrder, reasonFor));
}

/** The move of a section: after the last section that should come before it, or before the first one that should come after it. */
function toMove(
  each: Placed,
  placed: readonly Placed[],
  inOrder: readonly Placed[],
  reasonFor: (early: Placed, late: Placed) => string | undefined,
): Misplaced[] {
  const at = placed.indexOf(each);
  const { section } = each;
  const goesBehind = inOrder.findLast((other) => placed.indexOf(other) > at && reasonFor(each, other) !== undefined);
  if (goesBehind !== undefined) {
    const evidence = reasonFor(each, goesBehind) ?? '';
    return [{ section, anchor: goesBehind.section, side: 'behind', evidence }];
  }
  const next = inOrder.findIndex((other) => placed.indexOf(other) < at && reasonFor(other, each) !== undefined);
  const follower = inOrder[next];
  if (follower === undefined) {
    return [];
  }
  const evidence = reasonFor(follower, each) ?? '';
  const before = inOrder[next - 1];
  return before === undefined
    ? [{ section, anchor: follower.section, side: 'before', evidence }]
    : [{ section, anchor: before.section, side: 'behind', evidence }];
}

/** The headings under the same parent that match one expected section each, in the order of the text. */
function placedSections({ document, expectation }: Surroundings): Placed[] {
  const found = document.sections.filter((section) => isAtTop(document, section));
  const level = found.reduce((least, section) => Math.min(least, section.level), Infinity);
  const all = found
    .filter((section) => section.level === level)
    .flatMap((section): Placed[] => {
      const rank = rankOf(document, section, expectation.sections);
      const expected = expectation.sections[rank];
      return expected === undefined ? [] : [{ section, expected, rank }];
    });
  const byRank = groupedBy(all, ({ rank }) => rank);
  return all.filter(({ rank }) => byRank.get(rank)?.length === 1);
}

/** The index of the expected section for a title: by its name, else by its meaning; -1 if there is none. */
function rankOf({ kind }: CatalogDocument, { title }: Section, expected: readonly Expected[]): number {
  const name = nameKey(title);
  const byName = expected.findIndex((each) => each.keys.includes(name) || nameKey(each.title) === name);
  const [meaning] = sectionKeys(kind, title);
  return byName === -1 && meaning !== undefined ? expected.findIndex(({ keys }) => keys.includes(meaning)) : byName;
}

function isAtTop({ sections }: CatalogDocument, { style, level, parent }: Section): boolean {
  return style === 'heading' && level > 1 && (parent === undefined || (parent === 0 && sections[0]?.level === 1));
}

/** The longest sequence of sections in order; of several, the one that ends last. */
function longestInOrder(placed: readonly Placed[], fits: (early: Placed, late: Placed) => boolean): Placed[] {
  const best: Placed[][] = [];
  for (const each of placed) {
    const before = best
      .filter((run) => run.every((early) => fits(early, each)))
      .reduce<readonly Placed[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    best.push([...before, each]);
  }
  return best.reduce<Placed[]>((longest, run) => (run.length >= longest.length ? run : longest), []);
}

/** The evidence of the others that one section comes before another; undefined if they do not agree. */
function customOf(context: Surroundings, first: Placed, second: Placed): string | undefined {
  const others = othersOf(context);
  if (![first, second].every((placed) => isUsualName(placed, others))) {
    return undefined;
  }
  const orderIn = (other: CatalogDocument): boolean | undefined => {
    const [a, b] = [placeIn(other, first.expected), placeIn(other, second.expected)];
    return a === undefined || b === undefined || a === b ? undefined : a < b;
  };
  if (siblingsOf(context).some((other) => orderIn(other) === false)) {
    return undefined;
  }
  const orders = others.map(orderIn);
  const both = orders.filter((order) => order !== undefined);
  const agreeing = both.filter((order) => order).length;
  return both.length >= fewestWithBoth && agreeing >= agreement * both.length
    ? `${agreeing} of ${both.length} ${othersInWords(context)} with both sections have ${first.expected.title} before ${second.expected.title}`
    : undefined;
}

/** Whether others use exactly this name. A similar name can have another meaning. */
function isUsualName({ section, expected }: Placed, others: readonly CatalogDocument[]): boolean {
  const name = nameKey(section.title);
  return name === nameKey(expected.title) || others.filter(({ keys }) => keys.has(name)).length >= fewestWithName;
}

function placeIn(document: CatalogDocument, { keys }: Expected): number | undefined {
  const found = keys
    .flatMap((key) => document.keys.get(key) ?? [])
    .filter((index) => {
      const section = document.sections[index];
      return section !== undefined && isAtTop(document, section);
    });
  return found.length === 0 ? undefined : found.reduce((a, b) => Math.min(a, b));
}
