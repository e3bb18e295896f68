import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import {
  dashboardName,
  gapsOf,
  runbookState,
  dashboardTools,
  withoutMiddle,
  type ServicePage,
} from '../../../core/index.ts';
import type { CommandId } from '../../ids.ts';
import { plainText } from '../../services/plain-text.ts';
import type { Readiness } from '../../services/readiness.ts';
import { groupLabelRoom, rowLabel } from '../../services/row-label.ts';
import { shownTreeItem } from '../../services/shown.ts';
import {
  subjectsOf,
  type Node,
  type OwnerNode,
  type PartNode,
  type RowNode,
  type ServiceNode,
  type ServicePart,
} from './nodes.ts';

/** What rows need beside their nodes. */
export interface ItemDeps {
  readonly readiness: Readiness;
  /** Returns the text of a document; empty if it is gone. */
  readonly textOf: (uri: string) => string;
  /** Returns the rule file of an alert, by its path from the top of the repository; undefined if alerts are not read. */
  readonly ruleFile: (root: string, path: string) => Uri | undefined;
}

/** Returns the row of a node. */
export function toItem(node: Node, deps: ItemDeps): TreeItem {
  const item = itemOf(node, deps);
  item.id = node.id;
  return shownTreeItem(item);
}

function itemOf(node: Node, deps: ItemDeps): TreeItem {
  switch (node.type) {
    case 'root': {
      const item = new TreeItem(node.of.folder.name, TreeItemCollapsibleState.Expanded);
      item.iconPath = new ThemeIcon('root-folder');
      item.contextValue = 'root';
      return item;
    }
    case 'service':
      return serviceItem(node);
    case 'owner':
      return ownerItem(node);
    case 'part':
      return partItem(node, deps);
    case 'row': {
      const item = rowItem(node, deps);
      // The label is cut, and what is beside it is not read out by itself.
      const told = [subjectName(node), item.description];
      item.accessibilityInformation = {
        label: told.filter((part) => typeof part === 'string' && part !== '').join(', '),
      };
      return item;
    }
  }
}

function serviceItem({ of, service }: ServiceNode): TreeItem {
  const page = of.pageOf(service);
  const gaps = gapsOf(page);
  const item = new TreeItem(withoutMiddle(service.name, groupLabelRoom), TreeItemCollapsibleState.Collapsed);
  item.description = gaps.length === 0 ? '' : l10n.t('{0} to do', gaps.length);
  item.iconPath = new ThemeIcon('server-process');
  item.contextValue = 'serviceRow';
  const text = new MarkdownString(`**${plainText(service.name)}**\n\n`);
  for (const line of [...countsOf(page), ...gaps]) {
    text.appendMarkdown(`- ${plainText(line)}\n`);
  }
  item.tooltip = text;
  item.accessibilityInformation = { label: [service.name, ...gaps].join(', ') };
  return item;
}

/** Returns what a service has, in a line each. */
export function countsOf({ alerts, runbooks, incidents, actionItems, owners }: ServicePage): string[] {
  return [
    ...(owners.length > 0 ? [l10n.t('Owners: {0}', owners.join(', '))] : []),
    l10n.t(
      'Runbooks: {0} · Alerts: {1} · Incidents: {2} · Open action items: {3}',
      runbooks.length,
      alerts.length,
      incidents.length,
      actionItems.length,
    ),
  ];
}

