import { loadAlerts } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { AlertSource } from '../../services/alerts.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { AlertIndex } from './alert-index.ts';
import { alertCommands, type AlertCommand } from './commands.ts';
import { publishFindings } from './diagnostics.ts';
import { registerFixes } from './fixes.ts';
import { registerProviders } from './providers.ts';
import { followRenames } from './rename.ts';
import { createAlertView } from './view.ts';
import type { AlertTree } from './tree.ts';

/** Everything about alerts in the editor. It is a bundle of its own, which loads when a workspace has rule files. */
export interface AlertWorkbench {
  readonly alerts: AlertIndex;
  readonly source: AlertSource;
  readonly tree: AlertTree;
  /** Runs a command. */
  run(command: AlertCommand, target: unknown): Promise<void>;
  dispose(): void;
}

/** Reads the alerts of the workspace, and registers what is shown of them. */
export async function startAlerts(deps: Deps): Promise<AlertWorkbench> {
  const store = new DisposableStore();
  const alerts = store.add(new AlertIndex(deps, await loadAlerts()));
  const view = store.add(createAlertView(deps, alerts));
  const commands = alertCommands(deps, alerts, view);
  store.add(
    publishFindings(deps, alerts),
    registerFixes(alerts),
    registerProviders(deps, alerts),
    followRenames(deps, alerts),
  );
  await alerts.load();
  return {
    alerts,
    source: alerts,
    tree: view.tree,
    run: (command, target) => commands[command](target),
    dispose: () => store.dispose(),
  };
}
