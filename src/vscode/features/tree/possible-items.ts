import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { folderOf, type CatalogDocument, type DocumentKind } from '../../../core/index.ts';
import { kindWords, likelihood, percentage } from '../../services/kind-words.ts';
import { plainText } from '../../services/plain-text.ts';
import { rowLabel } from '../../services/row-label.ts';
import { shownTreeItem } from '../../services/shown.ts';
import type { DocumentNode, PossibleFolderNode, PossibleNode } from './nodes.ts';

/** Returns the closed group of the documents that are possibly of a kind. */
export function possibleGroupItem({ id, count }: PossibleNode, kind: DocumentKind): TreeItem {
  return containerItem(kindWords(kind).possible, count, TreeItemCollapsibleState.Collapsed, {
    id,
    icon: 'question',
    contextValue: 'possibleGroup',
    tooltip: l10n.t(
      'These documents have too few signs to be sure of their kind, so they are not checked. Use the buttons of an item, or of a folder, to say what it is.',
    ),
  });
}

/** Returns the item of a folder in that group. */
export function possibleFolderItem({ id, label, children }: PossibleFolderNode, kind: DocumentKind): TreeItem {
  return containerItem(label, children.length, TreeItemCollapsibleState.Expanded, {
    id,
    icon: 'folder',
    contextValue: 'possibleFolder',
    tooltip: `${label}\n${kindWords(kind).possible}: ${String(children.length)}`,
  });
}

function containerItem(
  label: string,
  count: number,
  state: TreeItemCollapsibleState,
  rest: { readonly id: string; readonly icon: string; readonly contextValue: string; readonly tooltip: string },
): TreeItem {
  const item = new TreeItem(label, state);
  item.id = rest.id;
  item.iconPath = new ThemeIcon(rest.icon);
  item.contextValue = rest.contextValue;
  item.tooltip = rest.tooltip;
  item.description = String(count);
  item.accessibilityInformation = {
    label: count === 1 ? l10n.t('{0}, 1 document', label) : l10n.t('{0}, {1} documents', label, count),
  };
  return shownTreeItem(item);
}

/** Returns the item of a possible document: how likely it is, and nothing about its health, as it is not checked. */
export function possibleItem({ id, document, parent }: DocumentNode, kind: DocumentKind): TreeItem {
  const chance = percentage(document);
  const item = new TreeItem(rowLabel(document.title, chance), TreeItemCollapsibleState.None);
  const uri = Uri.parse(document.uri);
  const folder = parent?.type === 'possibleFolder' ? '' : folderOf(document.path);
  item.id = id;
  item.contextValue = 'possible';
  item.iconPath = new ThemeIcon('note');
  item.description = [chance, folder].filter((part) => part !== '').join(' · ');
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = {
    label: [document.title, kindWords(kind).possibly, likelihood(document), folder]
      .filter((part) => part !== '')
      .join(', '),
  };
  return shownTreeItem(item);
}

/** Returns the tooltip of a possible document: how likely it is of its kind, and why. */
export function possibleTooltip(document: CatalogDocument, kind: DocumentKind): MarkdownString {
  const text = new MarkdownString('', false);
  const row = (name: string, value: string): void => {
    text.appendMarkdown(`- **${name}**: ${plainText(value)}\n`);
  };
  text.appendMarkdown(`**${plainText(document.title)}**\n\n`);
  row(l10n.t('Path'), document.path);
  row(kindWords(kind).possibly, likelihood(document));
  row(l10n.t('Because'), document.why);
  text.appendMarkdown(`\n${l10n.t('It is not checked until you say what it is.')}`);
  return text;
}
