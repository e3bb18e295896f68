import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import {
  actionLabel,
  actionOwnersOf,
  initialsOf,
  rowTitle,
  shortened,
  withoutMiddle,
  type ActionItem,
  type ActionState,
  type FollowUp,
} from '../../../core/index.ts';
import type { CommandId } from '../../ids.ts';
import { shortDays } from '../../services/age.ts';
import { plainText } from '../../services/plain-text.ts';
import { groupLabelRoom, rowLabel } from '../../services/row-label.ts';
import { shownTreeItem } from '../../services/shown.ts';
import { stateName } from './names.ts';
import { itemsBelow, type ActionNode, type GroupNode, type ItemNode, type RootNode } from './nodes.ts';
import type { ItemPlace } from './target.ts';

/** Dependencies of tree items. */
export interface ItemDeps {
  /** Whether an action item has a ticket to open. */
  readonly isTracked: (followUp: FollowUp) => boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Returns the tree item of a node. Its tooltip is resolved later, see `tooltipOf`. */
export function toItem(node: ActionNode, deps: ItemDeps): TreeItem {
  const item = node.type === 'item' ? actionItem(node, deps) : containerItem(node);
  item.id = node.id;
  return shownTreeItem(item);
}

function containerItem(node: RootNode | GroupNode): TreeItem {
  const open = node.type === 'root' || node.expanded;
  const [first] = node.type === 'group' && node.grouping === 'postmortem' ? node.children : [];
  const label = withoutMiddle(first === undefined ? node.label : rowTitle(first.followUp.document), groupLabelRoom);
  const item = new TreeItem(label, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.tooltip = node.label;
  const items = itemsBelow(node);
  const overdue = items.filter(({ followUp }) => followUp.state === 'overdue').length;
  item.contextValue = node.type;
  item.iconPath = new ThemeIcon(node.type === 'root' ? 'root-folder' : groupIcons[node.grouping]);
  item.description = overdue > 0 ? l10n.t('{0} · {1} overdue', items.length, overdue) : String(items.length);
  item.accessibilityInformation = {
    label:
      items.length === 1
        ? l10n.t('{0}, 1 action item, {1} overdue', node.label, overdue)
        : l10n.t('{0}, {1} action items, {2} overdue', node.label, items.length, overdue),
  };
  return item;
}

const groupIcons: Readonly<Record<GroupNode['grouping'], string>> = {
  postmortem: 'history',
  owner: 'person',
  service: 'server',
  age: 'calendar',
};

function actionItem({ followUp, parent }: ItemNode, { isTracked, today }: ItemDeps): TreeItem {
  const { document, item, state } = followUp;
  const owners = parent.grouping === 'owner' ? '' : ownersInShort(item);
  const facts = [dueInShort(followUp, today), owners].filter((fact) => fact !== '');
  const tree = new TreeItem(rowLabel(actionLabel(item), facts.join(' · ')), TreeItemCollapsibleState.None);
  tree.contextValue = ['actionItem', state, ...(isTracked(followUp) ? ['tracked'] : [])].join('.');
  const icon = iconOf(state);
  if (icon !== undefined) {
    tree.iconPath = icon;
  }
  const tickets = item.tracking.filter(({ kind }) => kind !== 'url').map(({ text }) => shortened(text, longestTicket));
  tree.description = [...facts, ...tickets.slice(0, 1)].join(' · ');
  tree.checkboxState = {
    state: item.done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: item.done ? l10n.t('Mark as open in the record') : l10n.t('Mark as done in the record'),
    accessibilityInformation: { label: item.text },
  };
  const open: CommandId = 'runbookLens.openActionItem';
  const place: ItemPlace = { uri: document.uri, line: item.range.start.line, text: item.text };
  tree.command = { command: open, title: l10n.t('Open'), arguments: [place] };
  tree.accessibilityInformation = {
    label: [
      item.text,
      stateName(state),
      actionOwnersOf(item).join(', ') || l10n.t('no owner'),
      dueText(followUp),
      document.title,
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
  return tree;
}

/** The longest number of a ticket in a row, in characters. */
const longestTicket = 16;
/** Longer names are cut. */
const longestName = 10;

/** "AL", "payments", "AL +1". */
function ownersInShort(item: ActionItem): string {
  const [first, ...more] = actionOwnersOf(item);
  const name = first === undefined ? '' : shortened(initialsOf(first), longestName);
  return more.length === 0 ? name : l10n.t('{0} +{1}', name, more.length);
}

/** "4d late", "due in 2mo", "done". */
function dueInShort({ item: { due }, state }: FollowUp, today: string): string {
  if (state === 'done' || state === 'wont-do') {
    return stateName(state);
  }
  if (due?.date === undefined) {
    return due === undefined ? '' : l10n.t('due {0}', shortened(due.text, longestName));
  }
  const days = Math.round((Date.parse(due.date) - Date.parse(today)) / 86_400_000);
  return days < 0
    ? l10n.t('{0} late', shortDays(-days))
    : days === 0
      ? l10n.t('due today')
      : l10n.t('due in {0}', shortDays(days));
}

function dueText({ item: { due } }: FollowUp): string {
  return due === undefined ? '' : l10n.t('due {0}', due.date ?? due.text);
}

/** Returns an icon for what the checkbox does not show, or undefined for items that are open or done. */
function iconOf(state: ActionState): ThemeIcon | undefined {
  switch (state) {
    case 'overdue':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'wont-do':
      return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
    default:
      return undefined;
  }
}

/**
 * Returns the tooltip of an action item: its whole text and its facts.
 * @param urls of its tickets.
 */
export function tooltipOf({ document, item, state }: FollowUp, urls: readonly string[]): MarkdownString {
  const text = new MarkdownString('', false);
  const row = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') {
      text.appendMarkdown(`- **${name}**: ${plainText(value)}\n`);
    }
  };
  text.appendMarkdown(`${plainText(item.text)}\n\n`);
  row(l10n.t('State'), stateName(state));
  row(l10n.t('Owner'), actionOwnersOf(item).join(', '));
  row(l10n.t('Due'), item.due?.date ?? item.due?.text);
  row(l10n.t('Priority'), item.priority);
  row(l10n.t('Kind'), item.group);
  row(l10n.t('Tracked at'), urls.join(', '));
  row(l10n.t('Postmortem'), document.title);
  row(l10n.t('Date'), document.metadata.date);
  row(l10n.t('Services'), document.metadata.services?.join(', '));
  row(l10n.t('Path'), `${document.path}:${item.range.start.line + 1}`);
  return text;
}
