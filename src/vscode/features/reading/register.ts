import { l10n, Uri, ViewColumn, window, workspace, type Disposable } from 'vscode';
import { openIncidents, UserError } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { servicePageOf } from '../../services/service-page.ts';
import { CheckedSteps } from './checked-steps.ts';
import { panelType, ReadingView } from './reading-view.ts';
import { reviewToday } from './reviewed.ts';

/** Registers the reading view: a document as a page, with steps to check off and buttons at its commands. */
export function registerReading(deps: Deps): Disposable {
  const { context, index, log } = deps;
  const store = new DisposableStore();
  const steps = new CheckedSteps(context.workspaceState);
  const views = new Map<string, ReadingView>();
  const adopt = (uri: Uri, panel: ReturnType<typeof ReadingView.panel>): void => {
    const key = uri.toString();
    const view = new ReadingView(deps, steps, uri, panel, (other) => open(other, ViewColumn.Active));
    views.set(key, view);
    view.onDidDispose(() => views.delete(key));
  };
  const open = (uri: Uri, column: ViewColumn, preserveFocus = false): void => {
    const view = views.get(uri.toString());
    if (view === undefined) {
      adopt(uri, ReadingView.panel({ viewColumn: column, preserveFocus }, context.extensionUri));
    } else {
      view.reveal(column === ViewColumn.Active ? undefined : column, preserveFocus);
    }
  };
  const command = (target: unknown, column: ViewColumn): void => {
    const answers = new Answers(target);
    const uri = answers.target ?? window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      throw new UserError(l10n.t('Open a runbook first.'));
    }
    const given = answers.value('column');
    open(uri, typeof given === 'number' ? given : column, answers.value('preserveFocus') === true);
  };
  store.add(
    registerCommand('runbookLens.openReadingView', log, (target) => command(target, ViewColumn.Active)),
    registerCommand('runbookLens.openReadingViewToSide', log, (target) => command(target, ViewColumn.Beside)),
    registerCommand('runbookLens.reviewedToday', log, (target) => reviewToday(deps, target)),
    index.catalog.onDidChange(() => {
      if (index.state === 'ready') {
        void steps.keepOnly(() => openIncidents(index.catalog.telling('incident')).map(({ document }) => document.uri));
      }
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel(panel, state: unknown) {
        const kept = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        const uri = typeof kept === 'string' ? Uri.parse(kept) : undefined;
        if (uri === undefined || !isInWorkspace(uri)) {
          panel.dispose();
        } else {
          adopt(uri, panel);
        }
        return Promise.resolve();
      },
    }),
    { dispose: () => views.forEach((view) => view.dispose()) },
  );
  return store;
}

function isInWorkspace(uri: Uri): boolean {
  const root = servicePageOf(uri)?.root;
  return workspace.getWorkspaceFolder(root === undefined ? uri : Uri.parse(root)) !== undefined;
}
