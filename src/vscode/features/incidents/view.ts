import { EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Incident } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { SimilarIncidents } from './similar.ts';
import { itemOf } from './view-items.ts';
import type { IncidentNode, IncidentViewNode } from './view-nodes.ts';
import { incidentNode, rowsBelow } from './view-parts.ts';

/**
 * The view of open incidents: how long and in which state, the next update, the last entries, runbooks and past
 * incidents that may help, roles and the checklist.
 */
export class IncidentView implements TreeDataProvider<IncidentViewNode>, Disposable {
  readonly #deps: Deps;
  readonly #similar: SimilarIncidents;
  readonly #changed = new EventEmitter<IncidentViewNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #incidents: readonly IncidentNode[] = [];
  /** The rows below each row, so that a row is the same as long as nothing changes. */
  #below = new Map<IncidentViewNode, IncidentViewNode[]>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#similar = new SimilarIncidents(deps, () => this.#refresh());
  }

  /** Shows incidents in this order. */
  show(incidents: readonly Incident[]): void {
    this.#incidents = incidents.map(incidentNode);
    this.#refresh();
  }

  /** Brings up to date what changes with the time. */
  tick(): void {
    const facts = this.#incidents
      .flatMap((node) => this.#below.get(node) ?? [])
      .filter(({ type }) => type === 'state' || type === 'update');
    if (facts.length > 0) {
      this.#changed.fire(facts);
    }
  }

  getChildren(node?: IncidentViewNode): IncidentViewNode[] {
    if (node === undefined) {
      return [...this.#incidents];
    }
    const below = this.#below.get(node) ?? rowsBelow(this.#deps, this.#similar, node);
    this.#below.set(node, below);
    return below;
  }

  getParent(node: IncidentViewNode): IncidentViewNode | undefined {
    return node.type === 'incident' ? undefined : node.parent;
  }

  getTreeItem(node: IncidentViewNode): TreeItem {
    return itemOf(node, this.getChildren(node), this.#deps.clock.now());
  }

  dispose(): void {
    this.#similar.dispose();
    this.#changed.dispose();
  }

  #refresh(): void {
    this.#below = new Map();
    this.#changed.fire(undefined);
  }
}
