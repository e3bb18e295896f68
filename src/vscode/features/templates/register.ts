import type { Disposable } from 'vscode';
import { documentKinds, type DocumentKind } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { kindIds } from '../../ids.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { targetUri } from '../../services/target.ts';
import { newPostmortem } from './new-postmortem.ts';
import { newRunbook } from './new-runbook.ts';

/** The function that asks for and creates a document of each kind. */
const create: Readonly<Record<DocumentKind, (deps: Deps, target?: unknown) => Promise<void>>> = {
  runbook: newRunbook,
  postmortem: (deps) => newPostmortem(deps),
};

/** Registers the commands that create documents from templates. */
export function registerTemplates(deps: Deps): Disposable {
  const { index, log } = deps;
  const store = new DisposableStore();
  for (const kind of documentKinds) {
    store.add(registerCommand(kindIds(kind).create, log, (target) => create[kind](deps, target)));
  }
  store.add(
    registerCommand('runbookLens.newPostmortemForService', log, (target) => {
      const uri = targetUri(target);
      const document = uri && index.catalog.get(uri.toString());
      return newPostmortem(deps, document?.metadata.services?.[0] ?? serviceGroup(target));
    }),
  );
  return store;
}

/** Returns the service of a group in the tree, or undefined for other values. */
function serviceGroup(target: unknown): string | undefined {
  const isGroup =
    typeof target === 'object' && target !== null && 'grouping' in target && target.grouping === 'service';
  return isGroup && 'value' in target && typeof target.value === 'string' && target.value !== ''
    ? target.value
    : undefined;
}
