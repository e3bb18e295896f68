import { commands, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { followEditorKind } from './editor-kind.ts';

/** Registers the commands of the extension as a whole. */
export function registerGeneral({ context, index, log }: Deps): Disposable {
  const store = new DisposableStore();
  store.add(
    followEditorKind({ index }),
    registerCommand('runbookLens.showLog', log, () => log.show()),
    registerCommand('runbookLens.openSettings', log, () =>
      commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`),
    ),
    registerCommand('runbookLens.refresh', log, () => {
      index.refresh();
      return index.whenReady();
    }),
    registerCommand('runbookLens.cancelIndexing', log, () => index.cancel()),
  );
  return store;
}
