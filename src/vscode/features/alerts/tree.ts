import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem, type Uri } from 'vscode';
import type { CatalogDocument } from '../../../core/index.ts';
import type { AlertIndex } from './alert-index.ts';
import { toItem, tooltipOf } from './items.ts';
import { buildAlertTree, type AlertGrouping, type AlertNode } from './nodes.ts';

/** The tree of the alerts of all rule files. */
export class AlertTree implements TreeDataProvider<AlertNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #alerts: AlertIndex;
  readonly #unusedIn: (root: Uri) => readonly CatalogDocument[];
  #grouping: AlertGrouping;
  #nodes: readonly AlertNode[] | undefined;

  /** @param unusedIn returns the runbooks of a workspace folder that no alert leads to. */
  constructor(alerts: AlertIndex, grouping: AlertGrouping, unusedIn: (root: Uri) => readonly CatalogDocument[]) {
    this.#alerts = alerts;
    this.#grouping = grouping;
    this.#unusedIn = unusedIn;
  }

  get grouping(): AlertGrouping {
    return this.#grouping;
  }

  set grouping(grouping: AlertGrouping) {
    this.#grouping = grouping;
    this.refresh();
  }

  /** Rebuilds the tree from the alerts. */
  refresh(): void {
    this.#nodes = undefined;
    this.#changed.fire(undefined);
  }

  getChildren(node?: AlertNode): AlertNode[] {
    if (node === undefined) {
      this.#nodes ??= buildAlertTree(this.#alerts, this.#grouping, this.#unusedIn);
      return [...this.#nodes];
    }
    return 'children' in node ? [...node.children] : [];
  }

  getParent(node: AlertNode): AlertNode | undefined {
    return node.type === 'root' ? undefined : node.parent;
  }

  getTreeItem(node: AlertNode): TreeItem {
    return toItem(node);
  }

  resolveTreeItem(item: TreeItem, node: AlertNode): TreeItem {
    if (node.type === 'alert') {
      item.tooltip = tooltipOf(node);
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
