import { EventEmitter, l10n, workspace, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import type { CatalogDocument, DocumentKind, Grouping } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Alerts } from '../../services/alerts.ts';
import type { Findings } from '../../services/findings.ts';
import type { IndexService } from '../../services/index-service.ts';
import { toItem, tooltipOf, type DocumentFacts, type ItemDeps } from './items.ts';
import { possibleTooltip } from './possible-items.ts';
import { buildTree, findDocument, type DocumentNode, type TreeNode } from './nodes.ts';

/** What a tree tells of documents. */
type TreeDeps = Pick<Deps, 'index' | 'findings' | 'alerts'>;

/** The tree of the documents of one kind. */
export class DocumentTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #kind: DocumentKind;
  readonly #index: IndexService;
  readonly #findings: Findings;
  readonly #alerts: Alerts;
  readonly #facts = new Map<string, DocumentFacts>();
  readonly #itemDeps: ItemDeps;
  #grouping: Grouping;
  #filter = '';
  #nodes: readonly TreeNode[] | undefined;

  constructor(kind: DocumentKind, { index, findings, alerts }: TreeDeps, grouping: Grouping) {
    this.#kind = kind;
    this.#itemDeps = { kind, factsOf: (document) => this.factsOf(document), now: () => new Date() };
    this.#index = index;
    this.#findings = findings;
    this.#alerts = alerts;
    this.#grouping = grouping;
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping;
    this.refresh();
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    this.#filter = filter.trim();
    this.refresh();
  }

  /** Whether there are documents, or possible ones, filtered or not. */
  get hasDocuments(): boolean {
    return this.#documents().length + this.#possible().length > 0;
  }

  /** Rebuilds the tree from the catalog. */
  refresh(): void {
    this.#nodes = undefined;
    this.#facts.clear();
    this.#changed.fire(undefined);
  }

  factsOf(document: CatalogDocument): DocumentFacts {
    const known = this.#facts.get(document.uri);
    if (known !== undefined) {
      return known;
    }
    const { catalog } = this.#index;
    const facts: DocumentFacts = {
      findings: this.#findings.of(document.uri),
      alerts: this.#alerts.namesFor(document.uri),
      lastChange: catalog.lastChange(document),
      context: catalog.context(document.uri),
      incidents: catalog.pastIncidents(document),
    };
    this.#facts.set(document.uri, facts);
    return facts;
  }

  /** Returns the node of a document, or undefined if it is not in this tree or filtered out. */
  find(uri: string): DocumentNode | undefined {
    return findDocument(this.#top(), uri);
  }

  getChildren(node?: TreeNode): TreeNode[] | undefined {
    if (node === undefined) {
      return [...this.#top()];
    }
    return node.type === 'document' ? undefined : [...node.children];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return toItem(node, this.#itemDeps);
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    if (node.type === 'document') {
      const { document } = node;
      item.tooltip =
        document.possible === undefined
          ? tooltipOf(document, this.factsOf(document), this.#itemDeps.now())
          : possibleTooltip(document, document.possible);
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #documents(): CatalogDocument[] {
    return this.#index.catalog.documents(this.#kind);
  }

  #possible(): CatalogDocument[] {
    return this.#index.catalog.documents('other').filter(({ possible }) => possible === this.#kind);
  }

  #top(): readonly TreeNode[] {
    this.#nodes ??= buildTree({
      documents: this.#documents(),
      possible: this.#possible(),
      grouping: this.#grouping,
      filter: this.#filter,
      roots: (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ root: uri.toString(), name })),
      unstated: l10n.t('Not stated'),
      top: l10n.t('Top folder'),
    });
    return this.#nodes;
  }
}
