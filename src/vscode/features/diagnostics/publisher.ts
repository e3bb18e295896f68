import { commands, Diagnostic, l10n, languages, Uri, window, type DiagnosticCollection } from 'vscode';
import { configurationName, type Catalog, type Finding } from '../../../core/index.ts';
import { toRange, toSeverity } from '../../services/convert.ts';
import { readSetting } from '../../services/settings.ts';

/** What the Problems panel calls the extension. */
const diagnosticSource = 'Runbook Lens';

/** Turns findings into VS Code's diagnostics; touches only documents whose findings changed. */
export class Publisher {
  readonly #collection: DiagnosticCollection;
  readonly #catalog: Catalog;
  readonly #docs: Uri;
  readonly #published = new Map<string, string>();

  /** @param extensionUri where docs/rules stands; each diagnostic's code links to its rule's page there. */
  constructor(collection: DiagnosticCollection, catalog: Catalog, extensionUri: Uri) {
    this.#collection = collection;
    this.#catalog = catalog;
    this.#docs = Uri.joinPath(extensionUri, 'docs', 'rules');
  }

  /** Checks one document. */
  publish(uri: string): void {
    const parsed = Uri.parse(uri);
    const findings = this.#withoutEchoes(parsed, this.#catalog.findings(uri, readSetting('rules', parsed)));
    const state = JSON.stringify(findings);
    if (this.#published.get(uri) === state) {
      return;
    }
    this.#published.set(uri, state);
    this.#collection.set(
      parsed,
      findings.map((finding) => this.#toDiagnostic(finding)),
    );
  }

  /** Without what the editor itself says at the same place: it knows the schema of configuration files that are open. */
  #withoutEchoes(uri: Uri, findings: readonly Finding[]): readonly Finding[] {
    if (!uri.path.endsWith(`/${configurationName}`)) {
      return findings;
    }
    const others = languages.getDiagnostics(uri).filter(({ source }) => source !== diagnosticSource);
    return findings.filter(
      ({ range }) => !others.some((other) => other.range.intersection(toRange(range)) !== undefined),
    );
  }

  /** Takes a document's diagnostics away. */
  forget(uri: string): void {
    this.#published.delete(uri);
    this.#collection.delete(Uri.parse(uri));
  }

  /** Checks every document and every file in which a team says something. */
  publishAll(): void {
    const all = new Set([...this.#catalog.documents(), ...this.#catalog.teamFiles()].map(({ uri }) => uri));
    [...this.#published.keys()].filter((uri) => !all.has(uri)).forEach((uri) => this.forget(uri));
    all.forEach((uri) => this.publish(uri));
  }

  /** Says how many findings there are, and shows them. */
  async tell(): Promise<void> {
    const documents = this.#catalog.documents().filter(({ kind }) => kind !== 'other');
    const counts = documents.map(({ uri }) => this.#collection.get(Uri.parse(uri))?.length ?? 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (documents.length === 0) {
      await window.showInformationMessage(l10n.t('There are no runbooks or postmortems in this workspace.'));
    } else if (total === 0) {
      await window.showInformationMessage(l10n.t('{0} documents checked, nothing found.', documents.length));
    } else {
      await commands.executeCommand('workbench.actions.view.problems');
      window.setStatusBarMessage(
        l10n.t(
          '{0} documents checked: {1} findings in {2} of them.',
          documents.length,
          total,
          counts.filter((count) => count > 0).length,
        ),
        10_000,
      );
    }
  }

  #toDiagnostic({ range, message, severity, rule }: Finding): Diagnostic {
    const diagnostic = new Diagnostic(toRange(range), message, toSeverity(severity));
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: rule, target: Uri.joinPath(this.#docs, `${rule}.md`) };
    return diagnostic;
  }
}
