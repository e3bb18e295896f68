import { l10n, TreeItemCheckboxState, window, workspace, type Disposable, type TreeView } from 'vscode';
import { actionGroupings, actionStates, type ActionGrouping, type ActionState } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { views } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem, chooseItems } from '../../services/ask.ts';
import { registerCommand, report, setContext } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { expandAll } from '../../services/expand-all.ts';
import { Presence } from '../../services/presence.ts';
import { TreeUpdates } from '../../services/tree-updates.ts';
import { registerItemCommands, setDone } from './commands.ts';
import { groupingName, stateName } from './names.ts';
import { ItemNode, type ActionNode } from './nodes.ts';
import { ActionTree, defaultStates } from './provider.ts';
import { targetOf } from './target.ts';

/** The tree of action items. Disposing it disposes everything that belongs to it. */
export interface ActionItems extends Disposable {
  readonly tree: ActionTree;
}

const memory = { grouping: 'grouping.actionItems', states: 'states.actionItems' } as const;

/** Registers the tree of action items with grouping, filter of states, badge and commands. */
export function registerActionItems(deps: Deps): ActionItems {
  const { context, index, log } = deps;
  const { workspaceState } = context;
  const store = new DisposableStore();
  const tree = store.add(
    new ActionTree(
      index,
      groupingIn(workspaceState.get(memory.grouping)) ?? actionGroupings[0],
      statesIn(workspaceState.get(memory.states)) ?? defaultStates,
    ),
  );
  const view = store.add(
    window.createTreeView(views.actionItems, {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: true,
    }),
  );
  const presence = new Presence('runbookLens.hasActionItems', workspaceState);
  const update = (): void => {
    tree.refresh();
    if (index.state !== 'indexing') {
      presence.set(tree.followUps.length > 0);
    }
    describe(view, tree);
  };
  const refresh = store.add(new TreeUpdates(view, update));
  store.add(
    index.catalog.onDidChange(() => refresh.schedule()),
    index.onDidChangeState(() => refresh.schedule()),
    workspace.onDidChangeWorkspaceFolders(() => refresh.schedule()),
    window.onDidChangeWindowState(() => {
      if (tree.isOfAnotherDay) {
        refresh.schedule();
      }
    }),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const checked of [true, false]) {
        const state = checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
        const nodes = items.flatMap(([node, now]) => (node instanceof ItemNode && now === state ? [node] : []));
        await setDone(deps, nodes.map(targetOf), checked).catch((error: unknown) => report(error, log));
      }
      // Update even if nothing changed: the box must show what the record says.
      update();
    }),
    registerCommand('runbookLens.groupActionItems', log, async (argument) => {
      const grouping = groupingIn(new Answers(argument).text('grouping')) ?? (await pickGrouping(tree.grouping));
      if (grouping !== undefined) {
        await workspaceState.update(memory.grouping, grouping);
        tree.grouping = grouping;
        describe(view, tree);
      }
    }),
    registerCommand('runbookLens.showActionItems', log, async (argument) => {
      const states = statesIn(new Answers(argument).texts('states')) ?? (await pickStates(tree.states));
      if (states !== undefined) {
        await workspaceState.update(memory.states, states);
        tree.states = states;
        describe(view, tree);
      }
    }),
    registerCommand('runbookLens.expandActionItems', log, () => expandAll(view, tree)),
    registerItemCommands(deps, tree),
  );
  describe(view, tree);
  return { tree, dispose: () => store.dispose() };
}

function describe(view: TreeView<ActionNode>, tree: ActionTree): void {
  const { overdue, states } = tree;
  const usual = states.length === defaultStates.length && defaultStates.every((state) => states.includes(state));
  view.description = [groupingName(tree.grouping), usual ? '' : states.map(stateName).join(', ')]
    .filter((part) => part !== '')
    .join(' · ');
  const tooltip = overdue === 1 ? l10n.t('1 overdue action item') : l10n.t('{0} overdue action items', overdue);
  view.badge = overdue === 0 ? undefined : { value: overdue, tooltip };
  setContext('runbookLens.actionItemsFiltered', tree.isFiltered);
}

function groupingIn(value: unknown): ActionGrouping | undefined {
  return actionGroupings.find((grouping) => grouping === value);
}

/** Returns the known states in a list, or undefined if the value is not a list or has none. */
function statesIn(value: unknown): readonly ActionState[] | undefined {
  const states = Array.isArray(value) ? actionStates.filter((state) => value.includes(state)) : [];
  return states.length === 0 ? undefined : states;
}

async function pickGrouping(current: ActionGrouping): Promise<ActionGrouping | undefined> {
  const items = actionGroupings.map((grouping) => ({
    label: groupingName(grouping),
    grouping,
    ...(grouping === current && { description: l10n.t('current') }),
  }));
  return (await chooseItem(items, { placeHolder: l10n.t('Group action items') }))?.grouping;
}

async function pickStates(current: readonly ActionState[]): Promise<readonly ActionState[] | undefined> {
  const items = actionStates.map((state) => ({ label: stateName(state), state, picked: current.includes(state) }));
  const placeHolder = l10n.t('Choose the states to show.');
  const picked = await chooseItems(items, { placeHolder });
  // An empty choice means the default states: a view that shows nothing helps nobody.
  return picked && (statesIn(picked.map(({ state }) => state)) ?? defaultStates);
}
