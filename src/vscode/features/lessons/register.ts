import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { addLessons } from './add-to-runbook.ts';
import { draftFromPostmortem } from './draft-runbook.ts';

/** From what a postmortem says to a runbook: a new one, or one that there is. */
export function registerLessons(deps: Deps): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.draftRunbook', deps.log, (target) => draftFromPostmortem(deps, target)),
    registerCommand('runbookLens.addToRunbook', deps.log, (target) => addLessons(deps, target)),
  );
  return store;
}
