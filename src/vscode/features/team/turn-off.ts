import { commands, l10n, Uri, workspace, type Disposable } from 'vscode';
import { configurationName, UserError, withRuleLevel } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { readSetting } from '../../services/settings.ts';
import { tell } from '../../services/tell.ts';
import { decidingConfiguration, updateConfiguration } from '../../services/configuration-file.ts';

/** Registers the command that turns a rule off in the team configuration. Quick fixes use it. */
export function registerTurnOff({ files, index, log }: Deps): Disposable {
  return registerCommand('runbookLens.turnOffRule', log, async (uri, rule) => {
    const folder = uri instanceof Uri ? workspace.getWorkspaceFolder(uri) : undefined;
    if (!(uri instanceof Uri) || folder === undefined || typeof rule !== 'string') {
      throw new UserError(
        l10n.t('This document is not in a workspace folder, so there is no configuration to change.'),
      );
    }
    // A nearer file that mentions the rule would override the folder's own.
    const configuration = decidingConfiguration(index.catalog, folder, uri, (text) => text.includes(`"${rule}"`));
    await updateConfiguration(files, configuration, (text) => withRuleLevel(text, rule, 'off'));
    const open = l10n.t('Open {0}', configurationName);
    const own = readSetting('rules', folder)[rule];
    const message =
      own === undefined
        ? l10n.t('{0} is now off, as set in {1}.', rule, workspace.asRelativePath(configuration))
        : l10n.t(
            '{0} is off in {1}, but your own setting runbookLens.rules is "{2}" and overrides it.',
            rule,
            workspace.asRelativePath(configuration),
            own,
          );
    void tell(message, open).then((answer) => {
      if (answer === open) {
        void commands.executeCommand('vscode.open', configuration);
      }
    });
  });
}
