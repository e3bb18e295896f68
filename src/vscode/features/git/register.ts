import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { commitRecord } from './commit-record.ts';

/** Registers the git commands. They run only on request. */
export function registerGit(deps: Deps): Disposable {
  return registerCommand('runbookLens.commitRecord', deps.log, (target) => commitRecord(deps, target));
}
