import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { registerKinds } from './kinds.ts';
import { registerPossibleStatus } from './possible-status.ts';
import { registerTeamTemplates } from './templates.ts';
import { registerTurnOff } from './turn-off.ts';

/** Registers what a team decides in its own files: kinds, rules and templates. */
export function registerTeam(deps: Deps): Disposable {
  const store = new DisposableStore();
  store.add(registerKinds(deps), registerPossibleStatus(deps), registerTeamTemplates(deps), registerTurnOff(deps));
  return store;
}
