import { commands, env, l10n, window, workspace, WorkspaceEdit, type Disposable, type Uri } from 'vscode';
import { UserError } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { askName } from './rename.ts';
import { targetUri } from '../../services/target.ts';
import { warnAtOnce } from '../../services/tell.ts';

/** Makes a change of files, or throws a UserError. */
async function apply(edit: WorkspaceEdit, problem: string): Promise<void> {
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(problem);
  }
}

/**
 * Registers the commands on a document in a tree. Without a document, as from a key binding, they use the active
 * editor, but those that rename or delete a file do not.
 */
export function registerTreeActions({ log }: Deps): Disposable {
  const store = new DisposableStore();
  // VS Code may forget the row of a menu when the tree changes. Files of others must not be renamed or deleted then.
  const named = (target: unknown, other?: Uri): Uri => {
    const uri = targetUri(target) ?? other;
    if (uri === undefined) {
      throw new UserError(l10n.t('Select a runbook or postmortem first.'));
    }
    return uri;
  };
  const on = (target: unknown): Uri => named(target, window.activeTextEditor?.document.uri);
  store.add(
    registerCommand('runbookLens.open', log, (target) => commands.executeCommand('vscode.open', on(target))),
    registerCommand('runbookLens.openPreview', log, (target) =>
      commands.executeCommand('markdown.showPreview', on(target)),
    ),
    registerCommand('runbookLens.openToSide', log, (target) =>
      commands.executeCommand('vscode.open', on(target), { viewColumn: -2 }),
    ),
    registerCommand('runbookLens.copyPath', log, (target) => env.clipboard.writeText(on(target).fsPath)),
    registerCommand('runbookLens.copyRelativePath', log, (target) =>
      env.clipboard.writeText(workspace.asRelativePath(on(target), false)),
    ),
    registerCommand('runbookLens.renameDocument', log, async (target) => {
      const uri = named(target);
      const renamed = await askName(uri);
      if (renamed !== undefined) {
        const edit = new WorkspaceEdit();
        edit.renameFile(uri, renamed, { overwrite: false });
        await apply(edit, l10n.t('{0} could not be renamed.', workspace.asRelativePath(uri)));
      }
    }),
    registerCommand('runbookLens.deleteDocument', log, async (target) => {
      const uri = named(target);
      const name = workspace.asRelativePath(uri);
      const yes = l10n.t('Delete');
      const detail = l10n.t('It goes to the trash if there is one. Undo in the Explorer brings it back.');
      if ((await warnAtOnce(l10n.t('Delete {0}?', name), detail, yes)) === yes) {
        const edit = new WorkspaceEdit();
        edit.deleteFile(uri);
        await apply(edit, l10n.t('{0} could not be deleted.', name));
      }
    }),
    registerCommand('runbookLens.revealInExplorer', log, (target) =>
      commands.executeCommand('revealInExplorer', on(target)),
    ),
  );
  return store;
}
