import { TreeItemCheckboxState, Uri, window, type Disposable } from 'vscode';
import { checkItem } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { views } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { registerCommand, report, setContext } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { useIncident } from '../../services/open-incidents.ts';
import { TreeUpdates } from '../../services/tree-updates.ts';
import { showIncidentCommands } from './commands-menu.ts';
import { currentIncident, incidentsOf, recordUri } from './current.ts';
import { declareIncident } from './declare.ts';
import { logTimelineEntry } from './log-entry.ts';
import { openRunbookForIncident } from './open-runbook.ts';
import { resolveIncident } from './resolve.ts';
import { assignIncidentRole, handOverRole } from './roles.ts';
import { changeIncidentSeverity, changeIncidentStatus } from './state.ts';
import { IncidentStatusBar } from './status-bar.ts';
import { draftStatusUpdate } from './status-update.ts';
import { terminalSelection } from './terminal-selection.ts';
import { IncidentView } from './view.ts';

/** Interval between updates of the elapsed time, in milliseconds. */
const tick = 20_000;

/** Registers everything for an open incident, from its declaration to the postmortem draft. */
export function registerIncidents(deps: Deps): Disposable {
  const { log } = deps;
  const store = new DisposableStore();
  showOpenIncidents(deps, store);
  store.add(
    registerCommand('runbookLens.declareIncident', log, (target) => declareIncident(deps, target)),
    registerCommand('runbookLens.incidentCommands', log, (target) => showIncidentCommands(deps, target)),
    registerCommand('runbookLens.logEntry', log, (target) => logTimelineEntry(deps, target)),
    registerCommand('runbookLens.logTerminalSelection', log, async (target) =>
      logTimelineEntry(deps, target, await terminalSelection()),
    ),
    registerCommand('runbookLens.assignRole', log, (target) => assignIncidentRole(deps, target)),
    registerCommand('runbookLens.handOver', log, (target) => handOverRole(deps, target)),
    registerCommand('runbookLens.changeSeverity', log, (target) => changeIncidentSeverity(deps, target)),
    registerCommand('runbookLens.changeStatus', log, (target) => changeIncidentStatus(deps, target)),
    registerCommand('runbookLens.draftStatusUpdate', log, (target) => draftStatusUpdate(deps, target)),
    registerCommand('runbookLens.openRunbookForIncident', log, (target) => openRunbookForIncident(deps, target)),
    registerCommand('runbookLens.resolveIncident', log, (target) => resolveIncident(deps, target)),
    registerCommand('runbookLens.openIncident', log, async (target) => {
      const incident = await currentIncident(deps, new Answers(target).target);
      if (incident !== undefined) {
        await useIncident(deps, incident.document.uri);
        await window.showTextDocument(recordUri(incident), { preview: false });
      }
    }),
  );
  return store;
}

/** Keeps the status bar, the view and the context key up to date. */
function showOpenIncidents(deps: Deps, store: DisposableStore): void {
  const { index, editor, log } = deps;
  const bar = store.add(new IncidentStatusBar(deps));
  const provider = store.add(new IncidentView(deps));
  const view = store.add(
    window.createTreeView(views.incident, { treeDataProvider: provider, manageCheckboxStateManually: true }),
  );
  let timer: ReturnType<typeof setInterval> | undefined;
  const passTime = (): void => {
    bar.show(incidentsOf(deps, 'open'));
    provider.tick();
  };
  const update = (): void => {
    const incidents = incidentsOf(deps, 'open');
    setContext('runbookLens.incidentOpen', incidents.length > 0);
    bar.show(incidents);
    provider.show(incidents);
    clearInterval(timer);
    timer = incidents.length === 0 ? undefined : setInterval(passTime, tick);
  };
  const refresh = store.add(new TreeUpdates(view, update));
  store.add(
    index.catalog.onDidChange(() => refresh.schedule()),
    { dispose: () => clearInterval(timer) },
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) {
        if (node.type === 'check') {
          const uri = Uri.parse(node.parent.parent.document.uri);
          const checked = state === TreeItemCheckboxState.Checked;
          editor
            .change(uri, (document) => checkItem(document, node.item.text, checked))
            .catch((error: unknown) => {
              update();
              report(error, log);
            });
        }
      }
    }),
  );
}
