import { commands, env, l10n, Position, Range, Uri, window, type TextDocumentShowOptions } from 'vscode';
import { UserError } from '../../../core/index.ts';
import { chooseItem } from '../../services/ask.ts';
import { openDocument } from '../../services/open-document.ts';
import { toRange } from '../../services/convert.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';

/** Opens the rule file of an alert, with the alert's name selected. */
export async function openAlert({ uri, alert }: FoundAlert): Promise<void> {
  await window.showTextDocument(await openDocument(uri), { selection: toRange(alert.nameRange) });
}

/** Opens the runbook that an alert leads to: at its heading, in the browser, or one of those that its labels may mean. */
export async function openAlertRunbook(alerts: AlertIndex, found: FoundAlert): Promise<void> {
  const { resolution } = found;
  const folder = alerts.folderOf(found.uri);
  const target = folder?.targetOf(found);
  if (target !== undefined) {
    const line = target.heading?.line ?? 0;
    const options: TextDocumentShowOptions = { selection: new Range(new Position(line, 0), new Position(line, 0)) };
    await commands.executeCommand('vscode.open', target.uri, options);
    return;
  }
  if (resolution.state === 'outside' && resolution.link !== undefined) {
    const { address } = resolution.link;
    const isBare = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(address);
    if (!isBare && !/^https?:\/\//i.test(address)) {
      throw new UserError(
        l10n.t('The link of {0} is neither a file here nor a web address: {1}', found.alert.name, address),
      );
    }
    await env.openExternal(Uri.parse(isBare ? `https://${address}` : address));
    return;
  }
  if (resolution.state === 'pattern' && folder !== undefined) {
    const { files = [] } = resolution;
    const items = files.map((path) => ({
      icon: 'book',
      label: folder.documentAt(path)?.title ?? path,
      description: path,
      path,
    }));
    const chosen =
      items.length === 0
        ? undefined
        : await chooseItem(items, {
            title: found.alert.name,
            placeHolder: l10n.t('The link depends on labels. Choose a runbook that it may lead to.'),
            matchOnDescription: true,
          });
    if (chosen !== undefined) {
      await commands.executeCommand('vscode.open', folder.uriOf(chosen.path));
    }
    if (items.length === 0) {
      throw new UserError(
        l10n.t(
          'The link of {0} depends on labels, which are known when it fires. No file matches it: {1}',
          found.alert.name,
          resolution.link?.written ?? '',
        ),
      );
    }
    return;
  }
  throw new UserError(
    l10n.t(
      '{0} leads to no runbook. Use "Create Runbook for This Alert" or "Link Alert to Runbook…".',
      found.alert.name,
    ),
  );
}
