import { workspace, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { ServiceWorkbench } from './workbench.ts';

/** The commands, without their prefix. */
const names = [
  'openServicePage',
  'noteDrill',
  'openDashboard',
  'openDashboardAtIncident',
  'findStaleRunbooks',
] as const;

/** Registers services. Everything else about them is loaded when the workspace has runbooks, postmortems, alerts or objectives. */
export function registerServices(deps: Deps): Disposable & { readonly workbench: () => Promise<ServiceWorkbench> } {
  const { alerts, index, log } = deps;
  const store = new DisposableStore();
  let loading: Promise<ServiceWorkbench> | undefined;
  const start = async (): Promise<ServiceWorkbench> => {
    const { startServices } = await import('./workbench.ts');
    return store.add(startServices(deps));
  };
  const workbench = (): Promise<ServiceWorkbench> => (loading ??= start());
  const hasRules = (): boolean =>
    (workspace.workspaceFolders ?? []).some(({ uri }) => {
      const root = uri.toString();
      return (
        alerts.surveyOf(root)?.alerts.some(({ alert }) => !alert.test) === true || alerts.objectivesOf(root).length > 0
      );
    });
  const look = (): void => {
    if (
      loading === undefined &&
      index.state !== 'indexing' &&
      (index.catalog.documents().some(({ kind }) => kind !== 'other') || hasRules())
    ) {
      workbench().catch((error: unknown) => log.error('Services could not be shown', error));
    }
  };
  store.add(
    index.onDidChangeState(look),
    index.catalog.onDidChange(look),
    alerts.onDidChange(look),
    ...names.map((name) =>
      registerCommand(`runbookLens.${name}`, log, async (target?: unknown) => (await workbench()).run(name, target)),
    ),
  );
  return { workbench, dispose: () => store.dispose() };
}
