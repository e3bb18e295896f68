import assert from 'node:assert/strict';
import { readDocument, type CatalogDocument } from '../../../../../src/core/index.ts';
import { buildTree, findDocument, type TreeNode } from '../../../../../src/vscode/features/tree/nodes.ts';

function documentOf(path: string, possible?: number, root = 'file:///a'): CatalogDocument {
  const title = path.slice(path.lastIndexOf('/') + 1).replace('.md', '');
  return readDocument(
    { uri: `${root}/${path}`, root, path },
    `# ${title}\n\nText.\n`,
    possible === undefined
      ? { kind: 'runbook', why: 'a test says so' }
      : { kind: 'other', possible: 'runbook', probability: possible, why: 'a test says so' },
  );
}

function tree(
  documents: readonly CatalogDocument[],
  possible: readonly CatalogDocument[],
  more: { filter?: string; roots?: readonly string[] } = {},
): TreeNode[] {
  const roots = (more.roots ?? ['file:///a']).map((root) => ({ root, name: root }));
  return buildTree({
    documents,
    possible,
    grouping: 'folder',
    filter: more.filter ?? '',
    roots,
    unstated: 'None',
    top: 'Top folder',
  });
}

/** Nodes as text, a line for each, indented by depth. */
function shown(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const name = node.type === 'document' ? node.document.title : node.type === 'possible' ? node.count : node.label;
    const line = `${'  '.repeat(depth)}${node.type} ${String(name)}`;
    return [line, ...(node.type === 'document' ? [] : shown(node.children, depth + 1))];
  });
}

describe('possible documents in a tree', () => {
  it('are one group at the end, by folder where it has several, the likeliest first', () => {
    const nodes = tree(
      [documentOf('runbooks/x.md'), documentOf('tasks/y.md')],
      [
        documentOf('ops/a.md', 0.4),
        documentOf('ops/b.md', 0.6),
        documentOf('notes/c.md', 0.35),
        documentOf('more/d.md', 0.5),
      ],
    );
    assert.deepEqual(shown(nodes), [
      'group runbooks',
      '  document x',
      'group tasks',
      '  document y',
      'possible 4',
      '  possibleFolder ops',
      '    document b',
      '    document a',
      '  document d',
      '  document c',
    ]);
    const folder = nodes.at(-1)?.type === 'possible' ? nodes.at(-1) : undefined;
    assert.ok(folder?.type === 'possible' && folder.children[0]?.type === 'possibleFolder');
    assert.equal(folder.children[0].folder, 'file:///a/ops');
  });

  it('have no node for the folder that is the workspace itself', () => {
    assert.deepEqual(shown(tree([], [documentOf('a.md', 0.4), documentOf('b.md', 0.5)])), [
      'possible 2',
      '  document b',
      '  document a',
    ]);
  });

  it('leave no group when there are none, or when the filter hides them', () => {
    const documents = [documentOf('x.md')];
    assert.deepEqual(shown(tree(documents, [])), ['document x']);
    assert.deepEqual(shown(tree(documents, [documentOf('ops/a.md', 0.4)], { filter: 'x' })), ['document x']);
    assert.deepEqual(shown(tree(documents, [documentOf('ops/a.md', 0.4)], { filter: 'ops' })), [
      'possible 1',
      '  document a',
    ]);
  });

  it('are in the workspace folder that they are in, also where there is nothing else', () => {
    const roots = ['file:///a', 'file:///b'];
    assert.deepEqual(shown(tree([documentOf('x.md')], [documentOf('p.md', 0.4, 'file:///b')], { roots })), [
      'root file:///a',
      '  document x',
      'root file:///b',
      '  possible 1',
      '    document p',
    ]);
  });

  it('have ids of their own, and are not revealed', () => {
    const possible = [documentOf('ops/a.md', 0.4), documentOf('ops/b.md', 0.4)];
    const nodes = tree([documentOf('ops/x.md'), documentOf('z/y.md')], possible);
    const ids = (some: readonly TreeNode[]): string[] =>
      some.flatMap((node) => [node.id, ...(node.type === 'document' ? [] : ids(node.children))]);
    assert.equal(new Set(ids(nodes)).size, ids(nodes).length);
    assert.ok(findDocument(nodes, 'file:///a/ops/x.md'));
    assert.equal(findDocument(nodes, 'file:///a/ops/a.md'), undefined);
  });
});
