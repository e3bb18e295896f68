import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri } from 'vscode';
import { toRange } from '../../services/convert.ts';
import { shownTreeItem } from '../../services/shown.ts';
import { elapsed, recordUri } from './current.ts';
import { updateText } from './next-update-text.ts';
import type {
  CheckNode,
  EntryNode,
  FixNode,
  FactNode,
  IncidentNode,
  IncidentViewNode,
  PartNode,
  PastNode,
  RoleNode,
  RunbookNode,
} from './view-nodes.ts';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
const red = new ThemeColor('problemsErrorIcon.foreground');
const yellow = new ThemeColor('problemsWarningIcon.foreground');

/** Returns the item of a row. @param below the rows below it. */
export function itemOf(node: IncidentViewNode, below: readonly IncidentViewNode[], now: Date): TreeItem {
  return shownTreeItem(made(node, below, now));
}

function made(node: IncidentViewNode, below: readonly IncidentViewNode[], now: Date): TreeItem {
  switch (node.type) {
    case 'incident':
      return incidentItem(node);
    case 'state':
      return stateItem(node, now);
    case 'update':
      return updateItem(node, now);
    case 'entry':
      return entryItem(node);
    case 'runbook':
      return runbookItem(node);
    case 'past':
      return pastItem(node);
    case 'fix':
      return fixItem(node);
    case 'role':
      return roleItem(node);
    case 'check':
      return checkItem(node);
    default:
      return partItem(node, below);
  }
}

function incidentItem({ incident, document }: IncidentNode): TreeItem {
  const item = new TreeItem(document.title, Expanded);
  const { severity, status } = document.metadata;
  const isSaid = (fact: string | undefined): boolean => fact !== undefined && fact !== '';
  item.id = document.uri;
  item.contextValue = 'incident';
  item.description = incident.conflicted ? l10n.t('merge conflict') : (severity ?? '');
  item.iconPath = new ThemeIcon(incident.conflicted ? 'git-merge' : 'flame', red);
  item.tooltip = `${document.title}\n${document.path}`;
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [recordUri(incident), { preview: false }],
  };
  const facts = incident.conflicted ? [item.description] : [severity, status].filter(isSaid);
  item.accessibilityInformation = { label: l10n.t('{0}, incident, {1}', document.title, facts.join(' · ')) };
  return item;
}

function stateItem({ parent: { incident }, document }: FactNode, now: Date): TreeItem {
  const status = document.metadata.status ?? incident.phase;
  const lasted = elapsed(incident, now);
  const item = new TreeItem(lasted === '' ? status : `${lasted} · ${status}`, None);
  item.id = `${document.uri}#state`;
  item.contextValue = 'state';
  item.iconPath = new ThemeIcon('pulse');
  item.tooltip = l10n.t('Open for {0}, {1}. Click to change the status.', lasted, status);
  item.command = {
    command: 'runbookLens.changeStatus',
    title: l10n.t('Change Status'),
    arguments: [{ record: document.uri }],
  };
  return item;
}

function updateItem({ document }: FactNode, now: Date): TreeItem {
  const { text, overdue } = updateText(document, now);
  const item = new TreeItem(text, None);
  item.id = `${document.uri}#update`;
  item.contextValue = 'update';
  item.iconPath = overdue ? new ThemeIcon('warning', yellow) : new ThemeIcon('megaphone');
  item.tooltip = l10n.t('{0}. Click to draft a status update.', text);
  item.command = {
    command: 'runbookLens.draftStatusUpdate',
    title: l10n.t('Draft Status Update'),
    arguments: [{ record: document.uri }],
  };
  return item;
}

function partItem({ type, document }: PartNode, below: readonly IncidentViewNode[]): TreeItem {
  const done = below.filter((row) =>
    row.type === 'role' ? row.holder !== undefined : row.type === 'check' && row.item.checked,
  );
  const share = l10n.t('{0} of {1}', done.length, below.length);
  const parts = {
    entries: { label: l10n.t('Last Entries'), icon: 'history', state: Expanded },
    runbooks: { label: l10n.t('Runbooks'), icon: 'book', state: Expanded },
    similar: { label: l10n.t('Similar Incidents'), icon: 'references', state: Expanded },
    roles: { label: l10n.t('Roles'), icon: 'organization', state: Collapsed, share },
    checklist: { label: l10n.t('Checklist'), icon: 'checklist', state: Collapsed, share },
  };
  const part: { label: string; icon: string; state: TreeItemCollapsibleState; share?: string } = parts[type];
  const item = new TreeItem(part.label, part.state);
  item.id = `${document.uri}#${type}`;
  item.contextValue = type;
  item.iconPath = new ThemeIcon(part.icon);
  if (part.share !== undefined) {
    item.description = part.share;
  }
  return item;
}

