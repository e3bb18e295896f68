import { type CatalogDocument, type Grouping, groupDocuments, matchesFilter } from '../../../core/index.ts';
import { possibleNode } from './possible.ts';

/** A workspace folder. Only in workspaces with several folders. */
export interface RootNode {
  readonly type: 'root';
  readonly id: string;
  readonly label: string;
  readonly children: readonly TreeNode[];
  readonly parent: undefined;
}

/** Documents that share a folder, service, year … */
export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly grouping: Grouping;
  /** The value that the documents share; empty if they state none. */
  readonly value: string;
  /** Whether the group is open at first. */
  readonly expanded: boolean;
  readonly children: readonly DocumentNode[];
  readonly parent: RootNode | undefined;
}

/** One document. It is in each group that it belongs to. */
export interface DocumentNode {
  readonly type: 'document';
  readonly id: string;
  readonly document: CatalogDocument;
  readonly parent: RootNode | GroupNode | PossibleNode | PossibleFolderNode | undefined;
}

/** The documents that are possibly of the tree's kind. */
export interface PossibleNode {
  readonly type: 'possible';
  readonly id: string;
  /** The number of documents below. */
  readonly count: number;
  readonly children: ReadonlyArray<PossibleFolderNode | DocumentNode>;
  readonly parent: RootNode | undefined;
}

/** A folder with several documents that are possibly of the tree's kind. */
export interface PossibleFolderNode {
  readonly type: 'possibleFolder';
  readonly id: string;
  /** Path relative to the workspace folder. */
  readonly label: string;
  /** Its URI. */
  readonly folder: string;
  readonly children: readonly DocumentNode[];
  readonly parent: PossibleNode;
}

export type TreeNode = RootNode | GroupNode | DocumentNode | PossibleNode | PossibleFolderNode;

/** The data of a tree. */
export interface TreeInput {
  readonly documents: readonly CatalogDocument[];
  /** Documents that are possibly of the tree's kind. */
  readonly possible: readonly CatalogDocument[];
  readonly grouping: Grouping;
  readonly filter: string;
  /** Workspace folders in the order of the Explorer. */
  readonly roots: ReadonlyArray<{ readonly root: string; readonly name: string }>;
  /** The name of the group of documents that do not state their service, owner … */
  readonly unstated: string;
  /** The name of the group of documents in no folder. */
  readonly top: string;
}

/** Trees with more documents start with closed groups. */
const fewDocuments = 60;

/**
 * Returns the top nodes: workspace folders if several have documents, otherwise groups. A single unnamed group is left
 * out. The group of possible documents is last.
 */
export function buildTree(input: TreeInput): TreeNode[] {
  const shown = (document: CatalogDocument): boolean => matchesFilter(document, input.filter);
  const documents = input.documents.filter(shown);
  const possible = input.possible.filter(shown);
  const used = input.roots.filter(({ root }) => [...documents, ...possible].some((document) => document.root === root));
  if (used.length <= 1) {
    return [...buildGroups(documents, input, undefined, []), ...possibleNode(possible, undefined)];
  }
  return used.map(({ root, name }) => {
    const children: TreeNode[] = [];
    const node: RootNode = { type: 'root', id: root, label: name, children, parent: undefined };
    buildGroups(
      documents.filter((document) => document.root === root),
      input,
      node,
      children,
    );
    children.push(
      ...possibleNode(
        possible.filter((document) => document.root === root),
        node,
      ),
    );
    return node;
  });
}

function buildGroups(
  documents: readonly CatalogDocument[],
  input: TreeInput,
  parent: RootNode | undefined,
  into: TreeNode[],
): TreeNode[] {
  const groups = groupDocuments(documents, input.grouping);
  const common = input.grouping === 'folder' ? commonFolder(groups.map(({ label }) => label)) : '';
  const [only] = groups;
  if (groups.length === 1 && only !== undefined && (only.label === '' || input.grouping === 'folder')) {
    into.push(...only.documents.map((document) => documentNode(document, parent, parent?.id ?? '')));
    return into;
  }
  for (const { label, documents: members } of groups) {
    const children: DocumentNode[] = [];
    const id = `${parent?.id ?? ''}#${label}`;
    const short = label.slice(common.length).replace(/^\//, '');
    const shown = input.grouping === 'folder' ? short || label || input.top : label || input.unstated;
    const group: GroupNode = {
      type: 'group',
      id,
      label: shown,
      grouping: input.grouping,
      value: label,
      expanded: documents.length <= fewDocuments,
      children,
      parent,
    };
    children.push(...members.map((document) => documentNode(document, group, id)));
    into.push(group);
  }
  return into;
}

function documentNode(
  document: CatalogDocument,
  parent: RootNode | GroupNode | undefined,
  prefix: string,
): DocumentNode {
  return { type: 'document', id: `${prefix}|${document.uri}`, document, parent };
}

/** Returns the folder that contains all folders, without a trailing slash. */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  const parts = first.split('/');
  const shared = rest.reduce(
    (count, folder) => {
      const other = folder.split('/');
      const differs = parts.slice(0, count).findIndex((part, index) => part !== other[index]);
      return differs === -1 ? count : differs;
    },
    rest.length === 0 ? 0 : parts.length,
  );
  return parts.slice(0, shared).join('/');
}

/** Returns the first node of a document, by its URI, or undefined. Possible documents are not looked for. */
export function findDocument(nodes: readonly TreeNode[], uri: string): DocumentNode | undefined {
  for (const node of nodes) {
    const found =
      node.type === 'document'
        ? node.document.uri === uri
          ? node
          : undefined
        : node.type === 'possible'
          ? undefined
          : findDocument(node.children, uri);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
