import { commands, env, l10n } from 'vscode';
import { UserError, type Attachment } from '../../../core/index.ts';

/**
 * What is selected in the terminal. Extensions are not told; the terminal can only copy it, so that the clipboard's text is put
 * back afterwards. Throws a UserError where nothing is selected.
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
