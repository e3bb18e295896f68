import { isDocumentKind, type Finding } from '../../../src/core/index.ts';
import type { Repository } from '../repositories.ts';

/** A finding, and the text that it is about. */
export interface Told {
  readonly root: string;
  readonly repository: string;
  readonly path: string;
  readonly text: string;
  /** Findings of one group of a document are one piece of news for its reader. */
  readonly finding: Finding & { readonly group?: string };
}

/** The findings of one repository. */
export interface Telling {
  readonly repository: string;
  /** Documents that are checked. */
  readonly checked: number;
  readonly told: readonly Told[];
}

/** Returns the findings of all runbooks and postmortems of a repository, in the order of their paths. */
export function tellingOf(root: string, { name, catalog }: Repository): Telling {
  const checked = catalog
    .documents()
    .filter(({ kind }) => isDocumentKind(kind))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    repository: name,
    checked: checked.length,
    told: checked.flatMap(({ uri, path, text }) =>
      catalog.findings(uri).map((finding) => ({ root, repository: name, path, text, finding })),
    ),
  };
}
