import { l10n, window, type Disposable, type TreeView } from 'vscode';
import type { Deps } from '../../deps.ts';
import { views } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import { setContext } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { expandAll } from '../../services/expand-all.ts';
import { TreeUpdates } from '../../services/tree-updates.ts';
import type { AlertIndex } from './alert-index.ts';
import { alertGroupings, type AlertGrouping, type AlertNode } from './nodes.ts';
import { AlertTree } from './tree.ts';
import { unusedRunbooks } from './unused.ts';

const memory = 'grouping.alerts';

/** The view of alerts, and what its commands do. */
export interface AlertView extends Disposable {
  readonly tree: AlertTree;
  /** Groups the alerts; asks by what, unless the answer is given. */
  group(argument: unknown): Promise<void>;
  expand(): Promise<void>;
}

/** Creates the view of alerts. It is shown where there are some. */
export function createAlertView(deps: Deps, alerts: AlertIndex): AlertView {
  const { context, index } = deps;
  const store = new DisposableStore();
  const remembered = groupingIn(context.workspaceState.get(memory)) ?? alertGroupings[0];
  const tree = store.add(new AlertTree(alerts, remembered, (root) => unusedRunbooks(deps, alerts, root)));
  const view = store.add(window.createTreeView(views.alerts, { treeDataProvider: tree, showCollapseAll: true }));
  const update = (): void => {
    tree.refresh();
    setContext('runbookLens.hasAlerts', alerts.alerts.length > 0);
    describe(view, alerts, tree.grouping);
  };
  const refresh = store.add(new TreeUpdates(view, update));
  store.add(
    alerts.onDidChange(() => refresh.schedule()),
    index.catalog.onDidChange(() => refresh.schedule()),
    { dispose: () => setContext('runbookLens.hasAlerts', false) },
  );
  return {
    tree,
    async group(argument) {
      const grouping = groupingIn(new Answers(argument).text('grouping')) ?? (await pickGrouping(tree.grouping));
      if (grouping !== undefined) {
        await context.workspaceState.update(memory, grouping);
        tree.grouping = grouping;
        describe(view, alerts, grouping);
      }
    },
    expand: () => expandAll(view, tree),
    dispose: () => store.dispose(),
  };
}

/** Says beside the view's name how many alerts have a link that is not dead. */
function describe(view: TreeView<AlertNode>, alerts: AlertIndex, grouping: AlertGrouping): void {
  const all = alerts.alerts;
  const linked = all.filter(({ resolution: { state } }) => state !== 'none' && state !== 'dead').length;
  view.description = [
    grouping === alertGroupings[0] ? '' : groupingName(grouping),
    l10n.t('{0} of {1} linked', linked, all.length),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function groupingName(grouping: AlertGrouping): string {
  switch (grouping) {
    case 'state':
      return l10n.t('by state');
    case 'file':
      return l10n.t('by file');
    case 'group':
      return l10n.t('by group');
    case 'severity':
      return l10n.t('by severity');
  }
}

function groupingIn(value: unknown): AlertGrouping | undefined {
  return alertGroupings.find((grouping) => grouping === value);
}

async function pickGrouping(current: AlertGrouping): Promise<AlertGrouping | undefined> {
  const items = alertGroupings.map((grouping) => ({
    label: groupingName(grouping),
    grouping,
    ...(grouping === current && { description: l10n.t('current') }),
  }));
  return (await chooseItem(items, { placeHolder: l10n.t('Group alerts') }))?.grouping;
}
