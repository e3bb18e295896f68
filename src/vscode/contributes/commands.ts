import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, settingsSection, views, type CommandId } from '../ids.ts';
import type { Place } from './menus.ts';
import {
  incidentOpen,
  inEditorOf,
  inOurEditor,
  inTrees,
  inView,
  key,
  notIndexing,
  onDocument,
  onItem,
  onTelling,
  stateIs,
} from './when.ts';

/** A command. Its title is `command.<name>` in package.nls.json. */
export interface Command {
  readonly icon?: string;
  /** Names of its arguments. Each is optional and must be validated. */
  readonly takes?: readonly string[];
  /** Condition for the command palette; `false` if the command needs an argument. Always shown if absent. */
  readonly palette?: string;
  readonly menus?: readonly Place[];
  readonly keys?: ReadonlyArray<{ readonly key: string; readonly mac: string; readonly when: string }>;
}

const chord = { key: 'ctrl+k ctrl+e', mac: 'cmd+k cmd+e' };
const placing = { key: 'ctrl+k ctrl+enter', mac: 'cmd+k cmd+enter' };
const inMarkdown = 'editorLangId == markdown';
const onRecord = onTelling('incident');
const onRunbook = onTelling('procedure');
const inIncident = inView(views.incident);
const inActions = inView(views.actionItems);
const inRecord = inEditorOf('incident');
const inRunbook = inEditorOf('procedure');
const inTree = (kind: DocumentKind): string => inView(kindIds(kind).view);
/** Entries of a menu for any document. */
const always = 'true';
const isDocument = `viewItem =~ /^(${documentKinds.join('|')})$/`;
const single = '!listMultiSelection';
const hasActions = key('runbookLens.hasActionItems');
const onAction = onItem(inActions, /^actionItem/);
const onTracked = onItem(inActions, /^actionItem.*tracked/);
const inAlerts = inView(views.alerts);
const hasAlerts = key('runbookLens.hasAlerts');
const inServices = inView(views.services);
const hasServices = key('runbookLens.hasServices');
const inRules = 'resourceExtname =~ /^\\.(ya?ml|rules?|tpl|tmpl|gotmpl|json|tf)$/';
const onRole = onItem(inIncident, 'role');
const onPossible = onItem(inTrees, /^possible(Folder)?$/);

