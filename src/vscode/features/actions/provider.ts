import { EventEmitter, workspace, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import {
  followUpsOf,
  pathFromTop,
  trackerUrl,
  type ActionGrouping,
  type ActionState,
  type FollowUp,
} from '../../../core/index.ts';
import type { IndexService } from '../../services/index-service.ts';
import { toItem, tooltipOf } from './items.ts';
import { buildActionTree, type ActionNode } from './nodes.ts';

/** The states shown by default. */
export const defaultStates: readonly ActionState[] = ['overdue', 'open'];

/** The tree of the action items of all postmortems. */
export class ActionTree implements TreeDataProvider<ActionNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #index: IndexService;
  #grouping: ActionGrouping;
  #states: readonly ActionState[];
  #followUps: readonly FollowUp[] | undefined;
  #nodes: readonly ActionNode[] | undefined;
  #day = '';

  constructor(index: IndexService, grouping: ActionGrouping, states: readonly ActionState[]) {
    this.#index = index;
    this.#grouping = grouping;
    this.#states = states;
  }

  get grouping(): ActionGrouping {
    return this.#grouping;
  }

  set grouping(grouping: ActionGrouping) {
    this.#grouping = grouping;
    this.refresh();
  }

  /** The states shown. */
  get states(): readonly ActionState[] {
    return this.#states;
  }

  set states(states: readonly ActionState[]) {
    this.#states = states;
    this.refresh();
  }

  /** All action items, shown or not. */
  get followUps(): readonly FollowUp[] {
    if (this.#followUps === undefined || this.isOfAnotherDay) {
      this.#day = this.#index.catalog.today;
      this.#followUps = followUpsOf(this.#index.catalog.telling('incident'), this.#day);
    }
    return this.#followUps;
  }

  /** The number of overdue action items, shown or not. */
  get overdue(): number {
    return this.followUps.filter(({ state }) => state === 'overdue').length;
  }

  /** Whether there are action items but the states shown hide all of them. */
  get isFiltered(): boolean {
    return this.followUps.length > 0 && !this.followUps.some(({ state }) => this.#states.includes(state));
  }

  /** Whether the day has changed since the items were read, so that more may be overdue. */
  get isOfAnotherDay(): boolean {
    return this.#day !== this.#index.catalog.today;
  }

  /** Rebuilds the tree from the catalog. */
  refresh(): void {
    this.#followUps = undefined;
    this.#nodes = undefined;
    this.#changed.fire(undefined);
  }

  /** Returns the addresses of the tickets of an action item that can be opened. */
  urlsOf({ document, item }: Pick<FollowUp, 'document' | 'item'>): string[] {
    const { tracker } = this.#index.catalog.team(document.root).settingsFor(pathFromTop(document));
    const urls = item.tracking.map((found) => trackerUrl(found, tracker, document));
    return [...new Set(urls.filter((url) => url !== undefined))];
  }

  getChildren(node?: ActionNode): ActionNode[] | undefined {
    if (node === undefined) {
      return [...this.#top()];
    }
    return node.type === 'item' ? undefined : [...node.children];
  }

  getParent(node: ActionNode): ActionNode | undefined {
    return node.parent;
  }

  getTreeItem(node: ActionNode): TreeItem {
    const isTracked = (followUp: FollowUp): boolean => this.urlsOf(followUp).length > 0;
    return toItem(node, { isTracked, today: this.#index.catalog.today });
  }

  resolveTreeItem(item: TreeItem, node: ActionNode): TreeItem {
    if (node.type === 'item') {
      item.tooltip = tooltipOf(node.followUp, this.urlsOf(node.followUp));
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #top(): readonly ActionNode[] {
    this.#nodes ??= buildActionTree({
      followUps: this.followUps,
      grouping: this.#grouping,
      states: this.#states,
      today: this.#index.catalog.today,
      roots: (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ root: uri.toString(), name })),
    });
    return this.#nodes;
  }
}
