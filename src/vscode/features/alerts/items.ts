import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { withoutMiddle, type LinkState } from '../../../core/index.ts';
import type { CommandId } from '../../ids.ts';
import { plainText } from '../../services/plain-text.ts';
import { groupLabelRoom, rowLabel } from '../../services/row-label.ts';
import { shownTreeItem } from '../../services/shown.ts';
import type { AlertGroup, AlertNode, AlertRoot, AlertRow, UnusedGroup, UnusedRow } from './nodes.ts';
import { stateText } from './state-text.ts';
import { placeOf } from './target.ts';

/** Returns the row of a node. The tooltip of an alert is resolved later, see `tooltipOf`. */
export function toItem(node: AlertNode): TreeItem {
  const item = itemOf(node);
  item.id = node.id;
  return shownTreeItem(item);
}

function itemOf(node: AlertNode): TreeItem {
  switch (node.type) {
    case 'root':
    case 'group':
      return containerItem(node);
    case 'unused':
      return unusedItem(node);
    case 'alert':
      return alertItem(node);
    case 'runbook':
      return runbookItem(node);
  }
}

const groupIcons: Readonly<Record<AlertGroup['grouping'], string>> = {
  state: 'link',
  file: 'file-code',
  group: 'list-tree',
  severity: 'flame',
};

function containerItem(node: AlertRoot | AlertGroup): TreeItem {
  const open = node.type === 'root' || node.expanded;
  const item = new TreeItem(
    withoutMiddle(node.label, groupLabelRoom),
    open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const rows = node.type === 'root' ? node.children.flatMap(rowsOf) : node.children;
  const failing = rows.filter(({ found }) => isFailing(found.resolution.state)).length;
  const tells = node.type === 'group' && node.grouping === 'state';
  item.description =
    failing > 0 && !tells ? l10n.t('{0} · {1} without runbook', rows.length, failing) : String(rows.length);
  item.iconPath = tells
    ? iconOf(rows[0]?.found.resolution.state ?? 'none')
    : new ThemeIcon(node.type === 'root' ? 'root-folder' : groupIcons[node.grouping]);
  item.contextValue = node.type;
  item.tooltip = node.label;
  item.accessibilityInformation = {
    label:
      rows.length === 1
        ? l10n.t('{0}, 1 alert, {1} without runbook', node.label, failing)
        : l10n.t('{0}, {1} alerts, {2} without runbook', node.label, rows.length, failing),
  };
  return item;
}

function rowsOf(node: AlertGroup | UnusedGroup): readonly AlertRow[] {
  return node.type === 'group' ? node.children : [];
}

function isFailing(state: LinkState): boolean {
  return state === 'dead' || state === 'none';
}

function unusedItem({ children: { length } }: UnusedGroup): TreeItem {
  const item = new TreeItem(l10n.t('Runbooks Without Alerts'), TreeItemCollapsibleState.Collapsed);
  item.description = String(length);
  item.iconPath = new ThemeIcon('book', new ThemeColor('disabledForeground'));
  item.contextValue = 'unused';
  item.tooltip = l10n.t(
    'Runbooks that no alert of this repository leads to. That can be right: for tasks, or for alerts that are defined elsewhere.',
  );
  item.accessibilityInformation = {
    label:
      length === 1 ? l10n.t('1 runbook that no alert leads to') : l10n.t('{0} runbooks that no alert leads to', length),
  };
  return item;
}

function alertItem({ found, runbook, parent }: AlertRow): TreeItem {
  const { alert, resolution } = found;
  const severity = parent.grouping === 'severity' ? '' : (alert.severity ?? '');
  const led = runbook ?? (parent.grouping === 'state' ? '' : stateText(resolution));
  const item = new TreeItem(rowLabel(alert.name, severity), TreeItemCollapsibleState.None);
  // A runbook that is called as its alert needs no mention.
  item.description = [severity, led === alert.name ? '' : led].filter((fact) => fact !== '').join(' · ');
  item.iconPath = iconOf(resolution.state);
  item.contextValue = `alert.${resolution.state}`;
  const open: CommandId = 'runbookLens.openAlert';
  item.command = { command: open, title: l10n.t('Open'), arguments: [placeOf(found)] };
  item.accessibilityInformation = {
    label: [alert.name, alert.severity ?? '', stateText(resolution), runbook ?? '']
      .filter((part) => part !== '')
      .join(', '),
  };
  return item;
}

function iconOf(state: LinkState): ThemeIcon {
  switch (state) {
    case 'dead':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'anchor-missing':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
    case 'none':
      return new ThemeIcon('circle-slash');
    case 'outside':
      return new ThemeIcon('link-external');
    case 'pattern':
      return new ThemeIcon('symbol-string');
    case 'resolved':
      return new ThemeIcon('book');
  }
}

function runbookItem({ document }: UnusedRow): TreeItem {
  const item = new TreeItem(document.title, TreeItemCollapsibleState.None);
  item.resourceUri = Uri.parse(document.uri);
  item.iconPath = new ThemeIcon('book');
  item.contextValue = 'unusedRunbook';
  item.tooltip = document.path;
  item.accessibilityInformation = { label: l10n.t('{0}, no alert leads here, {1}', document.title, document.path) };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [item.resourceUri] };
  return item;
}

/** Returns the tooltip of an alert: its facts and where its link leads. */
export function tooltipOf({ found, runbook }: AlertRow): MarkdownString {
  const { alert, resolution, path } = found;
  const text = new MarkdownString(`**${plainText(alert.name)}**\n\n`);
  const row = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') {
      text.appendMarkdown(`- **${name}**: ${plainText(value)}\n`);
    }
  };
  row(l10n.t('State'), stateText(resolution));
  row(l10n.t('Runbook'), runbook);
  row(l10n.t('Link'), resolution.link?.written);
  row(l10n.t('Severity'), alert.severity);
  row(l10n.t('Group'), alert.group);
  row(l10n.t('For'), alert.duration);
  row(l10n.t('Summary'), alert.annotations.get('summary') ?? alert.annotations.get('description'));
  row(l10n.t('Path'), `${path}:${alert.range.start.line + 1}`);
  return text;
}
