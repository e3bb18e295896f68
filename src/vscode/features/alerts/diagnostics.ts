import { Diagnostic, languages, Uri, type Disposable } from 'vscode';
import { oneLine, type Finding } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { toRange, toSeverity } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting } from '../../services/settings.ts';
import type { AlertIndex } from './alert-index.ts';

/** Publishes the findings of rule files in the Problems panel. */
export function publishFindings({ context }: Deps, alerts: AlertIndex): Disposable {
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection('runbook-lens-alerts'));
  const docs = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const published = new Map<string, string>();
  const publish = (): void => {
    const found = new Map(
      alerts.folders.flatMap((folder) =>
        folder.files.map(({ path }) => [folder.uriOf(path).toString(), folder.findingsIn(path)] as const),
      ),
    );
    for (const uri of new Set([...published.keys(), ...found.keys()])) {
      const findings = found.get(uri) ?? [];
      const state = JSON.stringify(
        findings.map(({ rule, severity, range, message }) => [rule, severity, range, message]),
      );
      if (state !== (published.get(uri) ?? '[]')) {
        published.set(uri, state);
        collection.set(
          Uri.parse(uri),
          findings.map((finding) => toDiagnostic(finding, docs)),
        );
      }
    }
  };
  store.add(alerts.onDidChange(publish), onDidChangeSetting(['rules', 'checks.enabled'], publish));
  return store;
}

/** @param docs folder with the pages of rules. */
function toDiagnostic({ range, severity, rule, message }: Finding, docs: Uri): Diagnostic {
  const diagnostic = new Diagnostic(toRange(range), oneLine(message), toSeverity(severity));
  diagnostic.source = 'Runbook Lens';
  diagnostic.code = { value: rule, target: Uri.joinPath(docs, `${rule}.md`) };
  return diagnostic;
}
