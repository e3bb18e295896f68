import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { commitRecord } from './commit-record.ts';

/** What is done with git, on request only. */
export function registerGit(deps: Deps): Disposable {
  return registerCommand('runbookLens.commitRecord', deps.log, (target) => commitRecord(deps, target));
}
