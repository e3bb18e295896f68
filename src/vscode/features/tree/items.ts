import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import {
  conflictsOf,
  hasSection,
  healthOf,
  incidentLine,
  rowTitle,
  severityRank,
  shortened,
  shortSeverity,
  isDocumentKind,
  isUnwritten,
  tellsIncident,
  withoutMiddle,
  type CatalogDocument,
  type DocumentKind,
  type Finding,
  type Health,
  type LastChange,
  type RuleContext,
} from '../../../core/index.ts';
import { ageOf, shortAge } from '../../services/age.ts';
import { kindIcon, kindWords } from '../../services/kind-words.ts';
import { plainText } from '../../services/plain-text.ts';
import { groupLabelRoom, rowLabel } from '../../services/row-label.ts';
import { shownTreeItem } from '../../services/shown.ts';
import type { DocumentNode, GroupNode, RootNode, TreeNode } from './nodes.ts';
import { possibleFolderItem, possibleGroupItem, possibleItem } from './possible-items.ts';

/** Content of a tree item besides the document itself. */
export interface DocumentFacts {
  readonly findings: readonly Finding[];
  readonly lastChange: LastChange | undefined;
  readonly context: RuleContext | undefined;
  /** Names of the alerts that lead to it. */
  readonly alerts: readonly string[];
  /** The past incidents of a runbook, the newest first. */
  readonly incidents: readonly CatalogDocument[];
}

/** The largest number of past incidents in a tooltip. */
const mostIncidents = 5;

/** Dependencies of tree items. */
export interface ItemDeps {
  /** The kind of the tree. */
  readonly kind: DocumentKind;
  readonly factsOf: (document: CatalogDocument) => DocumentFacts;
  readonly now: () => Date;
}

/** Returns the tree item of a node. Its tooltip is resolved later, see `tooltipOf`. */
export function toItem(node: TreeNode, deps: ItemDeps): TreeItem {
  switch (node.type) {
    case 'possible':
      return possibleGroupItem(node, deps.kind);
    case 'possibleFolder':
      return possibleFolderItem(node, deps.kind);
    case 'document':
      return node.document.possible === undefined
        ? shown(documentItem(node, deps), node)
        : possibleItem(node, node.document.possible);
    default:
      return shown(containerItem(node, deps), node);
  }
}

function shown(item: TreeItem, { id }: TreeNode): TreeItem {
  item.id = id;
  return shownTreeItem(item);
}

function containerItem(node: RootNode | GroupNode, { factsOf }: ItemDeps): TreeItem {
  const open = node.type === 'root' || node.expanded;
  const label = withoutMiddle(node.label, groupLabelRoom);
  const item = new TreeItem(label, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const documents = documentsBelow(node);
  const unhealthy = documents.filter((document) =>
    isProblem(healthOf(factsOf(document).findings.map(({ severity }) => severity))),
  ).length;
  // Menus recognize groups of services and folders by this value.
  const telling = node.type === 'group' && ['service', 'folder'].includes(node.grouping) && node.value !== '';
  item.contextValue = telling ? node.grouping : node.type;
  item.iconPath = new ThemeIcon(node.type === 'root' ? 'root-folder' : (groupIcons[node.grouping] ?? 'folder'));
  item.description =
    unhealthy > 0 ? l10n.t('{0} · {1} with problems', documents.length, unhealthy) : String(documents.length);
  item.tooltip = node.label;
  item.accessibilityInformation = {
    label: l10n.t('{0}, {1} documents, {2} with problems', node.label, documents.length, unhealthy),
  };
  return item;
}

const groupIcons: Readonly<Record<string, string>> = {
  folder: 'folder',
  service: 'server',
  owner: 'organization',
  year: 'calendar',
  severity: 'flame',
  status: 'tasklist',
};

function documentItem({ document, parent }: DocumentNode, { factsOf, now }: ItemDeps): TreeItem {
  const facts = factsOf(document);
  const health = healthOf(facts.findings.map(({ severity }) => severity));
  const uri = Uri.parse(document.uri);
  const isRecord = tellsIncident(document);
  const { severity = '', date } = document.metadata;
  const since = (isRecord ? date : facts.lastChange?.date) ?? '';
  const conflicted = conflictsOf(document).length > 0;
  const grouping = parent?.type === 'group' ? parent.grouping : undefined;
  // The most important text comes first: a narrow row is cut at its end.
  const first = conflicted
    ? [l10n.t('merge conflict')]
    : [grouping === 'severity' ? '' : shortened(shortSeverity(severity), longestSeverity), shortAge(since, now())];
  const count = conflicted ? '' : countOf(facts);
  const item = new TreeItem(rowLabel(rowTitle(document), listed(first, ' · ')), TreeItemCollapsibleState.None);
  item.contextValue = document.kind;
  item.iconPath = iconOf(document, health, facts);
  item.description = listed([...first, count], ' · ');
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  const told = conflicted ? first : [severity, count, isRecord ? (date ?? '') : '', ageOf(since, now())];
  item.accessibilityInformation = {
    label: listed(
      [
        document.title,
        isDocumentKind(document.kind) ? kindWords(document.kind).noun : '',
        conflicted ? '' : healthText(facts),
        ...told,
      ],
      ', ',
    ),
  };
  return item;
}

/** The longest severity in a row, in characters. */
const longestSeverity = 10;

function listed(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}

function countOf({ incidents: { length } }: DocumentFacts): string {
  return length === 0 ? '' : length === 1 ? l10n.t('1 incident') : l10n.t('{0} incidents', length);
}

function iconOf(document: CatalogDocument, health: Health, facts: DocumentFacts): ThemeIcon {
  if (conflictsOf(document).length > 0) {
    return new ThemeIcon('git-merge', new ThemeColor('problemsErrorIcon.foreground'));
  }
  switch (health) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
    default:
      return new ThemeIcon(
        unwritten(facts).length > 0 ? 'edit' : kindIcon(document.kind),
        severityColor(document, facts),
      );
  }
}