function ownerItem({ owners }: OwnerNode): TreeItem {
  const item = new TreeItem(owners.join(', '), TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon('organization');
  item.tooltip = l10n.t('Owners: {0}', owners.join(', '));
  item.accessibilityInformation = { label: l10n.t('Owners: {0}', owners.join(', ')) };
  return item;
}

const partIcons: Readonly<Record<ServicePart, string>> = {
  objectives: 'target',
  alerts: 'bell',
  runbooks: 'book',
  dashboards: 'dashboard',
  incidents: 'flame',
  actionItems: 'tasklist',
  readiness: 'mortar-board',
};

function partName(part: ServicePart): string {
  switch (part) {
    case 'objectives':
      return l10n.t('Objectives');
    case 'alerts':
      return l10n.t('Alerts');
    case 'runbooks':
      return l10n.t('Runbooks');
    case 'dashboards':
      return l10n.t('Dashboards');
    case 'incidents':
      return l10n.t('Incidents');
    case 'actionItems':
      return l10n.t('Open Action Items');
    case 'readiness':
      return l10n.t('Readiness');
  }
}

function partItem({ part, page, parent }: PartNode, deps: ItemDeps): TreeItem {
  const { readiness } = deps;
  const item = new TreeItem(partName(part), TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(partIcons[part]);
  item.contextValue = part === 'readiness' ? 'readiness' : 'servicePart';
  item.description = partDescription(part, page, parent, deps);
  if (part === 'readiness') {
    const drills = readiness.drillsOf(parent.of.folder.uri.toString(), page.key);
    item.tooltip = [
      l10n.t('Which runbooks you have read, and which drills you did. It stays on this machine.'),
      ...drills.map(({ date, title }) => l10n.t('Drill on {0}: {1}', date, title)),
    ].join('\n');
  }
  item.accessibilityInformation = { label: `${partName(part)}, ${item.description}` };
  return item;
}

function partDescription(part: ServicePart, page: ServicePage, parent: ServiceNode, deps: ItemDeps): string {
  const { readiness } = deps;
  const count = subjectsOf(part, page).length;
  const noted = (marked: number, text: (marked: number) => string): string =>
    marked === 0 ? String(count) : `${count} · ${text(marked)}`;
  switch (part) {
    case 'objectives':
      return noted(
        page.objectives.filter(({ budget }) => 'percent' in budget && budget.percent >= 100).length,
        (marked) => l10n.t('{0} spent', marked),
      );
    case 'alerts':
      return noted(page.alerts.filter(({ state }) => state === 'none' || state === 'dead').length, (marked) =>
        l10n.t('{0} without runbook', marked),
      );
    case 'runbooks':
      return noted(page.runbooks.filter((runbook) => runbookState(runbook) !== 'complete').length, (marked) =>
        l10n.t('{0} to do', marked),
      );
    case 'dashboards':
      return String(count);
    case 'incidents':
      return noted(page.incidents.filter(({ open }) => open !== undefined).length, (marked) =>
        l10n.t('{0} open', marked),
      );
    case 'actionItems':
      return noted(page.actionItems.filter(({ state }) => state === 'overdue').length, (marked) =>
        l10n.t('{0} overdue', marked),
      );
    case 'readiness': {
      const read = page.runbooks.filter((runbook) => isRead(runbook, deps)).length;
      const drills = readiness.drillsOf(parent.of.folder.uri.toString(), page.key).length;
      const progress = l10n.t('{0} of {1} read', read, count);
      return drills === 0
        ? progress
        : `${progress} · ${drills === 1 ? l10n.t('1 drill') : l10n.t('{0} drills', drills)}`;
    }
  }
}

/** Returns what a row is called, uncut. */
function subjectName({ subject }: RowNode): string {
  switch (subject.part) {
    case 'objectives':
      return subject.objective.name;
    case 'alerts':
      return subject.alert.name;
    case 'runbooks':
    case 'readiness':
      return subject.runbook.title;
    case 'dashboards':
      return dashboardName(subject.dashboard);
    case 'incidents':
      return subject.incident.title;
    case 'actionItems':
      return subject.item.text;
  }
}

/** Whether a runbook was read, and has not changed since. */
function isRead({ uri }: ServicePage['runbooks'][number], { readiness, textOf }: ItemDeps): boolean {
  return readiness.isCurrent(uri, textOf(uri));
}

function rowItem({ subject, parent }: RowNode, deps: ItemDeps): TreeItem {
  const { readiness, ruleFile } = deps;
  switch (subject.part) {
    case 'objectives': {
      const { name, target, budget, path, line } = subject.objective;
      const known = 'percent' in budget;
      const share = `${Number((target * 100).toFixed(6))} %`;
      const item = leaf(name, share, 'target', known && budget.percent >= 100);
      item.description = known ? l10n.t('{0} · {1} % spent', share, Math.round(budget.percent)) : share;
      item.tooltip = known
        ? [budget.text, ...budget.counted, ...budget.uncounted].join('\n')
        : l10n.t('Error budget not known: {0}', budget.missing.join('; '));
      opens(item, ruleFile(parent.parent.of.folder.uri.toString(), path), line);
      return item;
    }
    case 'alerts': {
      const { name, severity = '', state, path, line } = subject.alert;
      const lacks = state === 'none' || state === 'dead';
      const item = leaf(name, severity, lacks ? 'warning' : 'bell', lacks);
      item.tooltip = lacks ? l10n.t('{0}: no runbook. {1}:{2}', name, path, line) : `${name} · ${path}:${line}`;
      item.description = [severity, lacks ? l10n.t('no runbook') : ''].filter((text) => text !== '').join(' · ');
      opens(item, ruleFile(parent.parent.of.folder.uri.toString(), path), line - 1);
      return item;
    }
    case 'runbooks': {
      const { runbook } = subject;
      const state = runbookState(runbook);
      const item = leaf(runbook.title, '', state === 'complete' ? 'book' : 'warning', state !== 'complete');
      item.description = state === 'complete' ? (runbook.lastChange ?? '') : state;
      item.tooltip = `${runbook.title}\n${runbook.path}\n${state}`;
      item.contextValue = 'serviceRunbook';
      opens(item, Uri.parse(runbook.uri));
      return item;
    }
    case 'readiness': {
      const { runbook } = subject;
      const day = readiness.readOn(runbook.uri);
      const current = isRead(runbook, deps);
      const item = leaf(runbook.title, '', 'book', false);
      item.description =
        day === undefined ? '' : current ? l10n.t('read {0}', day) : l10n.t('changed since you read it');
      item.tooltip = `${runbook.title}\n${runbook.path}`;
      item.checkboxState = {
        state: current ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
        tooltip: current ? l10n.t('Mark as not read') : l10n.t('Mark as read'),
        accessibilityInformation: { label: l10n.t('{0}, read', runbook.title), role: 'checkbox' },
      };
      opens(item, Uri.parse(runbook.uri));
      return item;
    }
    case 'dashboards': {
      const { dashboard } = subject;
      const item = leaf(dashboardName(dashboard), dashboardTools[dashboard.tool], 'dashboard', false);
      item.description = dashboardTools[dashboard.tool];
      item.tooltip = `${dashboard.address}\n${dashboard.path}:${dashboard.line + 1}`;
      item.contextValue = dashboard.template ? 'servicePart' : 'dashboard';
      if (dashboard.template) {
        // Parts of the address are still to be filled in: nothing opens, so its line is shown.
        opens(item, ruleFile(parent.parent.of.folder.uri.toString(), dashboard.path), dashboard.line);
      } else {
        const open: CommandId = 'runbookLens.openDashboard';
        item.command = { command: open, title: l10n.t('Open'), arguments: [{ address: dashboard.address }] };
      }
      return item;
    }
    case 'incidents': {
      const { title, severity = '', date = '', open, uri, path } = subject.incident;
      const item = leaf(title, severity, open === undefined ? 'history' : 'flame', open !== undefined);
      item.description = [severity, open ?? date].filter((text) => text !== '').join(' · ');
      item.tooltip = `${title}\n${path}`;
      opens(item, Uri.parse(uri));
      return item;
    }
    case 'actionItems': {
      const { text, owners, due, state, uri, line, path } = subject.item;
      const overdue = state === 'overdue';
      const item = leaf(text, due ?? '', overdue ? 'warning' : 'circle-large-outline', overdue);
      item.description = [
        due === undefined ? '' : overdue ? l10n.t('was due {0}', due) : l10n.t('due {0}', due),
        ...owners,
      ]
        .filter((part) => part !== '')
        .join(' · ');
      item.tooltip = `${text}\n${path}:${line + 1}`;
      opens(item, Uri.parse(uri), line);
      return item;
    }
  }
}

function leaf(text: string, beside: string, icon: string, warns: boolean): TreeItem {
  const item = new TreeItem(rowLabel(text, beside), TreeItemCollapsibleState.None);
  item.iconPath = new ThemeIcon(icon, warns ? new ThemeColor('problemsWarningIcon.foreground') : undefined);
  return item;
}

/** @param line 0-based. */
function opens(item: TreeItem, uri: Uri | undefined, line?: number): void {
  if (uri !== undefined) {
    const selection =
      line === undefined ? {} : { selection: { start: { line, character: 0 }, end: { line, character: 0 } } };
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, selection] };
  }
}
