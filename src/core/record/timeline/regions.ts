import { firstFrom } from '../../document/block-at.ts';
import type { CatalogDocument } from '../../document/document.ts';
import type { Block, Section } from '../../document/model.ts';
import { readStamp } from '../../time/stamp.ts';
import type { SectionId } from '../../vocabulary/section-ids.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

/** Lines of a document that may hold a timeline. */
export interface Region {
  readonly section?: number;
  /** Whether the section's name says that it is a timeline. */
  readonly named: boolean;
  /** Without those of sections in it that are about something else. */
  readonly blocks: readonly Block[];
  readonly lastLine: number;
}

/** Sections that may be in a timeline's section, but contain no timeline. */
const foreign: readonly SectionId[] = [
  'action-items',
  'lessons',
  'went-well',
  'went-wrong',
  'got-lucky',
  'people',
  'supporting',
  'stats',
];

/**
 * Returns the sections that are timelines by name, each with the sections after it whose titles are times, and the other sections of the
 * document, each with its own text only, in which a run of entries may stand.
 */
export function regionsOf(document: CatalogDocument): Region[] {
  if (!tellsIncident(document)) {
    return [];
  }
  const { sections } = document;
  const homes = homesOf(document);
  const skipped = new Set(foreign.flatMap((id) => document.keys.get(id) ?? []));
  const named = outermost(document, new Set(document.keys.get('timeline'))).map((index) =>
    namedRegion(document, index, homes, skipped),
  );
  const covered = new Set(named.flatMap(({ blocks }) => blocks));
  const rest = new Map<number, Block[]>();
  for (const [index, block] of document.blocks.entries()) {
    const home = homes[index] ?? -1;
    // Headings that are times tell a story together, under the heading above them.
    const parent = sections[home]?.parent ?? -1;
    const place = isTimed(sections[home]) ? parent : home;
    if (!covered.has(block) && !isIn(document, home, skipped)) {
      const blocks = rest.get(place) ?? [];
      blocks.push(block);
      rest.set(place, blocks);
    }
  }
  const runs = [...rest].map(([section, blocks]): Region => ({
    ...(section >= 0 && { section }),
    named: false,
    blocks,
    lastLine: blocks.at(-1)?.lastLine ?? 0,
  }));
  return [...named, ...runs].toSorted((a, b) => (a.blocks[0]?.firstLine ?? 0) - (b.blocks[0]?.firstLine ?? 0));
}

function namedRegion(
  document: CatalogDocument,
  index: number,
  homes: readonly number[],
  skipped: ReadonlySet<number>,
): Region {
  const { sections, blocks } = document;
  const own = sections[index];
  const first = own?.range.start.line ?? 0;
  let lastLine = own?.range.end.line ?? 0;
  for (let next = index + 1; next < sections.length; next += 1) {
    const range = sections[next]?.range;
    if (range !== undefined && range.start.line > lastLine) {
      if (own?.style !== 'heading' || !isTimed(sections[next])) {
        break;
      }
      lastLine = range.end.line;
    }
  }
  const found: Block[] = [];
  for (let place = firstFrom(blocks, first); (blocks[place]?.firstLine ?? Infinity) <= lastLine; place += 1) {
    const block = blocks[place];
    if (block !== undefined && block.lastLine <= lastLine && !isIn(document, homes[place] ?? -1, skipped, index)) {
      found.push(block);
    }
  }
  return { section: index, named: true, blocks: found, lastLine };
}

/** Whether a heading is a time, or begins with one. */
function isTimed(section: Section | undefined): boolean {
  const stamp = section?.style === 'heading' ? readStamp(section.title) : undefined;
  const tellsDay = stamp?.day !== undefined || stamp?.dayWord !== undefined;
  return stamp?.clock !== undefined || (tellsDay && stamp.separated);
}

function outermost({ sections }: CatalogDocument, wanted: ReadonlySet<number>): number[] {
  return [...wanted].filter((index) => {
    for (let up = sections[index]?.parent; up !== undefined; up = sections[up]?.parent) {
      if (wanted.has(up)) {
        return false;
      }
    }
    return true;
  });
}

/** Whether a section is one of those wanted or is in one, as far up as `top`. */
function isIn({ sections }: CatalogDocument, index: number, wanted: ReadonlySet<number>, top = -1): boolean {
  for (let up: number | undefined = index; up !== undefined && up >= 0 && up !== top; up = sections[up]?.parent) {
    if (wanted.has(up)) {
      return true;
    }
  }
  return false;
}

/** Returns the innermost section that each block is in, by position; -1 before the first. */
export function homesOf({ sections, blocks }: CatalogDocument): number[] {
  const homes: number[] = [];
  const open: number[] = [];
  let next = 0;
  for (const block of blocks) {
    while (next < sections.length && (sections[next]?.range.start.line ?? 0) <= block.firstLine) {
      open.push(next);
      next += 1;
    }
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.range.end.line ?? 0) < block.firstLine) {
      open.pop();
    }
    // A section that ended may lie below one that began later and has ended too.
    homes.push(open.findLast((index) => (sections[index]?.range.end.line ?? 0) >= block.firstLine) ?? -1);
  }
  return homes;
}
