import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, settingsSection, views, type CommandId } from '../ids.ts';
import {
  incidentOpen,
  inOurEditor,
  inTrees,
  inView,
  notIndexing,
  onDocument,
  onItem,
  onTelling,
  stateIs,
} from './when.ts';

/** Place of a command: menu, group with position, and condition. */
export type Place = readonly [
  menu: 'view/title' | 'editor/title' | 'view/item/context' | 'editor/context' | 'terminal/context',
  group: string,
  when: string,
];

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
const onAction = onItem(inActions, /^actionItem/);
const onTracked = onItem(inActions, /^actionItem.*tracked/);
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
    menus: [['view/title', 'navigation@4', `${inTrees} && ${notIndexing}`]],
  },
  cancelIndexing: {
    icon: 'stop-circle',
    palette: stateIs('indexing'),
    menus: [['view/title', 'navigation@0', `${inTrees} && ${stateIs('indexing')}`]],
  },
  open: {
    icon: 'go-to-file',
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '1_open@1', onDocument('possible')]],
  },
  openPreview: {
    icon: 'open-preview',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@1', onDocument()],
      ['view/item/context', '1_open@2', onDocument('possible')],
    ],
  },
  openToSide: {
    icon: 'split-horizontal',
    takes: ['target'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@2', onDocument()],
      ['view/item/context', '1_open@3', onDocument('possible')],
    ],
  },
  newPostmortemForService: {
    icon: 'add',
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '2_new@1', onDocument('service')]],
  },
  adoptConvention: { takes: ['target'], menus: [['view/item/context', '2_new@2', onDocument('folder')]] },
  copyPath: { takes: ['target'], palette: 'false', menus: [['view/item/context', '3_path@1', onDocument('possible')]] },
  revealInExplorer: {
    takes: ['target'],
    palette: 'false',
    menus: [['view/item/context', '3_path@2', onDocument('possible')]],
  },
  setKind: { takes: ['target'] },
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
      ['view/title', 'navigation@0', inView(kindIds('postmortem').view)],
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
    menus: [
      ['view/title', '1_timeline@1', inIncident],
      ['view/item/context', '1_edit@1', onItem(inIncident, 'incident')],
      ['view/item/context', '5_import@1', onRecord],
    ],
  },
  draftStatusUpdate: {
    icon: 'megaphone',
    takes: ['target'],
    palette: incidentOpen,
    menus: [['view/title', 'navigation@2', inIncident]],
  },
  resolveIncident: { icon: 'check-all', takes: ['target'], menus: [['view/title', 'navigation@3', inIncident]] },
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
  draftRunbook: { icon: 'book', takes: ['target'], menus: [['view/item/context', '5_learn@1', onRecord]] },
  addToRunbook: { takes: ['target'], menus: [['view/item/context', '5_learn@2', onRecord]] },
  changeReviewStatus: { takes: ['target'], menus: [['view/item/context', '6_review@1', onRecord]] },
  scheduleRetrospective: {
    icon: 'calendar',
    takes: ['target'],
    menus: [['view/item/context', '6_review@2', onRecord]],
  },
  facilitateRetrospective: {
    icon: 'comment-discussion',
    takes: ['target'],
    menus: [['view/item/context', '6_review@3', onRecord]],
  },
  commitRecord: { icon: 'git-commit', takes: ['target'], menus: [['view/item/context', '7_git@1', onRecord]] },
  showActionItems: { icon: 'filter', takes: ['answers'], menus: [['view/title', 'navigation@2', inActions]] },
  groupActionItems: { icon: 'list-tree', takes: ['answers'], menus: [['view/title', 'navigation@3', inActions]] },
  openActionItem: {
    icon: 'go-to-file',
    takes: ['item'],
    palette: 'false',
    menus: [['view/item/context', '0_open@1', onAction]],
  },
  openActionItemTracker: {
    icon: 'link-external',
    takes: ['item'],
    palette: 'false',
    menus: [
      ['view/item/context', 'inline@1', onTracked],
      ['view/item/context', '0_open@2', onTracked],
    ],
  },
  toggleActionItem: {
    icon: 'check',
    takes: ['item'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@1', onAction]],
  },
  setActionItemOwner: {
    icon: 'person',
    takes: ['item'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@2', onAction]],
  },
  setActionItemDue: {
    icon: 'calendar',
    takes: ['item'],
    palette: 'false',
    menus: [['view/item/context', '1_edit@3', onAction]],
  },
  openReadingView: {
    icon: 'book',
    takes: ['target'],
    palette: inMarkdown,
    menus: [['view/item/context', '1_open@2', onRunbook]],
  },
  openReadingViewToSide: { icon: 'book', takes: ['target'], palette: inMarkdown },
  copyCommand: { icon: 'copy', takes: ['target'], palette: inMarkdown },
  fillInCommand: { icon: 'edit', takes: ['target'], palette: inMarkdown },
  sendToTerminal: {
    icon: 'terminal',
    takes: ['target'],
    palette: inMarkdown,
    keys: [{ ...placing, when: `editorTextFocus && ${inMarkdown}` }],
  },
  logCommand: { icon: 'add', takes: ['target'], palette: `${inMarkdown} && ${incidentOpen}` },
} as const satisfies Readonly<Record<string, Command>>;

/** The table above, as a type. */
export type OwnCommands = typeof own;

/** The commands for each kind of document. */
function commandsOf(kind: DocumentKind): Array<readonly [CommandId, Command]> {
  const ids = kindIds(kind);
  const here = inView(ids.view);
  return [
    [ids.create, { icon: 'add', menus: [['view/title', 'navigation@1', here]] }],
    [ids.filter, { icon: 'filter', menus: [['view/title', 'navigation@2', `${here} && !${ids.filtered}`]] }],
    [
      ids.clear,
      {
        icon: 'filter-filled',
        palette: ids.filtered,
        menus: [['view/title', 'navigation@2', `${here} && ${ids.filtered}`]],
      },
    ],
    [ids.group, { icon: 'list-tree', menus: [['view/title', 'navigation@3', here]] }],
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
    [ids.not, { palette: 'false', menus: [['view/item/context', '4_kind@1', onItem(inTrees, kind)]] }],
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
