import {
  groupFollowUps,
  type ActionGrouping,
  type ActionState,
  type FollowUp,
  type FollowUpGroup,
} from '../../../core/index.ts';
import { groupName } from './names.ts';

/** A workspace folder, shown where there are several. */
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
  /** Whether it is open before the user opens or closes it. */
  readonly expanded: boolean;
  readonly children: readonly ItemNode[];
  readonly parent: RootNode | undefined;
}

/** One action item; it stands once in each group that it belongs to. A class, so that a command can tell it from what others pass. */
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

/** What the tree is made from. */
export interface ActionTreeInput {
  readonly followUps: readonly FollowUp[];
  readonly grouping: ActionGrouping;
  readonly states: readonly ActionState[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Workspace folders by root, in the order of the Explorer. */
  readonly roots: ReadonlyArray<{ readonly root: string; readonly name: string }>;
}

/** In trees of more items than this, groups are closed at first, so that all of them can be seen. */
const fewItems = 60;

/** The tree's top nodes: workspace folders where several have items to show, else groups. */
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

/** Items keep their identity while others above them come and go; of those that read alike, each has a number. */
function itemNodes({ items }: FollowUpGroup, parent: GroupNode): ItemNode[] {
  const alike = new Map<string, number>();
  return items.map((followUp) => {
    const key = `${parent.id}|${followUp.document.uri}|${followUp.item.text}`;
    const number = alike.get(key) ?? 0;
    alike.set(key, number + 1);
    return new ItemNode(`${key}|${number}`, followUp, parent);
  });
}

/** The items below a node. */
export function itemsBelow(node: ActionNode): readonly ItemNode[] {
  return node.type === 'item' ? [node] : node.children.flatMap(itemsBelow);
}
