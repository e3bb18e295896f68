import {
  commands,
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  l10n,
  languages,
  Location,
  Uri,
  window,
  type DiagnosticCollection,
} from 'vscode';
import { configurationName, oneLine, pathFromTop, type Catalog, type Finding } from '../../../core/index.ts';
import { toRange, toSeverity } from '../../services/convert.ts';
import type { Findings } from '../../services/findings.ts';
import { NewsBoard, type Shown } from './news-board.ts';
import { tell } from '../../services/tell.ts';

/** The source in the Problems panel. */
const diagnosticSource = 'Runbook Lens';

/** The greatest number of places with the same finding that one diagnostic names. */
const mostRelated = 200;

/**
 * Publishes findings as VS Code diagnostics. Where findings say the same, the first tells it and names the others, which are hints: those
 * are marked in their documents and are not in the Problems panel.
 */
export class Publisher {
  readonly #collection: DiagnosticCollection;
  readonly #findings: Findings;
  readonly #catalog: Catalog;
  readonly #board = new NewsBoard();
  readonly #docs: Uri;
  readonly #shown = new Map<string, string>();

  /**
   * @param extensionUri folder of the extension. The code of a diagnostic links to the page of its rule in docs/rules.
   */
  constructor(collection: DiagnosticCollection, findings: Findings, catalog: Catalog, extensionUri: Uri) {
    this.#collection = collection;
    this.#findings = findings;
    this.#catalog = catalog;
    this.#docs = Uri.joinPath(extensionUri, 'docs', 'rules');
  }

  /** Publishes the current findings of documents, and those of others that say the same, if they have changed. */
  publish(uris: readonly string[]): void {
    const touched = new Set<string>();
    for (const uri of uris) {
      const document = this.#catalog.get(uri);
      const place = { root: document?.root ?? '', file: document === undefined ? '' : pathFromTop(document) };
      const findings = withoutEchoes(Uri.parse(uri), this.#findings.of(uri));
      this.#board.post({ uri, ...place, findings }).forEach((other) => touched.add(other));
    }
    touched.forEach((uri) => this.#show(uri));
  }

  #show(uri: string): void {
    const shown = this.#board.shown(uri);
    const state = JSON.stringify(shown);
    if (state !== (this.#shown.get(uri) ?? '[]')) {
      this.#shown.set(uri, state);
      this.#collection.set(
        Uri.parse(uri),
        shown.map((finding) => this.#toDiagnostic(finding)),
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

  #toDiagnostic({ finding: { range, severity, rule }, message, quiet, related }: Shown): Diagnostic {
    const level = quiet ? DiagnosticSeverity.Hint : toSeverity(severity);
    const diagnostic = new Diagnostic(toRange(range), oneLine(message), level);
    if (related.length > 0) {
      diagnostic.relatedInformation = related
        .slice(0, mostRelated)
        .map(
          ({ uri, finding }) =>
            new DiagnosticRelatedInformation(
              new Location(Uri.parse(uri), toRange(finding.range)),
              oneLine(finding.message),
            ),
        );
    }
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