/** The commands that do not exist once per kind of document. */
const own = {
  findRunbook: {
    icon: 'search',
    takes: ['target'],
    menus: [
      ['view/title', 'navigation@0', inView(kindIds('runbook').view)],
      ['view/title', '1_find@1', inTrees],
      ['editor/title', 'navigation@0', inOurEditor],
    ],
    keys: [{ key: 'ctrl+k ctrl+g', mac: 'cmd+k cmd+g', when: 'workspaceFolderCount != 0' }],
  },
  // The former name of findRunbook, for keybindings.
  openDocument: { takes: ['target'], palette: 'false' },
  checkAll: { icon: 'checklist', menus: [['view/title', '2_check@1', inTrees]] },
  fixAll: { menus: [['view/title', '2_check@2', inTrees]] },
  openSettings: { icon: 'gear', menus: [['view/title', '3_settings@1', inTrees]] },
  showLog: { menus: [['view/title', '3_settings@2', inTrees]] },
  customizeTemplate: { menus: [['view/title', '3_settings@3', inTrees]] },
  openConfiguration: { menus: [['view/title', '3_settings@4', inTrees]] },
  refresh: {
    icon: 'refresh',
    menus: [['view/title', '2_check@3', `${inTrees} && ${notIndexing}`]],
  },
  cancelIndexing: {
    icon: 'stop-circle',
    palette: stateIs('indexing'),
    menus: [['view/title', 'navigation@0', `${inTree('runbook')} && ${stateIs('indexing')}`]],
  },
  open: {
    icon: 'go-to-file',
    takes: ['target'],
    palette: 'false',
    menus: [['runbookLens.document', '1_open@1', always]],
  },
  openPreview: {
    icon: 'open-preview',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@1', onDocument()],
      ['runbookLens.document', '1_open@2', always],
    ],
  },
  openToSide: {
    icon: 'split-horizontal',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@2', onDocument()],
      ['runbookLens.document', '1_open@3', always],
    ],
  },
  newPostmortemForService: {
    icon: 'add',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', '2_new@1', onItem(inTrees, 'service')],
      ['runbookLens.document', '2_new@1', isDocument],
    ],
  },
  adoptConvention: {
    takes: ['target'],
    palette: inOurEditor,
    menus: [
      ['view/item/context', '2_new@2', onItem(inTrees, 'folder')],
      ['runbookLens.document', '2_new@2', isDocument],
    ],
  },
  copyPath: { takes: ['target'], palette: 'false', menus: [['runbookLens.document', '3_path@1', always]] },
  copyRelativePath: {
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '3_path@2', onDocument('possible')]],
  },
  renameDocument: {
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '4_change@1', onDocument()]],
  },
  deleteDocument: {
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '4_change@2', onDocument()]],
  },
  revealInExplorer: {
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '3_path@1', onDocument('possible')]],
  },
  setKind: { takes: ['target'], palette: inMarkdown, menus: [['runbookLens.explorer', '2_kind@1', always]] },
  neither: {
    icon: 'close',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@2', onPossible],
      ['view/item/context', '0_kind@3', onPossible],
    ],
  },
  turnOffRule: { takes: ['uri', 'rule'], palette: 'false' },
  declareIncident: {
    icon: 'flame',
    takes: ['target'],
    menus: [
      ['view/title', 'navigation@0', inTree('postmortem')],
      ['view/title', '0_new@2', `${inTree('runbook')} && !${kindIds('postmortem').has}`],
      ['view/item/context', '2_new@0', onRunbook],
    ],
  },
  logEntry: {
    icon: 'add',
    takes: ['target'],
    palette: incidentOpen,
    menus: [
      ['view/title', 'navigation@1', inIncident],
      ['editor/context', '9_cutcopypaste@9', `editorHasSelection && ${incidentOpen}`],
    ],
    keys: [
      { ...chord, when: `${incidentOpen} && !terminalFocus` },
      { ...chord, when: `${incidentOpen} && terminalFocus && !terminalTextSelected` },
    ],
  },
  logTerminalSelection: {
    icon: 'terminal',
    takes: ['target'],
    palette: `${incidentOpen} && terminalTextSelected`,
    menus: [['terminal/context', '1_modify@9', `terminalTextSelected && ${incidentOpen}`]],
    keys: [{ ...chord, when: `${incidentOpen} && terminalFocus && terminalTextSelected` }],
  },
  importIntoTimeline: {
    icon: 'cloud-download',
    takes: ['target'],
    palette: `${incidentOpen} || ${inRecord}`,
    menus: [
      ['view/title', '1_timeline@1', inIncident],
      ['view/item/context', '1_edit@1', onItem(inIncident, 'incident')],
      ['runbookLens.lessons', '3_import@1', always],
    ],
  },
  draftStatusUpdate: {
    icon: 'megaphone',
    takes: ['target'],
    palette: incidentOpen,
    menus: [['view/title', 'navigation@2', inIncident]],
  },
  resolveIncident: {
    icon: 'check-all',
    takes: ['target'],
    palette: `${incidentOpen} || ${inRecord}`,
    menus: [['view/title', 'navigation@3', inIncident]],
  },
  incidentCommands: {
    icon: 'list-selection',
    takes: ['target'],
    palette: incidentOpen,
    menus: [['view/title', 'navigation@4', inIncident]],
  },
  assignRole: {
    icon: 'person-add',
    takes: ['target'],
    palette: incidentOpen,
    menus: [
      ['view/item/context', 'inline@1', onRole],
      ['view/item/context', '1_edit@1', onRole],
    ],
  },
  handOver: { takes: ['target'], palette: incidentOpen, menus: [['view/item/context', '1_edit@2', onRole]] },
  changeSeverity: { takes: ['target'], palette: incidentOpen },
  changeStatus: { takes: ['target'], palette: incidentOpen },
  openRunbookForIncident: { icon: 'book', takes: ['target'], palette: incidentOpen },
  openIncident: {
    icon: 'go-to-file',
    takes: ['target'],
    palette: incidentOpen,
    menus: [['view/item/context', 'inline@1', onItem(inIncident, 'incident')]],
  },
  draftRunbook: {
    icon: 'book',
    takes: ['target'],
    palette: inRecord,
    menus: [['runbookLens.lessons', '2_learn@1', always]],
  },
  addToRunbook: { takes: ['target'], palette: inRecord, menus: [['runbookLens.lessons', '2_learn@2', always]] },
  changeReviewStatus: {
    takes: ['target'],
    palette: inRecord,
    menus: [
      ['view/item/context', '2_record@1', onRecord],
      ['editor/title', '1_review@1', inRecord],
    ],
  },
  scheduleRetrospective: {
    icon: 'calendar',
    takes: ['target'],
    palette: inRecord,
    menus: [['runbookLens.lessons', '1_review@1', always]],
  },
  facilitateRetrospective: {
    icon: 'comment-discussion',
    takes: ['target'],
    palette: inRecord,
    menus: [['runbookLens.lessons', '1_review@2', always]],
  },
  commitRecord: {
    icon: 'git-commit',
    takes: ['target'],
    palette: `${incidentOpen} || ${inRecord}`,
    menus: [['view/item/context', '2_record@3', onRecord]],
  },
  showActionItems: {
    icon: 'filter',
    takes: ['answers'],
    palette: hasActions,
    menus: [['view/title', 'navigation@2', inActions]],
  },
  groupActionItems: {
    icon: 'list-tree',
    takes: ['answers'],
    palette: hasActions,
    menus: [['view/title', 'navigation@3', inActions]],
  },
  expandActionItems: { icon: 'expand-all', palette: 'false', menus: [['view/title', 'navigation@8', inActions]] },
  openActionItem: {
    icon: 'go-to-file',
    takes: ['item'],
    palette: 'false',
    menus: [['view/item/context', '0_open@1', `${onAction} && ${single}`]],
  },
  openActionItemTracker: {
    icon: 'link-external',
    takes: ['item'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@1', onTracked],
      ['view/item/context', '0_open@2', `${onTracked} && ${single}`],
    ],
  },
  toggleActionItem: {
    icon: 'check',
    takes: ['item', 'selected'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@1', onAction]],
  },
  setActionItemOwner: {
    icon: 'person',
    takes: ['item', 'selected'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@2', onAction]],
  },
  setActionItemDue: {
    icon: 'calendar',
    takes: ['item', 'selected'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@3', onAction]],
  },
  openAlert: { icon: 'go-to-file', takes: ['target'], palette: 'false' },
  openAlertRunbook: {
    icon: 'book',
    takes: ['target'],
    palette: `${hasAlerts} && ${inRules}`,
    menus: [
      ['view/item/context', 'inline@1', onItem(inAlerts, /^alert\.(resolved|anchor-missing|outside|pattern)$/)],
      ['view/item/context', '1_open@1', onItem(inAlerts, /^alert\.(resolved|anchor-missing|outside|pattern)$/)],
    ],
  },
  createRunbookForAlert: {
    icon: 'add',
    takes: ['target'],
    palette: `${hasAlerts} && ${inRules}`,
    menus: [
      ['view/item/context', 'inline@2', onItem(inAlerts, /^alert\.(none|dead)$/)],
      ['view/item/context', '2_link@1', onItem(inAlerts, /^alert\./)],
    ],
  },
  linkAlert: {
    icon: 'link',
    takes: ['target'],
    palette: `${hasAlerts} && ${inRules}`,
    menus: [
      ['view/item/context', 'inline@1', onItem(inAlerts, /^alert\.(none|dead)$/)],
      ['view/item/context', '2_link@2', onItem(inAlerts, /^alert\./)],
    ],
  },
  declareForAlert: {
    icon: 'flame',
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '3_incident@1', onItem(inAlerts, /^alert\./)]],
  },
  usedElsewhere: {
    icon: 'check',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@1', onItem(inAlerts, 'unusedRunbook')],
      ['view/item/context', '1_edit@1', onItem(inAlerts, 'unusedRunbook')],
    ],
  },
  groupAlerts: {
    icon: 'list-tree',
    takes: ['answers'],
    palette: hasAlerts,
    menus: [['view/title', 'navigation@3', inAlerts]],
  },
  expandAlerts: { icon: 'expand-all', palette: 'false', menus: [['view/title', 'navigation@8', inAlerts]] },
  openServicePage: {
    icon: 'open-preview',
    takes: ['target'],
    palette: hasServices,
    menus: [
      ['view/item/context', 'inline@1', onItem(inServices, 'serviceRow')],
      ['view/item/context', '1_open@1', onItem(inServices, 'serviceRow')],
    ],
  },
  openDashboard: {
    icon: 'link-external',
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', 'inline@1', onItem(inServices, 'dashboard')]],
  },
  openDashboardAtIncident: {
    icon: 'dashboard',
    takes: ['target'],
    palette: `${incidentOpen} || ${inRecord}`,
    menus: [
      ['view/item/context', '1_edit@3', onItem(inIncident, 'incident')],
      ['runbookLens.document', '5_dashboards@1', `viewItem == postmortem`],
    ],
  },
  findStaleRunbooks: {
    takes: ['target'],
    palette: kindIds('runbook').has,
    menus: [
      ['view/title', '2_check@4', inTree('runbook')],
      ['view/title', '1_find@1', inServices],
    ],
  },
  noteDrill: {
    icon: 'add',
    takes: ['target'],
    palette: hasServices,
    menus: [['view/item/context', 'inline@1', onItem(inServices, 'readiness')]],
  },
  openReadingView: {
    icon: 'book',
    takes: ['target'],
    palette: inMarkdown,
    menus: [
      ['view/item/context', '1_open@2', onRunbook],
      ['editor/title', 'navigation@1', inRunbook],
      ['runbookLens.explorer', '1_open@1', always],
    ],
  },
  openReadingViewToSide: { icon: 'book', takes: ['target'], palette: inMarkdown },
  reviewedToday: {
    takes: ['target'],
    palette: inRunbook,
    menus: [
      ['view/item/context', '2_record@1', onRunbook],
      ['view/item/context', '1_edit@1', onItem(inServices, 'serviceRunbook')],
    ],
  },
  copyCommand: { icon: 'copy', takes: ['target'], palette: inRunbook },
  fillInCommand: { icon: 'edit', takes: ['target'], palette: inRunbook },
  sendToTerminal: {
    icon: 'terminal',
    takes: ['target'],
    palette: inRunbook,
    keys: [{ ...placing, when: `editorTextFocus && ${inMarkdown}` }],
  },
  logCommand: { icon: 'add', takes: ['target'], palette: `${inRunbook} && ${incidentOpen}` },
} as const satisfies Readonly<Record<string, Command>>;

