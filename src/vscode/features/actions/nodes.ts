import {
  groupFollowUps,
  type ActionGrouping,
  type ActionState,
  type FollowUp,
  type FollowUpGroup,
} from '../../../core/index.ts';
import { groupName } from './names.ts';

/** A workspace folder. Only in workspaces with several folders. */
export interface RootNode {
  readonly type: 'root';
  readonly id: string;
  readonly label: string;
  readonly children: readonly GroupNode[];
  readonly parent: undefined;
}

/** Action items that share an owner, service, age or postmortem. */
export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly grouping: ActionGrouping;
  /** Whether the group is open at first. */
  readonly expanded: boolean;
  readonly children: readonly ItemNode[];
  readonly parent: RootNode | undefined;
}

/**
 * One action item. It is in each group that it belongs to. A class, so that a command can recognize it with
 * `instanceof`.
 */
export class ItemNode {
  readonly type = 'item';
  readonly id: string;
  readonly followUp: FollowUp;
  readonly parent: GroupNode;

  constructor(id: string, followUp: FollowUp, parent: GroupNode) {
    this.id = id;
    this.followUp = followUp;
    this.parent = parent;
  }
}

export type ActionNode = RootNode | GroupNode | ItemNode;

/** The data of the tree. */
export interface ActionTreeInput {
  readonly followUps: readonly FollowUp[];
  readonly grouping: ActionGrouping;
  readonly states: readonly ActionState[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Workspace folders in the order of the Explorer. */
  readonly roots: ReadonlyArray<{ readonly root: string; readonly name: string }>;
}

/** Trees with more items start with closed groups. */
const fewItems = 60;

/** Returns the top nodes: workspace folders if several have items, otherwise groups. */
export function buildActionTree(input: ActionTreeInput): Array<RootNode | GroupNode> {
  const followUps = input.followUps.filter(({ state }) => input.states.includes(state));
  const used = input.roots.filter(({ root }) => followUps.some(({ document }) => document.root === root));
  if (used.length <= 1) {
    return buildGroups(followUps, input, undefined);
  }
  return used.map(({ root, name }) => {
    const children: GroupNode[] = [];
    const node: RootNode = { type: 'root', id: root, label: name, children, parent: undefined };
    const own = followUps.filter(({ document }) => document.root === root);
    children.push(...buildGroups(own, input, node));
    return node;
  });
}

function buildGroups(
  followUps: readonly FollowUp[],
  { grouping, today }: ActionTreeInput,
  parent: RootNode | undefined,
): GroupNode[] {
  return groupFollowUps(followUps, grouping, today).map((group) => {
    const children: ItemNode[] = [];
    const node: GroupNode = {
      type: 'group',
      id: `${parent?.id ?? ''}#${grouping}:${group.key}`,
      label: groupName(grouping, group.label),
      grouping,
      expanded: followUps.length <= fewItems,
      children,
      parent,
    };
    children.push(...itemNodes(group, node));
    return node;
  });
}

/** Returns nodes with stable ids. Items with the same text get a number. */
function itemNodes({ items }: FollowUpGroup, parent: GroupNode): ItemNode[] {
  const alike = new Map<string, number>();
  return items.map((followUp) => {
    const key = `${parent.id}|${followUp.document.uri}|${followUp.item.text}`;
    const number = alike.get(key) ?? 0;
    alike.set(key, number + 1);
    return new ItemNode(`${key}|${number}`, followUp, parent);
  });
}

/** Returns the items below a node. */
export function itemsBelow(node: ActionNode): readonly ItemNode[] {
  return node.type === 'item' ? [node] : node.children.flatMap(itemsBelow);
}
