import type { RuleLevels } from '../core/index.ts';

/** Every command, with what it is called with. package.json contributes exactly these; a test compares both. */
export interface CommandArguments {
  'runbookLens.newPostmortem': [];
  'runbookLens.newRunbook': [];
  'runbookLens.openDocument': [];
  'runbookLens.checkAll': [];
  'runbookLens.showLog': [];
  'runbookLens.openSettings': [];
  'runbookLens.refresh': [];
  'runbookLens.cancelIndexing': [];
  'runbookLens.groupRunbooks': [];
  'runbookLens.groupPostmortems': [];
  'runbookLens.filterRunbooks': [];
  'runbookLens.filterPostmortems': [];
  'runbookLens.clearRunbooksFilter': [];
  'runbookLens.clearPostmortemsFilter': [];
  'runbookLens.open': [target?: unknown];
  'runbookLens.openPreview': [target?: unknown];
  'runbookLens.openToSide': [target?: unknown];
  'runbookLens.copyPath': [target?: unknown];
  'runbookLens.revealInExplorer': [target?: unknown];
  'runbookLens.newPostmortemForService': [target?: unknown];
  'runbookLens.fixAll': [];
  'runbookLens.notRunbook': [target?: unknown];
  'runbookLens.notPostmortem': [target?: unknown];
  'runbookLens.setKind': [target?: unknown];
  'runbookLens.adoptConvention': [target?: unknown];
  'runbookLens.customizeTemplate': [];
  'runbookLens.openConfiguration': [];
  'runbookLens.turnOffRule': [uri?: unknown, rule?: unknown];
  'runbookLens.declareIncident': [target?: unknown];
  'runbookLens.incidentCommands': [target?: unknown];
  'runbookLens.logEntry': [target?: unknown];
  'runbookLens.logTerminalSelection': [target?: unknown];
  'runbookLens.assignRole': [target?: unknown];
  'runbookLens.changeSeverity': [target?: unknown];
  'runbookLens.changeStatus': [target?: unknown];
  'runbookLens.handOver': [target?: unknown];
  'runbookLens.draftStatusUpdate': [target?: unknown];
  'runbookLens.openRunbookForIncident': [target?: unknown];
  'runbookLens.resolveIncident': [target?: unknown];
  'runbookLens.openIncident': [target?: unknown];
  'runbookLens.changeReviewStatus': [target?: unknown];
  'runbookLens.scheduleRetrospective': [target?: unknown];
  'runbookLens.facilitateRetrospective': [target?: unknown];
  'runbookLens.draftRunbook': [target?: unknown];
  'runbookLens.addToRunbook': [target?: unknown];
  'runbookLens.commitRecord': [target?: unknown];
  'runbookLens.groupActionItems': [answers?: unknown];
  'runbookLens.showActionItems': [answers?: unknown];
  'runbookLens.openActionItem': [item?: unknown];
  'runbookLens.toggleActionItem': [item?: unknown];
  'runbookLens.setActionItemOwner': [item?: unknown];
  'runbookLens.setActionItemDue': [item?: unknown];
  'runbookLens.openActionItemTracker': [item?: unknown];
}
export type CommandId = keyof CommandArguments;

/** The activity bar container and its trees. */
export const viewContainer = 'runbookLens';
export const views = {
  incident: 'runbookLens.incident',
  runbook: 'runbookLens.runbooks',
  postmortem: 'runbookLens.postmortems',
  actionItems: 'runbookLens.actionItems',
} as const;
/** The trees that show documents of one kind. */
export type ViewKind = Extract<keyof typeof views, 'runbook' | 'postmortem'>;

/** Every context key that `when` clauses read, with its type. */
export interface ContextKeys {
  'runbookLens.state': 'indexing' | 'ready';
  'runbookLens.runbooksFiltered': boolean;
  'runbookLens.postmortemsFiltered': boolean;
  'runbookLens.actionItemsFiltered': boolean;
  'runbookLens.incidentOpen': boolean;
}

/** Every setting without its prefix, with its type; package.json holds the defaults. */
export interface Settings {
  'files.include': readonly string[];
  'files.exclude': readonly string[];
  'runbooks.folder': string;
  'runbooks.fileName': string;
  'postmortems.folder': string;
  'postmortems.fileName': string;
  rules: RuleLevels;
}
export const settingsSection = 'runbookLens';

/** The kind of code action that answers everything it safely can in one file. */
export const fixAllKind = 'runbookLens';
