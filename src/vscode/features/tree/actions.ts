import { commands, env, l10n, window, type Disposable, type Uri } from 'vscode';
import { UserError } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { targetUri } from '../../services/target.ts';

/**
 * Registers the commands on a document in a tree. Without a document, as from a key binding, they use the active
 * editor.
 */
export function registerTreeActions({ log }: Deps): Disposable {
  const store = new DisposableStore();
  const on = (target: unknown): Uri => {
    const uri = targetUri(target) ?? window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      throw new UserError(l10n.t('Select a runbook or postmortem first.'));
    }
    return uri;
  };
  store.add(
    registerCommand('runbookLens.open', log, (target) => commands.executeCommand('vscode.open', on(target))),
    registerCommand('runbookLens.openPreview', log, (target) =>
      commands.executeCommand('markdown.showPreview', on(target)),
    ),
    registerCommand('runbookLens.openToSide', log, (target) =>
      commands.executeCommand('vscode.open', on(target), { viewColumn: -2 }),
    ),
    registerCommand('runbookLens.copyPath', log, (target) => env.clipboard.writeText(on(target).fsPath)),
    registerCommand('runbookLens.revealInExplorer', log, (target) =>
      commands.executeCommand('revealInExplorer', on(target)),
    ),
  );
  return store;
}
