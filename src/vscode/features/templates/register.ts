import type { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { targetUri } from '../../services/target.ts';
import { newPostmortem } from './new-postmortem.ts';
import { newRunbook } from './new-runbook.ts';

/** Creates documents from templates. */
export function registerTemplates(deps: Deps): Disposable {
  const { index, log } = deps;
  const store = new DisposableStore();
  store.add(
    registerCommand('runbookLens.newPostmortem', log, () => newPostmortem(deps, undefined)),
    registerCommand('runbookLens.newRunbook', log, () => newRunbook(deps)),
    registerCommand('runbookLens.newPostmortemForService', log, (target) => {
      const uri = targetUri(target);
      const document = uri && index.catalog.get(uri.toString());
      return newPostmortem(deps, document?.metadata.services?.[0] ?? serviceGroup(target));
    }),
  );
  return store;
}

/** The service that a tree's group stands for; undefined for other groups. */
function serviceGroup(target: unknown): string | undefined {
  const isGroup =
    typeof target === 'object' && target !== null && 'grouping' in target && target.grouping === 'service';
  return isGroup && 'value' in target && typeof target.value === 'string' && target.value !== ''
    ? target.value
    : undefined;
}
