import { commands, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { followEditorKind } from './editor-kind.ts';
import { openWalkthroughOnce } from './first-start.ts';

/**
 * Registers the commands of the extension as a whole, and opens the walkthrough at the first start.
 * @param walkthroughAsked whether to open it at any start.
 */
export function registerGeneral({ context, index, log }: Deps, walkthroughAsked: boolean): Disposable {
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
  openWalkthroughOnce(context, walkthroughAsked).catch((error: unknown) =>
    log.error('The walkthrough could not be opened', error),
  );
  return store;
}
