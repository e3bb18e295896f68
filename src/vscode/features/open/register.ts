import { l10n, Uri, window, type Disposable, type QuickPickItem } from 'vscode';
import { DocumentSearch, folderOf, type Hit } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';

interface HitItem extends QuickPickItem {
  readonly hit: Hit;
}

/** The quick pick that finds a runbook or postmortem by title, alert name, service or heading. */
export function registerOpen({ index, log }: Deps): Disposable {
  return registerCommand('runbookLens.openDocument', log, async () => {
    const pick = window.createQuickPick<HitItem>();
    pick.placeholder = l10n.t('Title, alert name, service or heading');
    pick.busy = true;
    pick.show();
    await index.whenReady();
    pick.busy = false;
    const search = new DocumentSearch(index.catalog.documents().filter(({ kind }) => kind !== 'other'));
    const update = (): void => {
      pick.items = search.find(pick.value).map(toItem);
    };
    pick.onDidChangeValue(update);
    update();
    const open = async (hit: Hit, keep: boolean): Promise<void> => {
      const range = hit.section && toRange(hit.section.titleRange);
      await window.showTextDocument(Uri.parse(hit.document.uri), {
        preserveFocus: keep,
        preview: keep,
        ...(range && { selection: range }),
      });
    };
    pick.onDidAccept(async () => {
      const hit = pick.activeItems[0]?.hit;
      pick.hide();
      if (hit !== undefined) {
        await open(hit, false);
      }
    });
    pick.onDidHide(() => pick.dispose());
  });
}

function toItem(hit: Hit): HitItem {
  const { document, section } = hit;
  const { services = [], severity, date } = document.metadata;
  const facts = [services.join(', '), severity, date, folderOf(document.path)].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return {
    label: `$(${document.kind === 'runbook' ? 'book' : 'history'}) ${document.title}`,
    description: facts.join(' · '),
    ...(section && { detail: l10n.t('Section: {0}', section.title) }),
    alwaysShow: true,
    hit,
  };
}