/** Colors of severities, the worst first. Themes define them, those of high contrast too. */
const severityColors = ['charts.red', 'charts.orange', 'charts.yellow', 'charts.blue'];

function severityColor({ metadata }: CatalogDocument, { context }: DocumentFacts): ThemeColor | undefined {
  const rank = severityRank(metadata.severity ?? '', context?.words.severities);
  return rank && new ThemeColor(severityColors[rank - 1] ?? '');
}

/** Whether a health counts as a problem. Information and hints do not. */
function isProblem(health: Health): boolean {
  return health === 'error' || health === 'warning';
}

function healthText(facts: DocumentFacts): string {
  const { length } = facts.findings.filter(({ severity }) => severity !== 'hint');
  if (length > 0) {
    return length === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', length);
  }
  return unwritten(facts).length > 0 ? l10n.t('some sections are not written yet') : l10n.t('complete');
}

function unwritten({ context }: DocumentFacts): string[] {
  return (context?.document.sections ?? [])
    .filter((section) => isUnwritten(section, context?.expectation.sections))
    .map(({ title }) => title);
}

/**
 * Returns the tooltip of a document: place, owner, last change and the state of its sections. With a merge conflict it
 * has nothing that is read from the text.
 */
export function tooltipOf(document: CatalogDocument, facts: DocumentFacts, now: Date): MarkdownString {
  const text = new MarkdownString('', false);
  const row = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') {
      text.appendMarkdown(`- **${name}**: ${plainText(value)}\n`);
    }
  };
  const { services, owners, severity, status, date } = document.metadata;
  const { lastChange, context } = facts;
  const conflicts = conflictsOf(document).length;
  const changed = lastChange && l10n.t('{0} by {1}', ageOf(lastChange.date, now) || lastChange.date, lastChange.author);
  if (conflicts > 0) {
    text.appendMarkdown(`**${plainText(document.title)}**\n\n`);
    row(l10n.t('Path'), document.path);
    row(
      l10n.t('Merge conflict'),
      conflicts === 1
        ? l10n.t('in 1 place. Resolve it to have the document read again.')
        : l10n.t('in {0} places. Resolve them to have the document read again.', conflicts),
    );
    row(l10n.t('Last change'), changed);
    row(l10n.t('Listed because'), document.why);
    return text;
  }
  const expected = context?.expectation.sections ?? [];
  const missing = expected.filter((section) => section.required && !hasSection(document, section));
  const empty = facts.findings.filter(({ rule }) => rule === 'empty-section').flatMap(({ section }) => section ?? []);
  const present = expected.filter((section) => hasSection(document, section));
  text.appendMarkdown(`**${plainText(document.title)}**\n\n`);
  row(l10n.t('Path'), document.path);
  row(l10n.t('Severity'), severity);
  row(l10n.t('Status'), status);
  row(l10n.t('Date'), date);
  row(l10n.t('Services'), services?.join(', '));
  row(l10n.t('Owner'), owners?.join(', '));
  row(l10n.t('Last change'), changed);
  row(l10n.t('Alerts'), facts.alerts.join(', '));
  const named = facts.incidents.slice(0, mostIncidents).map(incidentLine);
  const more = facts.incidents.length - named.length;
  row(l10n.t('Past incidents'), [...named, ...(more > 0 ? [l10n.t('{0} more', more)] : [])].join('; '));
  row(l10n.t('Sections present'), present.map(({ title }) => title).join(', '));
  row(l10n.t('Sections missing'), missing.map(({ title }) => title).join(', '));
  row(l10n.t('Sections empty'), empty.join(', '));
  row(l10n.t('Sections to write'), unwritten(facts).join(', '));
  row(l10n.t('Listed because'), document.why);
  return text;
}

/** The documents that are surely of the tree's kind. */
function documentsBelow(node: TreeNode): CatalogDocument[] {
  if (node.type === 'possible') {
    return [];
  }
  return node.type === 'document' ? [node.document] : node.children.flatMap(documentsBelow);
}
