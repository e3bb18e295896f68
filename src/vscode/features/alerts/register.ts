import { workspace, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { AlertWorkbench } from './workbench.ts';

/** Names of files that may define alerts. VS Code's globs do not support nested groups. */
const ruleFiles = [
  '**/*.{yaml,yml,rule,rules,tf,jsonnet,libsonnet,tpl,tmpl,gotmpl}',
  '**/*{alert,monitor}*.json',
  '**/*{alert,monitor}*/**/*.json',
];

/** The commands, without their prefix. */
const names = [
  'openAlert',
  'openAlertRunbook',
  'createRunbookForAlert',
  'linkAlert',
  'declareForAlert',
  'usedElsewhere',
  'groupAlerts',
  'expandAlerts',
] as const;

/** Registers alerts. Everything else about them is loaded when the workspace has files that may define some. */
export function registerAlerts(deps: Deps): Disposable & { readonly workbench: () => Promise<AlertWorkbench> } {
  const { alerts, index, log } = deps;
  const store = new DisposableStore();
  let loading: Promise<AlertWorkbench> | undefined;
  const start = async (): Promise<AlertWorkbench> => {
    const { startAlerts } = await import('./workbench.ts');
    return store.add(await startAlerts(deps));
  };
  const workbench = (): Promise<AlertWorkbench> =>
    (loading ??= start().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  const look = async (): Promise<void> => {
    if (loading === undefined && index.state !== 'indexing') {
      const found = await Promise.all(ruleFiles.map((glob) => workspace.findFiles(glob, undefined, 1)));
      await (found.flat().length > 0 ? workbench() : undefined);
    }
  };
  const lookNow = (): void => void look().catch((error: unknown) => log.error('Alerts could not be read', error));
  alerts.readBy(async () => (await workbench()).source);
  store.add(
    index.onDidChangeState(lookNow),
    ...ruleFiles.map((glob) => {
      const watcher = store.add(workspace.createFileSystemWatcher(glob, false, true, true));
      return watcher.onDidCreate(lookNow);
    }),
    ...names.map((name) =>
      registerCommand(`runbookLens.${name}`, log, async (target?: unknown) => (await workbench()).run(name, target)),
    ),
  );
  return { workbench, dispose: () => store.dispose() };
}