function entryItem({ entry, parent: { document } }: EntryNode): TreeItem {
  const { clock, text, range, time } = entry;
  const two = (value: number): string => String(value).padStart(2, '0');
  const when = clock === undefined ? time.text : `${two(clock.hour)}:${two(clock.minute)}`;
  const item = new TreeItem(`${when} ${withoutAuthor(text)}`, None);
  item.id = `${document.uri}#entry#${range.start.line}#${time.text}`;
  item.contextValue = 'entry';
  item.tooltip = `${time.text} ${text}`;
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [
      Uri.parse(document.uri),
      { selection: toRange({ start: range.start, end: range.start }), preview: false },
    ],
  };
  item.accessibilityInformation = { label: `${when} ${text}` };
  return item;
}

/** An entry without the name of who wrote it, which commands put at its end. */
function withoutAuthor(text: string): string {
  return text.replace(/ \([\p{Lu}][^()\d]{1,60}\)$/u, '');
}

function runbookItem({ runbook, parent }: RunbookNode): TreeItem {
  const item = new TreeItem(runbook.title, None);
  item.id = `${parent.document.uri}#runbook#${runbook.uri}`;
  item.contextValue = 'incidentRunbook';
  item.tooltip = l10n.t('{0}\nOpens as a page beside the record.', `${runbook.title}\n${runbook.path}`);
  item.command = {
    command: 'runbookLens.openReadingViewToSide',
    title: l10n.t('Open Reading View'),
    arguments: [{ uri: runbook.uri }],
  };
  item.accessibilityInformation = { label: l10n.t('{0}, runbook', runbook.title) };
  return item;
}

function pastItem({ past, fixed, why, parent }: PastNode): TreeItem {
  const { title, metadata, path } = past;
  const item = new TreeItem(title, fixed === undefined ? None : Expanded);
  item.id = `${parent.document.uri}#past#${past.uri}`;
  item.contextValue = 'pastIncident';
  item.description = metadata.date?.slice(0, 10) ?? '';
  item.tooltip = [
    title,
    [metadata.date?.slice(0, 10), metadata.severity].filter(Boolean).join(' · '),
    ...(fixed === undefined ? [] : [l10n.t('What fixed it: {0}', fixed.text)]),
    l10n.t('Similar by {0}', why),
    path,
  ].join('\n');
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(past.uri)] };
  item.accessibilityInformation = { label: l10n.t('{0}, past incident', title) };
  return item;
}

function fixItem({ fixed: { text, line }, parent: { past, parent } }: FixNode): TreeItem {
  const item = new TreeItem(text, None);
  const start = { line, character: 0 };
  item.id = `${parent.document.uri}#fix#${past.uri}`;
  item.contextValue = 'pastFix';
  item.iconPath = new ThemeIcon('tools');
  item.tooltip = l10n.t('What fixed it: {0}', text);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(past.uri), { selection: toRange({ start, end: start }) }],
  };
  item.accessibilityInformation = { label: l10n.t('What fixed it: {0}', text) };
  return item;
}

function roleItem({ role, holder, parent, document }: RoleNode): TreeItem {
  const item = new TreeItem(role.name, None);
  item.id = `${parent.document.uri}#role#${role.key}`;
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

function checkItem({ item: { text, checked, told }, parent }: CheckNode): TreeItem {
  const item = new TreeItem(text, None);
  item.id = `${parent.document.uri}#check#${text}`;
  item.contextValue = 'check';
  item.tooltip = text;
  const state = checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  const done = told === true ? l10n.t('Done, as the record says') : l10n.t('Done (saved in the record)');
  item.checkboxState = {
    state,
    tooltip: checked ? done : l10n.t('Not done yet'),
    accessibilityInformation: { label: text },
  };
  return item;
}
