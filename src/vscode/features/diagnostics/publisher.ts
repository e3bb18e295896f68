import { commands, Diagnostic, l10n, languages, Uri, window, type DiagnosticCollection } from 'vscode';
import { configurationName, oneLine, type Catalog, type Finding } from '../../../core/index.ts';
import { toRange, toSeverity } from '../../services/convert.ts';
import type { Findings } from '../../services/findings.ts';
import { tell } from '../../services/tell.ts';

/** The source in the Problems panel. */
const diagnosticSource = 'Runbook Lens';

/** Publishes findings as VS Code diagnostics. */
export class Publisher {
  readonly #collection: DiagnosticCollection;
  readonly #findings: Findings;
  readonly #docs: Uri;
  readonly #shown = new Map<string, string>();

  /**
   * @param extensionUri folder of the extension. The code of a diagnostic links to the page of its rule in docs/rules.
   */
  constructor(collection: DiagnosticCollection, findings: Findings, extensionUri: Uri) {
    this.#collection = collection;
    this.#findings = findings;
    this.#docs = Uri.joinPath(extensionUri, 'docs', 'rules');
  }

  /** Publishes the current findings of a document, if they have changed. */
  publish(uri: string): void {
    const parsed = Uri.parse(uri);
    const findings = withoutEchoes(parsed, this.#findings.of(uri));
    const state = JSON.stringify(findings);
    if (state !== (this.#shown.get(uri) ?? '[]')) {
      this.#shown.set(uri, state);
      this.#collection.set(
        parsed,
        findings.map((finding) => this.#toDiagnostic(finding)),
      );
    }
  }

  /** Reports the number of findings and opens the Problems panel. */
  async tell(catalog: Catalog): Promise<void> {
    const documents = catalog.documents().filter(({ kind }) => kind !== 'other');
    const counts = documents.map(({ uri }) => this.#findings.of(uri).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (documents.length === 0) {
      await tell(l10n.t('There are no runbooks or postmortems in this workspace.'));
    } else if (total === 0) {
      await tell(l10n.t('{0} documents checked, no findings.', documents.length));
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
    const diagnostic = new Diagnostic(toRange(range), oneLine(message), toSeverity(severity));
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: rule, target: Uri.joinPath(this.#docs, `${rule}.md`) };
    return diagnostic;
  }
}

/**
 * Returns the findings without those that VS Code itself reports at the same place: it knows the schema of
 * configuration files.
 */
function withoutEchoes(uri: Uri, findings: readonly Finding[]): readonly Finding[] {
  if (!isConfiguration(uri)) {
    return findings;
  }
  const others = languages.getDiagnostics(uri).filter(({ source }) => source !== diagnosticSource);
  return findings.filter(
    ({ range }) => !others.some((other) => other.range.intersection(toRange(range)) !== undefined),
  );
}

/** Whether a file is a team configuration. */
export function isConfiguration({ path }: Uri): boolean {
  return path.endsWith(`/${configurationName}`);
}
