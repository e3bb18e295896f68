import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import { configurationName, UserError, withRuleLevel } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { configurationUri, updateConfiguration } from './configuration-file.ts';

/** Turns a rule off for the repository that a document is in; offered as a quick fix. */
export function registerTurnOff({ log }: Deps): Disposable {
  return registerCommand('runbookLens.turnOffRule', log, async (uri, rule) => {
    const folder = uri instanceof Uri ? workspace.getWorkspaceFolder(uri) : undefined;
    if (folder === undefined || typeof rule !== 'string') {
      throw new UserError(
        l10n.t('This document is in no folder of the workspace, so there is no configuration to write to.'),
      );
    }
    await updateConfiguration(folder, (text) => withRuleLevel(text, rule, 'off'));
    const open = l10n.t('Open {0}', configurationName);
    const message = l10n.t('{0} is off for {1}, by {2}.', rule, folder.name, configurationName);
    void window.showInformationMessage(message, open).then((answer) => {
      if (answer === open) {
        void commands.executeCommand('vscode.open', configurationUri(folder));
      }
    });
  });
}
