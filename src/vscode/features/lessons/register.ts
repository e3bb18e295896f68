import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';

/** Registers the commands that bring lessons from postmortems to runbooks. What they do is loaded on first use. */
export function registerLessons(deps: Deps): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.draftRunbook', deps.log, async (target) => {
      const { draftFromPostmortem } = await import('./lessons.ts');
      await draftFromPostmortem(deps, target);
    }),
    registerCommand('runbookLens.addToRunbook', deps.log, async (target) => {
      const { addLessons } = await import('./lessons.ts');
      await addLessons(deps, target);
    }),
  );
  return store;
}
