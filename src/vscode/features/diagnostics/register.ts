import { languages, type Disposable } from 'vscode';
import { configurationName } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting } from '../../services/settings.ts';
import { registerFixAll } from './fix-all.ts';
import { Publisher } from './publisher.ts';
import { registerQuickFixes } from './quick-fixes.ts';

/** Shows what the rules find in every runbook and postmortem, open or not, in the Problems panel. */
export function registerDiagnostics(deps: Deps): Disposable {
  const { context, index, log } = deps;
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection('runbook-lens'));
  const publisher = new Publisher(collection, index.catalog, context.extensionUri);
  store.add(
    index.catalog.onDidChange(({ changed, removed, structure }) => {
      removed.forEach((uri) => publisher.forget(uri));
      // While a pass runs, each batch changes what is expected of all; they are checked when it has ended.
      if (index.state === 'indexing') {
        return;
      }
      if (structure) {
        publisher.publishAll();
      } else {
        changed.forEach((uri) => publisher.publish(uri));
      }
    }),
    index.onDidChangeState((state) => {
      if (state !== 'indexing') {
        publisher.publishAll();
      }
    }),
    onDidChangeSetting(['rules'], () => publisher.publishAll()),
    languages.onDidChangeDiagnostics(({ uris }) =>
      uris
        .filter(({ path }) => path.endsWith(`/${configurationName}`))
        .forEach((uri) => publisher.publish(uri.toString())),
    ),
    registerFixAll(deps),
    registerQuickFixes(deps),
    registerCommand('runbookLens.checkAll', log, async () => {
      await index.whenReady();
      publisher.publishAll();
      await publisher.tell();
    }),
  );
  return store;
}
