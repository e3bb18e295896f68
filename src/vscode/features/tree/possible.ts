import { folderOf, groupDocuments, type CatalogDocument } from '../../../core/index.ts';
import type { DocumentNode, PossibleFolderNode, PossibleNode, RootNode } from './nodes.ts';

/**
 * Returns the group of possible documents, or nothing if there are none. A folder with several is a node, so that one
 * command can set the kind of all. The likeliest documents are first.
 */
export function possibleNode(documents: readonly CatalogDocument[], parent: RootNode | undefined): PossibleNode[] {
  if (documents.length === 0) {
    return [];
  }
  const children: Array<PossibleFolderNode | DocumentNode> = [];
  const id = `${parent?.id ?? ''}?`;
  const node: PossibleNode = { type: 'possible', id, count: documents.length, children, parent };
  const single: CatalogDocument[] = [];
  for (const { label, documents: members } of groupDocuments(documents, 'folder')) {
    const [first] = members;
    if (label === '' || members.length === 1 || first === undefined) {
      single.push(...members);
      continue;
    }
    const within: DocumentNode[] = [];
    const folder: PossibleFolderNode = {
      type: 'possibleFolder',
      id: `${id}${label}`,
      label,
      folder: folderOf(first.uri),
      children: within,
      parent: node,
    };
    within.push(...likeliestFirst(members).map((document) => documentNode(document, folder)));
    children.push(folder);
  }
  children.push(...likeliestFirst(single).map((document) => documentNode(document, node)));
  return [node];
}

function documentNode(document: CatalogDocument, parent: PossibleNode | PossibleFolderNode): DocumentNode {
  return { type: 'document', id: `${parent.id}|${document.uri}`, document, parent };
}

function likeliestFirst(documents: readonly CatalogDocument[]): CatalogDocument[] {
  return documents.toSorted((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
}
