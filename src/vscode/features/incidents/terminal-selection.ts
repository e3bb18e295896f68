import { commands, env, l10n } from 'vscode';
import { UserError, type Attachment } from '../../../core/index.ts';

/**
 * Returns the selection in the terminal. VS Code has no API for it, so it is copied through the clipboard, which is
 * restored afterwards. Throws a UserError if nothing is selected.
 */
export async function terminalSelection(): Promise<Attachment> {
  const before = await env.clipboard.readText();
  await env.clipboard.writeText('');
  try {
    await commands.executeCommand('workbench.action.terminal.copySelection');
    const text = await env.clipboard.readText();
    if (text.trim() === '') {
      throw new UserError(l10n.t('Nothing is selected in the terminal. Select the lines to log first.'));
    }
    return { from: l10n.t('the terminal'), text };
  } finally {
    await env.clipboard.writeText(before);
  }
}
