import { TreeItemCheckboxState, Uri, window } from 'vscode';
import type { Deps } from '../../deps.ts';
import { views } from '../../ids.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { Presence } from '../../services/presence.ts';
import { Readiness } from '../../services/readiness.ts';
import { today } from '../../services/today.ts';
import { TreeUpdates } from '../../services/tree-updates.ts';
import { noteDrill, openServicePage, type CommandDeps } from './commands.ts';
import { openDashboard, openDashboardAtIncident } from './dashboards.ts';
import { findStaleRunbooks } from './find-stale.ts';
import { registerServiceHover } from './hover.ts';
import { ServicePages } from './pages.ts';
import { ServiceIndex } from './service-index.ts';
import { Staleness } from './staleness.ts';
import { ServiceTree } from './tree.ts';

const runs = { openServicePage, noteDrill, openDashboard, openDashboardAtIncident, findStaleRunbooks } as const;

/** Everything about services in the editor. It is a bundle of its own, which loads when a workspace has what names services. */
export interface ServiceWorkbench {
  readonly services: ServiceIndex;
  readonly tree: ServiceTree;
  /** What the history speaks against. */
  readonly staleness: Staleness;
  /** Runs a command. */
  run(command: keyof typeof runs, target: unknown): Promise<void>;
  dispose(): void;
}

/** Registers what is shown of services. */
export function startServices(deps: Deps): ServiceWorkbench {
  const store = new DisposableStore();
  const readiness = new Readiness(deps.context.globalState);
  // It forgets before the services are read anew.
  const staleness = store.add(new Staleness(deps, () => deps.index.past()));
  const services = store.add(new ServiceIndex(deps, (root, path) => staleness.evidenceFor(root, path)));
  const fileOf = (root: string, path: string): Uri => deps.alerts.fileOf(root, path) ?? fileFromTop(deps, root, path);
  const textOf = (uri: string): string => deps.index.catalog.get(uri)?.text ?? '';
  const pages = store.add(new ServicePages(services, (root) => fileOf(root, '')));
  const tree = store.add(new ServiceTree(services, { readiness, textOf, ruleFile: fileOf }));
  const view = store.add(window.createTreeView(views.services, { treeDataProvider: tree, showCollapseAll: true }));
  const presence = new Presence('runbookLens.hasServices', deps.context.workspaceState);
  const update = (): void => {
    tree.refresh();
    presence.set(services.folders.length > 0);
  };
  const refresh = store.add(new TreeUpdates(view, update));
  store.add(
    services.onDidChange(() => refresh.schedule()),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const day = today(deps);
      for (const [node, state] of items) {
        if (node.type === 'row' && node.document !== undefined) {
          const { uri } = node.document;
          await (state === TreeItemCheckboxState.Checked
            ? readiness.setRead(uri, textOf(uri), day)
            : readiness.setUnread(uri));
        }
      }
      tree.refresh();
    }),
    registerServiceHover(deps, services),
  );
  update();
  const commandDeps: CommandDeps = { deps, services, pages, readiness, staleness, fileOf };
  return {
    services,
    tree,
    staleness,
    run: (command, target) => runs[command](commandDeps, target),
    dispose: () => store.dispose(),
  };
}

/** Returns a file by its path from the top of the repository, as far as its documents tell where that is. */
function fileFromTop({ index }: Deps, root: string, path: string): Uri {
  const prefix = index.catalog.documents().find((document) => document.root === root)?.prefix ?? '';
  const up = prefix
    .split('/')
    .slice(1)
    .map(() => '..');
  return Uri.joinPath(Uri.parse(root), ...up, path);
}
