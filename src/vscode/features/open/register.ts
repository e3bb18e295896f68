import { l10n, Uri, window, type Disposable } from 'vscode';
import { DocumentSearch, folderOf, type Hit } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand, report } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import type { IndexService } from '../../services/index-service.ts';
import { kindIcon } from '../../services/kind-words.ts';
import { openDocument } from '../../services/open-document.ts';
import { shownItem, type Item, type ShownItem } from '../../services/shown.ts';

interface HitItem extends Item {
  readonly hit: Hit;
}

/** Registers the quick pick that finds documents by title, alert name, service or heading. */
export function registerOpen({ index, log }: Deps): Disposable {
  return registerCommand('runbookLens.openDocument', log, async () => {
    const pick = window.createQuickPick<ShownItem<HitItem>>();
    pick.placeholder = l10n.t('Title, alert name, service or heading');
    pick.onDidHide(() => pick.dispose());
    let search = searchOf(index);
    const update = (): void => {
      pick.items = search.find(pick.value).map((hit) => shownItem(toItem(hit)));
    };
    pick.onDidChangeValue(update);
    pick.onDidAccept(() => {
      const hit = pick.activeItems[0]?.item.hit;
      pick.hide();
      if (hit !== undefined) {
        open(hit).catch((error: unknown) => report(error, log));
      }
    });
    update();
    pick.show();
    if (index.state === 'indexing') {
      pick.busy = true;
      await index.whenReady();
      pick.busy = false;
      search = searchOf(index);
      update();
    }
  });
}

function searchOf({ catalog }: IndexService): DocumentSearch {
  return new DocumentSearch(catalog.documents().filter(({ kind }) => kind !== 'other'));
}

/** Opens a document, at the found section. Throws a UserError if it no longer exists. */
async function open({ document, section }: Hit): Promise<void> {
  const text = await openDocument(Uri.parse(document.uri));
  await window.showTextDocument(text, section === undefined ? {} : { selection: toRange(section.titleRange) });
}

function toItem(hit: Hit): HitItem {
  const { document, section } = hit;
  const { services = [], severity, date } = document.metadata;
  const facts = [services.join(', '), severity, date, folderOf(document.path)].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return {
    icon: kindIcon(document.kind),
    label: document.title,
    description: facts.join(' · '),
    ...(section && { detail: l10n.t('Section: {0}', section.title) }),
    alwaysShow: true,
    hit,
  };
}
