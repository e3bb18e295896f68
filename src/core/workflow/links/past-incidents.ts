import type { CatalogDocument } from '../../document/document.ts';
import { linkedPaths } from '../../document/links/links.ts';
import { tellsIncident, tellsProcedure } from '../../vocabulary/kind.ts';

/** Which postmortems belong to which runbook: those that link to it, and those that it links to. */
export class PastIncidents {
  readonly #byRunbook = new Map<string, CatalogDocument[]>();

  constructor(documents: Iterable<CatalogDocument>) {
    const linked = [...documents].filter(({ kind }) => kind !== 'other');
    const places = new Map(linked.map((document) => [keyOf(document), document]));
    const found = new Map<string, Set<CatalogDocument>>();
    for (const document of linked) {
      for (const path of linkedPaths(document)) {
        const other = places.get(keyOf({ root: document.root, path }));
        const both = other === undefined ? [] : [document, other];
        const [runbook, record] = [both.find(tellsProcedure), both.find(tellsIncident)];
        if (runbook !== undefined && record !== undefined) {
          const incidents = found.get(runbook.uri) ?? new Set();
          found.set(runbook.uri, incidents.add(record));
        }
      }
    }
    for (const [uri, incidents] of found) {
      this.#byRunbook.set(uri, [...incidents].toSorted(newestFirst));
    }
  }

  /** Returns the postmortems of a runbook's past incidents, newest first; none for other documents. */
  of({ uri }: Pick<CatalogDocument, 'uri'>): readonly CatalogDocument[] {
    return this.#byRunbook.get(uri) ?? [];
  }
}

function keyOf({ root, path }: Pick<CatalogDocument, 'root' | 'path'>): string {
  return `${root}\n${path}`;
}

/** Those without a date come last. */
function newestFirst(a: CatalogDocument, b: CatalogDocument): number {
  const [first = '', second = ''] = [a.metadata.date, b.metadata.date];
  return first === second ? a.title.localeCompare(b.title, 'en') : first < second ? 1 : -1;
}
