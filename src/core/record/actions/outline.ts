import type { CatalogDocument } from '../../document/document.ts';
import { blocksWithin } from '../../document/block-at.ts';
import { LineRanges } from '../../text/line-ranges.ts';
import type { Block, ListItem } from '../../document/model.ts';
import type { SectionId } from '../../vocabulary/section-ids.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

/** A list item with what is in it. */
export interface ItemNode {
  readonly item: ListItem;
  /** Its own blocks, without those of the items in it; the first holds its text. */
  readonly blocks: Block[];
  readonly children: ItemNode[];
}

/** A part of a section of follow-ups, in order: lists are made into trees. */
export type Part =
  | { readonly type: 'node'; readonly node: ItemNode; readonly heading: Block | undefined }
  | { readonly type: 'block'; readonly block: Block; readonly heading: Block | undefined };

/** A section that holds follow-ups. */
export interface ActionSection {
  readonly index: number;
  readonly parts: readonly Part[];
}

/** Sections that may be under follow-ups, but do not contain any. */
const foreign: readonly SectionId[] = [
  'timeline',
  'lessons',
  'went-well',
  'went-wrong',
  'got-lucky',
  'people',
  'supporting',
  'impact',
  'summary',
  'messaging',
  'stats',
  'causes',
];

/** Returns the sections of a postmortem that hold follow-ups, without those that are in another of them. */
export function actionSections(document: CatalogDocument): ActionSection[] {
  if (!tellsIncident(document)) {
    return [];
  }
  const { sections, keys } = document;
  const wanted = new Set(keys.get('action-items'));
  const skipped = new LineRanges(
    foreign
      .flatMap((id) => keys.get(id) ?? [])
      .filter((index) => !wanted.has(index) && isUnder(document, index, wanted))
      .flatMap((index) => sections[index] ?? [])
      .map(({ range: { start, end } }) => ({ first: start.line, last: end.line })),
  );
  return [...wanted]
    .filter((index) => !isUnder(document, index, wanted))
    .map((index): ActionSection => {
      const { start, end } = sections[index]?.range ?? document.titleRange;
      const title = sections[index]?.titleRange.end.line ?? 0;
      const own = [...blocksWithin(document, start.line, end.line)].filter(
        (block) =>
          !(block.type === 'heading' && block.firstLine <= title) && !skipped.holds(block.firstLine, block.lastLine),
      );
      return { index, parts: partsOf(own) };
    });
}

function isUnder({ sections }: CatalogDocument, index: number, wanted: ReadonlySet<number>): boolean {
  for (let up = sections[index]?.parent; up !== undefined; up = sections[up]?.parent) {
    if (wanted.has(up)) {
      return true;
    }
  }
  return false;
}

function partsOf(blocks: readonly Block[]): Part[] {
  const nodes = new Map<ListItem, ItemNode>();
  const parts: Part[] = [];
  let heading: Block | undefined;
  for (const block of blocks) {
    heading = block.type === 'heading' ? block : heading;
    const { item } = block;
    const known = item === undefined ? undefined : nodes.get(item);
    if (item === undefined) {
      parts.push({ type: 'block', block, heading });
    } else if (known === undefined) {
      const node: ItemNode = { item, blocks: [block], children: [] };
      nodes.set(item, node);
      const parent = nearest(item, nodes);
      if (parent === undefined) {
        parts.push({ type: 'node', node, heading });
      } else {
        parent.children.push(node);
      }
    } else {
      known.blocks.push(block);
    }
  }
  return parts;
}

function nearest({ parent }: ListItem, nodes: ReadonlyMap<ListItem, ItemNode>): ItemNode | undefined {
  for (let up = parent; up !== undefined; up = up.parent) {
    const node = nodes.get(up);
    if (node !== undefined) {
      return node;
    }
  }
  return undefined;
}
