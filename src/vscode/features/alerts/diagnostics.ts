import { Diagnostic, DiagnosticSeverity, languages, Uri, type Disposable } from 'vscode';
import { oneLine, type Finding } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { toRange, toSeverity } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting } from '../../services/settings.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FolderAlerts, ObjectiveFinding } from './folder-alerts.ts';

/** Publishes the findings of rule files, and what is wrong in files about objectives, in the Problems panel. */
export function publishFindings({ context }: Deps, alerts: AlertIndex): Disposable {
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection('runbook-lens-alerts'));
  const docs = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const published = new Map<string, string>();
  const publish = (): void => {
    const found = new Map(alerts.folders.flatMap((folder) => diagnosticsIn(folder, docs)));
    for (const uri of new Set([...published.keys(), ...found.keys()])) {
      const diagnostics = found.get(uri) ?? [];
      const state = JSON.stringify(
        diagnostics.map(({ code, severity, range, message }) => [code, severity, range, message]),
      );
      if (state !== (published.get(uri) ?? '[]')) {
        published.set(uri, state);
        collection.set(Uri.parse(uri), diagnostics);
      }
    }
  };
  store.add(alerts.onDidChange(publish), onDidChangeSetting(['rules', 'checks.enabled'], publish));
  return store;
}

/** The diagnostics of a folder by the URI of their file. @param docs folder with the pages of rules. */
function diagnosticsIn(folder: FolderAlerts, docs: Uri): Array<readonly [uri: string, Diagnostic[]]> {
  const { files, objectiveFindings } = folder;
  const paths = new Set([...files.map(({ path }) => path), ...objectiveFindings.keys()]);
  return [...paths].map((path) => [
    folder.uriOf(path).toString(),
    [
      ...folder.findingsIn(path).map((finding) => toDiagnostic(finding, docs)),
      ...(objectiveFindings.get(path) ?? []).map(ofObjective),
    ],
  ]);
}

function ofObjective({ range, message }: ObjectiveFinding): Diagnostic {
  const diagnostic = new Diagnostic(range, oneLine(message), DiagnosticSeverity.Warning);
  diagnostic.source = 'Runbook Lens';
  return diagnostic;
}

/** @param docs folder with the pages of rules. */
function toDiagnostic({ range, severity, rule, message }: Finding, docs: Uri): Diagnostic {
  const diagnostic = new Diagnostic(toRange(range), oneLine(message), toSeverity(severity));
  diagnostic.source = 'Runbook Lens';
  diagnostic.code = { value: rule, target: Uri.joinPath(docs, `${rule}.md`) };
  return diagnostic;
}
