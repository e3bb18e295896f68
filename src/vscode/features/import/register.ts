import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { importIntoTimeline } from './import-timeline.ts';

/** Registers the import of messages from elsewhere into a timeline. */
export function registerImport(deps: Deps): Disposable {
  return registerCommand('runbookLens.importIntoTimeline', deps.log, (target) => importIntoTimeline(deps, target));
}
