import type { TreeDataProvider, TreeView } from 'vscode';

/** The most levels that VS Code expands at a time. */
const deepest = 3;

/** Expands all rows of a tree, and shows its top. Its provider must know the parents of nodes. */
export async function expandAll<T>(view: TreeView<T>, tree: TreeDataProvider<T>): Promise<void> {
  // VS Code scrolls to each, so the first one comes last.
  for (const node of ((await tree.getChildren()) ?? []).toReversed()) {
    await view.reveal(node, { select: false, focus: false, expand: deepest });
  }
}
