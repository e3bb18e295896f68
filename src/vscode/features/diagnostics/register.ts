import { languages, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { registerFixAll } from './fix-all.ts';
import { isConfiguration, Publisher } from './publisher.ts';
import { registerQuickFixes } from './quick-fixes.ts';

/** Publishes the findings of all runbooks and postmortems, open or not, in the Problems panel. */
export function registerDiagnostics(deps: Deps): Disposable {
  const { context, index, findings, log } = deps;
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection('runbook-lens'));
  const publisher = new Publisher(collection, findings, index.catalog, context.extensionUri);
  store.add(
    findings.onDidChange((uris) => publisher.publish(uris)),
    languages.onDidChangeDiagnostics(({ uris }) =>
      publisher.publish(uris.filter(isConfiguration).map((uri) => uri.toString())),
    ),
    registerFixAll(deps),
    registerQuickFixes(deps),
    registerCommand('runbookLens.checkAll', log, async () => {
      await index.whenReady();
      await findings.checkAll();
      await publisher.tell(index.catalog);
    }),
  );
  return store;
}
