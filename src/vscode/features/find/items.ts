import { l10n, QuickPickItemKind, ThemeIcon, type QuickInputButton } from 'vscode';
import { folderOf, shortened, withoutMarkup, type CatalogDocument, type Found, type Why } from '../../../core/index.ts';
import { kindIcon } from '../../services/kind-words.ts';
import type { Item } from '../../services/shown.ts';

/** The effect of an item of the box. */
export type Action =
  | { readonly open: CatalogDocument; readonly line?: number }
  | { readonly searchInFiles: string }
  | { readonly newRunbook: string };

/** An item of the box; separators do nothing. */
export interface FindItem extends Item {
  readonly action?: Action;
}

/** The longest part of a text that is shown in an item, and the number of words of the question that are named. */
const shownLength = 60;
const mostWords = 4;

/** The button that opens a document beside the editor. */
function sideButton(): QuickInputButton {
  return { iconPath: new ThemeIcon('split-horizontal'), tooltip: l10n.t('Open to the Side') };
}

/** Returns the items for a question: the answers, or the nearest documents, and what else can be done. */
export function itemsFor(
  question: string,
  found: readonly Found[],
  nearest: readonly CatalogDocument[],
): readonly FindItem[] {
  const text = question.replaceAll(/\s+/g, ' ').trim();
  return [
    ...found.map(foundItem),
    ...(nearest.length > 0 ? [separator(l10n.t('no match – nearest names'))] : []),
    ...nearest.map((document) => documentItem(document)),
    separator(found.length > 0 ? l10n.t('not there?') : ''),
    {
      icon: 'search',
      label: l10n.t('Search in Files for "{0}"', shortened(text, shownLength)),
      alwaysShow: true,
      action: { searchInFiles: text },
    },
    {
      icon: 'add',
      label: l10n.t('New Runbook "{0}"…', shortened(text, shownLength)),
      alwaysShow: true,
      action: { newRunbook: text },
    },
  ];
}

/** Returns the item of a document that was not searched for. */
export function documentItem(document: CatalogDocument): FindItem {
  const { services = [], severity, date } = document.metadata;
  const facts = [severity, date, services.join(', '), folderOf(document.path)];
  return {
    icon:
      document.kind === 'other' && document.possible === undefined
        ? 'file'
        : kindIcon(document.possible ?? document.kind),
    label: document.title,
    description: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
    alwaysShow: true,
    buttons: [sideButton()],
    action: { open: document },
  };
}

function foundItem({ document, place, why }: Found): FindItem {
  const line = place === undefined ? undefined : document.lines.text(place.line).trim();
  const where = place?.section === undefined ? [] : [`§ ${place.section.title}`];
  const shown =
    line === undefined || line.includes(place?.section?.title ?? '\0')
      ? []
      : [shortened(withoutMarkup(line.replace(/^(?:[#>*\-|]|\d+\.)[\s|]*/, '')), shownLength)];
  return {
    ...documentItem(document),
    detail: [...where, ...shown, reason(why)].join(' — '),
    action: { open: document, ...(place !== undefined && { line: place.line }) },
  };
}

/** Why a document was found, in a few words. */
function reason({ by, words, synonyms }: Why): string {
  if (by === 'link') {
    return l10n.t('the link leads here');
  }
  if (by === 'alert') {
    return l10n.t('alert {0} links here', words.join());
  }
  if (by === 'name') {
    return l10n.t('has this name');
  }
  const telling = words.filter((word) => word.length > 1);
  const more = synonyms.filter((group) => !telling.some((word) => word.toLowerCase() === group));
  const said = [
    ...telling.slice(0, mostWords),
    ...more.slice(0, 1).map((group) => l10n.t('{0} in other words', group)),
  ];
  return said.join(', ');
}

function separator(label: string): FindItem {
  return { label, kind: QuickPickItemKind.Separator };
}
