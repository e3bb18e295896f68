import { l10n, type Uri } from 'vscode';
import { groupedBy, type CatalogDocument } from '../../../core/index.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';
import { stateName, states } from './state-text.ts';

/** What the alerts can be grouped by, the default first. */
export const alertGroupings = ['state', 'file', 'group', 'severity'] as const;
export type AlertGrouping = (typeof alertGroupings)[number];

/** A workspace folder. Only in workspaces with several folders that have alerts. */
export interface AlertRoot {
  readonly type: 'root';
  readonly id: string;
  readonly label: string;
  readonly children: readonly (AlertGroup | UnusedGroup)[];
}

/** Alerts that share a state, file, group or severity. */
export interface AlertGroup {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly grouping: AlertGrouping;
  /** State, path, group or severity. */
  readonly value: string;
  /** Whether the group is open at first. */
  readonly expanded: boolean;
  readonly children: readonly AlertRow[];
  readonly parent: AlertRoot | undefined;
}

/** Runbooks that no alert leads to. */
export interface UnusedGroup {
  readonly type: 'unused';
  readonly id: string;
  readonly children: readonly UnusedRow[];
  readonly parent: AlertRoot | undefined;
}

/** One alert. */
export interface AlertRow {
  readonly type: 'alert';
  readonly id: string;
  readonly found: FoundAlert;
  /** The title of the runbook that it leads to, if that is a file. */
  readonly runbook: string | undefined;
  readonly parent: AlertGroup;
}

/** A runbook that no alert leads to. */
export interface UnusedRow {
  readonly type: 'runbook';
  readonly id: string;
  /** For commands called on the node. */
  readonly document: CatalogDocument;
  readonly parent: UnusedGroup;
}

export type AlertNode = AlertRoot | AlertGroup | UnusedGroup | AlertRow | UnusedRow;

/** Groups of more alerts than this are closed at first. */
const fewAlerts = 40;

/** Returns the top rows: workspace folders if several have alerts, otherwise groups. */
export function buildAlertTree(
  alerts: AlertIndex,
  grouping: AlertGrouping,
  unusedIn: (root: Uri) => readonly CatalogDocument[],
): readonly (AlertRoot | AlertGroup | UnusedGroup)[] {
  const used = alerts.folders.filter((folder) => folder.alerts.length > 0);
  const below = (
    folder: (typeof used)[number],
    parent: AlertRoot | undefined,
  ): readonly (AlertGroup | UnusedGroup)[] => {
    const titleOf = (found: FoundAlert): string | undefined => {
      const target = folder.targetOf(found);
      return target && (target.heading?.title ?? target.document?.title ?? found.resolution.path);
    };
    return [
      ...groupsOf(folder.alerts, grouping, `${folder.folder.uri.toString()}|${grouping}`, parent, titleOf),
      ...unusedGroup(unusedIn(folder.folder.uri), `${folder.folder.uri.toString()}|unused`, parent),
    ];
  };
  const [only] = used;
  if (used.length <= 1) {
    return only === undefined ? [] : below(only, undefined);
  }
  return used.map((folder) => {
    const children: (AlertGroup | UnusedGroup)[] = [];
    const root: AlertRoot = {
      type: 'root',
      id: folder.folder.uri.toString(),
      label: folder.folder.name,
      children,
    };
    children.push(...below(folder, root));
    return root;
  });
}

function groupsOf(
  found: readonly FoundAlert[],
  grouping: AlertGrouping,
  id: string,
  parent: AlertRoot | undefined,
  titleOf: (found: FoundAlert) => string | undefined,
): AlertGroup[] {
  return [...groupedBy(found, (each) => valueOf(each, grouping))]
    .toSorted(([a], [b]) => compareValues(a, b, grouping))
    .map(([value, members]) => {
      const children: AlertRow[] = [];
      const group: AlertGroup = {
        type: 'group',
        id: `${id}|${value}`,
        label: groupLabel(value, grouping),
        grouping,
        value,
        expanded: members.length <= fewAlerts && !(grouping === 'state' && value === 'resolved'),
        children,
        parent,
      };
      children.push(
        ...members.map((each, index): AlertRow => ({
          type: 'alert',
          id: idOf(each, members, index, `${id}|${each.path}`),
          found: each,
          runbook: titleOf(each),
          parent: group,
        })),
      );
      return group;
    });
}

/** Rules can be on one line, and several can have the same place: an alias stands for the rule that it names. */
function idOf({ alert: { extent } }: FoundAlert, members: readonly FoundAlert[], index: number, path: string): string {
  const before = members[index - 1]?.alert.extent.start;
  const { line, character } = extent.start;
  const isSame = before?.line === line && before.character === character;
  return `${path}|${line}|${character}${isSame ? `|${index}` : ''}`;
}

function unusedGroup(documents: readonly CatalogDocument[], id: string, parent: AlertRoot | undefined): UnusedGroup[] {
  if (documents.length === 0) {
    return [];
  }
  const children: UnusedRow[] = [];
  const group: UnusedGroup = { type: 'unused', id, children, parent };
  children.push(
    ...documents
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .map((document): UnusedRow => ({ type: 'runbook', id: `${id}|${document.uri}`, document, parent: group })),
  );
  return [group];
}

function valueOf({ alert, path, resolution }: FoundAlert, grouping: AlertGrouping): string {
  switch (grouping) {
    case 'state':
      return resolution.state;
    case 'file':
      return path;
    case 'group':
      return alert.group ?? '';
    case 'severity':
      return alert.severity ?? '';
  }
}

/** Severities that page somebody come first. */
const urgent = ['critical', 'page', 'error', 'high', 'major', 'warning', 'ticket', 'minor', 'low', 'info', 'none'];

function compareValues(a: string, b: string, grouping: AlertGrouping): number {
  const order: readonly string[] = grouping === 'state' ? states : grouping === 'severity' ? urgent : [];
  const rank = (value: string): number => {
    const at = order.indexOf(value.toLowerCase());
    return value === '' ? order.length + 1 : at === -1 ? order.length : at;
  };
  return rank(a) - rank(b) || a.localeCompare(b, undefined, { numeric: true });
}

function groupLabel(value: string, grouping: AlertGrouping): string {
  if (grouping === 'state') {
    return stateName(states.find((state) => state === value) ?? 'none');
  }
  return value === '' ? (grouping === 'group' ? l10n.t('Without a Group') : l10n.t('Without a Severity')) : value;
}
