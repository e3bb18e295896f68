import type { CatalogDocument } from '../catalog/document.ts';
import type { Block, ListItem } from '../model/document.ts';

/** A list item with what stands in it. */
export interface ItemNode {
  readonly item: ListItem;
  /** Its own blocks, without those of the items in it; the first holds its text. */
  readonly blocks: Block[];
  readonly children: ItemNode[];
}

/** What stands in a section of follow-ups, in order: lists are made into trees. */
export type Part =
  | { readonly type: 'node'; readonly node: ItemNode; readonly heading: Block | undefined }
  | { readonly type: 'block'; readonly block: Block; readonly heading: Block | undefined };

/** A section that holds follow-ups. */
export interface ActionSection {
  readonly index: number;
  readonly parts: readonly Part[];
}

/** What may stand under follow-ups and is none. */
const foreign = [
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

/** The sections of a postmortem that hold follow-ups, without those that stand in another of them. */
export function actionSections(document: CatalogDocument): ActionSection[] {
  if (document.kind !== 'postmortem') {
    return [];
  }
  const { sections, keys, blocks } = document;
  const wanted = new Set(keys.get('action-items'));
  const others = foreign.flatMap((id) => keys.get(id) ?? []).filter((index) => !wanted.has(index));
  return [...wanted]
    .filter((index) => !isUnder(document, index, wanted))
    .map((index): ActionSection => {
      const { start, end } = sections[index]?.range ?? document.titleRange;
      const title = sections[index]?.titleRange.end.line ?? 0;
      const skipped = others
        .map((other) => sections[other]?.range)
        .filter((range) => range !== undefined)
        .filter((range) => range.start.line > start.line && range.end.line <= end.line);
      const own = blocks.filter(
        ({ type, firstLine, lastLine }) =>
          firstLine >= start.line &&
          lastLine <= end.line &&
          !(type === 'heading' && firstLine <= title) &&
          !skipped.some((range) => firstLine >= range.start.line && lastLine <= range.end.line),
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