/** The table above, as a type. */
export type OwnCommands = typeof own;

/** The commands for each kind of document. */
function commandsOf(kind: DocumentKind): Array<readonly [CommandId, Command]> {
  const ids = kindIds(kind);
  const here = inView(ids.view);
  return [
    [
      ids.create,
      {
        icon: 'add',
        menus: [
          ['view/title', 'navigation@1', here],
          // The view of a kind that has no documents is not shown.
          ...documentKinds
            .filter((other) => other !== kind)
            .map((other): Place => ['view/title', '0_new@1', `${inTree(other)} && !${ids.has}`]),
        ],
      },
    ],
    [
      ids.filter,
      { icon: 'filter', palette: ids.has, menus: [['view/title', '1_find@2', `${here} && !${ids.filtered}`]] },
    ],
    [
      ids.expand,
      {
        icon: 'expand-all',
        palette: 'false',
        menus: [['view/title', 'navigation@8', `${here} && ${ids.has} && ${notIndexing} && !${ids.filtered}`]],
      },
    ],
    [
      ids.clear,
      {
        icon: 'filter-filled',
        palette: ids.filtered,
        menus: [['view/title', 'navigation@2', `${here} && ${ids.filtered}`]],
      },
    ],
    [ids.group, { icon: 'list-tree', palette: ids.has, menus: [['view/title', '1_find@3', here]] }],
    [
      ids.is,
      {
        icon: 'check',
        palette: 'false',
        menus: [
          ['view/item/context', 'inline@1', onItem(here, /^possible(Folder)?$/)],
          ['view/item/context', `0_kind@${documentKinds.indexOf(kind) + 1}`, onPossible],
        ],
      },
    ],
    [ids.not, { palette: 'false', menus: [['runbookLens.document', '4_kind@1', `viewItem == ${kind}`]] }],
  ];
}

/** All commands by id. */
export const commands: ReadonlyArray<readonly [id: CommandId, command: Command]> = [
  ...documentKinds.flatMap(commandsOf),
  ...(Object.keys(own) as Array<keyof OwnCommands>).map((name): readonly [CommandId, Command] => [
    `${settingsSection}.${name}`,
    own[name],
  ]),
];
