import { commands, ExtensionMode, window, workspace, type ExtensionContext } from 'vscode';
import { walkthrough } from '../../contributes/walkthrough.ts';

const memory = 'walkthrough.shown';

/**
 * Opens the walkthrough after the extension was installed, once: not in tests, not where the user has turned that off,
 * and not over a file that somebody is working on. Then the next window opens it.
 * @param asked whether to open it in any case.
 */
export async function openWalkthroughOnce(context: ExtensionContext, asked: boolean): Promise<void> {
  const { extension, extensionMode, globalState } = context;
  const wanted =
    extensionMode !== ExtensionMode.Test &&
    workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall') !== false &&
    // Whoever has something remembered has used it before.
    globalState.keys().length === 0 &&
    window.activeTextEditor === undefined;
  if (asked || wanted) {
    await globalState.update(memory, true);
    await commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${walkthrough}`);
  }
}
