import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { addLessons } from './add-to-runbook.ts';
import { draftFromPostmortem } from './draft-runbook.ts';

/** Registers the commands that bring lessons from postmortems to runbooks. */
export function registerLessons(deps: Deps): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.draftRunbook', deps.log, (target) => draftFromPostmortem(deps, target)),
    registerCommand('runbookLens.addToRunbook', deps.log, (target) => addLessons(deps, target)),
  );
  return store;
}
