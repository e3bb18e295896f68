import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import { toItem, type ItemDeps } from './items.ts';
import { nodesBelow, topNodes, type Node } from './nodes.ts';
import type { ServiceIndex } from './service-index.ts';

/** The tree of services. */
export class ServiceTree implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #index: ServiceIndex;
  readonly #deps: ItemDeps;

  constructor(index: ServiceIndex, deps: ItemDeps) {
    this.#index = index;
    this.#deps = deps;
  }

  /** Shows what is known now. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    return node === undefined ? topNodes(this.#index.folders) : nodesBelow(node);
  }

  getParent(node: Node): Node | undefined {
    return node.type === 'root' ? undefined : node.parent;
  }

  getTreeItem(node: Node): TreeItem {
    return toItem(node, this.#deps);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
