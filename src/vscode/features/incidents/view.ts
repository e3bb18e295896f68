import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type Disposable,
  type TreeDataProvider,
} from 'vscode';
import { checklistOf, holderOf, rolesOf, type Incident } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { shownTreeItem } from '../../services/shown.ts';
import { wordsOf } from './change.ts';
import { recordUri } from './current.ts';
import type { CheckNode, IncidentNode, IncidentViewNode, PartNode, RoleNode } from './view-nodes.ts';

/** The view of open incidents: roles and the checklist. */
export class IncidentView implements TreeDataProvider<IncidentViewNode>, Disposable {
  readonly #deps: Deps;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #incidents: readonly Incident[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Shows incidents, the most urgent first. */
  show(incidents: readonly Incident[]): void {
    this.#incidents = incidents;
    this.#changed.fire(undefined);
  }

  getChildren(node?: IncidentViewNode): IncidentViewNode[] {
    switch (node?.type) {
      case undefined:
        return this.#incidents.map((incident) => ({ type: 'incident', incident, document: incident.document }));
      case 'incident':
        return node.incident.conflicted
          ? []
          : [
              { type: 'roles', parent: node },
              { type: 'checklist', parent: node },
            ];
      case 'roles':
        return this.#roles(node);
      case 'checklist':
        return checklistOf(node.parent.document).map((item) => ({ type: 'check', item, parent: node }));
      default:
        return [];
    }
  }

  getParent(node: IncidentViewNode): IncidentViewNode | undefined {
    return node.type === 'incident' ? undefined : node.parent;
  }

  getTreeItem(node: IncidentViewNode): TreeItem {
    return shownTreeItem(this.#itemOf(node));
  }

  #itemOf(node: IncidentViewNode): TreeItem {
    switch (node.type) {
      case 'incident':
        return this.#incidentItem(node);
      case 'role':
        return roleItem(node);
      case 'check':
        return checkItem(node);
      case 'roles':
        return partItem(
          node,
          this.#roles(node).map(({ holder }) => holder !== undefined),
        );
      case 'checklist':
        return partItem(
          node,
          checklistOf(node.parent.document).map(({ checked }) => checked),
        );
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #roles(node: PartNode): RoleNode[] {
    const { document } = node.parent;
    return rolesOf(wordsOf(this.#deps, document).roles).map((role) => ({
      type: 'role',
      role,
      holder: holderOf(document, role),
      parent: node,
      document,
    }));
  }

  #incidentItem({ incident, document }: IncidentNode): TreeItem {
    const item = new TreeItem(document.title, TreeItemCollapsibleState.Expanded);
    const { severity, status } = document.metadata;
    const facts = incident.conflicted ? [l10n.t('merge conflict')] : [severity, status];
    item.id = document.uri;
    item.contextValue = 'incident';
    item.description = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
    item.iconPath = new ThemeIcon(
      incident.conflicted ? 'git-merge' : 'flame',
      new ThemeColor('problemsErrorIcon.foreground'),
    );
    item.tooltip = `${document.title}\n${document.path}`;
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [recordUri(incident)] };
    item.accessibilityInformation = { label: l10n.t('{0}, incident, {1}', document.title, item.description) };
    return item;
  }
}

/** @param done for each part, whether it is done. */
function partItem({ type, parent }: PartNode, done: readonly boolean[]): TreeItem {
  const isRoles = type === 'roles';
  const item = isRoles
    ? new TreeItem(l10n.t('Roles'), TreeItemCollapsibleState.Collapsed)
    : new TreeItem(l10n.t('Checklist'), TreeItemCollapsibleState.Expanded);
  item.id = `${parent.document.uri}#${type}`;
  item.contextValue = type;
  item.iconPath = new ThemeIcon(isRoles ? 'organization' : 'checklist');
  item.description = l10n.t('{0} of {1}', done.filter(Boolean).length, done.length);
  return item;
}

function roleItem({ role, holder, parent, document }: RoleNode): TreeItem {
  const item = new TreeItem(role.name, TreeItemCollapsibleState.None);
  item.id = `${parent.parent.document.uri}#role#${role.key}`;
  item.contextValue = 'role';
  item.description = holder ?? l10n.t('unassigned');
  item.iconPath = new ThemeIcon(holder === undefined ? 'circle-large-outline' : 'person');
  item.tooltip =
    holder === undefined
      ? l10n.t('{0}: unassigned. Click to assign the role.', role.name)
      : l10n.t('{1}: {0}. Click to assign the role to someone else.', holder, role.name);
  item.command = {
    command: 'runbookLens.assignRole',
    title: l10n.t('Assign Role'),
    arguments: [{ record: document.uri, role: role.name }],
  };
  item.accessibilityInformation = { label: `${role.name}: ${item.description}` };
  return item;
}

function checkItem({ item: { text, checked }, parent }: CheckNode): TreeItem {
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  item.id = `${parent.parent.document.uri}#check#${text}`;
  item.contextValue = 'check';
  item.tooltip = text;
  item.checkboxState = {
    state: checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: checked ? l10n.t('Done (saved in the record)') : l10n.t('Not done yet'),
    accessibilityInformation: { label: text },
  };
  return item;
}
