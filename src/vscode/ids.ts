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
}
export type CommandId = keyof CommandArguments;

/** The activity bar container and its trees. */
export const viewContainer = 'runbookLens';
export const views = { runbook: 'runbookLens.runbooks', postmortem: 'runbookLens.postmortems' } as const;
export type ViewKind = keyof typeof views;

/** Every context key that `when` clauses read, with its type. */
export interface ContextKeys {
  'runbookLens.state': 'indexing' | 'ready';
  'runbookLens.runbooksFiltered': boolean;
  'runbookLens.postmortemsFiltered': boolean;
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
