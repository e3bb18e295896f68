import { l10n, window, workspace, type Disposable, type TreeView } from 'vscode';
import { byKind, documentKinds, groupings, labelText, type DocumentKind, type Grouping } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { chooseItem, typeText } from '../../services/ask.ts';
import { registerCommand, setContext } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { kindWords } from '../../services/kind-words.ts';
import { expandAll } from '../../services/expand-all.ts';
import { Presence } from '../../services/presence.ts';
import { TreeUpdates } from '../../services/tree-updates.ts';
import type { TreeNode } from './nodes.ts';
import { DocumentTree } from './provider.ts';

/** With fewer files, indexing ends before a user could read the message. */
const manyFiles = 500;

/** The trees of the sidebar. Disposing them disposes everything that belongs to them. */
export interface Trees extends Readonly<Record<DocumentKind, DocumentTree>>, Disposable {}

/**
 * Registers the trees of the sidebar with grouping and filter. They reveal the document of the active editor.
 */
export function registerTrees(deps: Deps): Trees {
  const store = new DisposableStore();
  return { ...byKind((kind) => registerTree(kind, deps, store)), dispose: () => store.dispose() };
}

function registerTree(kind: DocumentKind, deps: Deps, store: DisposableStore): DocumentTree {
  const { context, index, findings, log } = deps;
  const ids = kindIds(kind);
  const words = kindWords(kind);
  const choices: readonly Grouping[] = groupings[kind];
  const memory = `grouping.${kind}`;
  const remembered = choices.find((grouping) => grouping === context.workspaceState.get(memory));
  const tree = store.add(new DocumentTree(kind, deps, remembered ?? groupings[kind][0]));
  const view = store.add(window.createTreeView(ids.view, { treeDataProvider: tree, showCollapseAll: true }));
  const presence = new Presence(ids.has, context.workspaceState);
  let isShowDue = false;
  const show = (): void => {
    // A tree that changes while it reveals a row can lose rows.
    isShowDue = refresh.waiting;
    if (isShowDue) {
      return;
    }
    reveal(view, tree).catch((error: unknown) => log.error('The active document could not be revealed', error));
  };
  const update = (): void => {
    tree.refresh();
    if (index.state !== 'indexing') {
      presence.set(tree.hasDocuments);
    }
    // Otherwise the tree stays as the user left it.
    if (isShowDue) {
      show();
    }
  };
  const refresh = store.add(new TreeUpdates(view, update));
  const setFilter = (filter: string): void => {
    tree.filter = filter;
    setContext(ids.filtered, tree.filter !== '');
    describe(view, tree);
  };
  store.add(
    index.catalog.onDidChange(() => refresh.schedule()),
    findings.onDidChange(() => refresh.schedule()),
    deps.alerts.onDidChange(() => refresh.schedule()),
    index.onDidProgress(({ done, total }) => {
      // One view tells it for all.
      if (total >= manyFiles && kind === documentKinds[0]) {
        view.message = l10n.t('Reading {0} of {1} files…', done, total);
      }
    }),
    index.onDidChangeState((state) => {
      const incomplete = l10n.t('Indexing was stopped. The list may be incomplete. Refresh to continue.');
      const problem = state === 'stopped' ? incomplete : index.gitProblem;
      // The first view that is there tells it for all.
      const first = documentKinds.find((each) => index.catalog.documents(each).length > 0) ?? documentKinds[0];
      view.message = kind === first ? (problem ?? '') : '';
      refresh.schedule();
      if (state === 'ready') {
        show();
      }
    }),
    workspace.onDidChangeWorkspaceFolders(() => refresh.schedule()),
    window.onDidChangeActiveTextEditor(show),
    view.onDidChangeVisibility(show),
    registerCommand(ids.group, log, async () => {
      const grouping = await pickGrouping(choices, words.group, tree.grouping);
      if (grouping !== undefined) {
        await context.workspaceState.update(memory, grouping);
        tree.grouping = grouping;
        describe(view, tree);
      }
    }),
    registerCommand(ids.filter, log, async () => {
      const filter = await typeText({
        title: words.filter,
        prompt: l10n.t('Words in the title, path, service, owner, severity or status. Leave it empty to show all.'),
        value: tree.filter,
      });
      if (filter !== undefined) {
        setFilter(filter);
      }
    }),
    registerCommand(ids.clear, log, () => setFilter('')),
    registerCommand(ids.expand, log, () => expandAll(view, tree)),
  );
  describe(view, tree);
  return tree;
}

function describe(view: TreeView<TreeNode>, tree: DocumentTree): void {
  view.description = tree.filter === '' ? groupingName(tree.grouping) : labelText(l10n.t('filter: {0}', tree.filter));
}

/** Selects the document of the active editor in a visible tree, without taking the focus. */
async function reveal(view: TreeView<TreeNode>, tree: DocumentTree): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  const node = view.visible && uri !== undefined ? tree.find(uri) : undefined;
  const selected = view.selection[0];
  if (node !== undefined && !(selected?.type === 'document' && selected.document.uri === uri)) {
    await view.reveal(node, { select: true, focus: false });
  }
}

async function pickGrouping(
  choices: readonly Grouping[],
  placeHolder: string,
  current: Grouping,
): Promise<Grouping | undefined> {
  const items = choices.map((grouping) => ({
    label: groupingName(grouping),
    grouping,
    ...(grouping === current && { description: l10n.t('current') }),
  }));
  return (await chooseItem(items, { placeHolder }))?.grouping;
}

function groupingName(grouping: Grouping): string {
  const names: Readonly<Record<Grouping, string>> = {
    folder: l10n.t('by folder'),
    service: l10n.t('by service'),
    owner: l10n.t('by owner'),
    year: l10n.t('by year'),
    severity: l10n.t('by severity'),
    status: l10n.t('by status'),
  };
  return names[grouping];
}
