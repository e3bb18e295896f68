import type { DocumentIndex } from '../catalog/search.ts';
import type { CatalogDocument } from '../document/document.ts';
import { UserError } from '../util/user-error.ts';
import { shownPath } from './document-facts.ts';
import { Refused } from './refused.ts';
import { shown } from './shown.ts';

/** What an agent named a document by, and where it is looked up. */
export interface Naming {
  /** As given. */
  readonly path: string;
  readonly documents: readonly CatalogDocument[];
  readonly texts: DocumentIndex;
  readonly pathOf: (document: CatalogDocument) => string;
}

/** Documents with other paths that are named instead. */
const mostOthers = 3;

/**
 * Returns the document of the index with a path. Nothing else is looked up: no file is opened. Throws a UserError for any other path,
 * with the paths of documents that have a similar name as its data, and for one that several documents are shown with: what is secret or hidden in
 * a path is not shown.
 */
export function documentNamed({ path, documents, texts, pathOf }: Naming): CatalogDocument {
  const wanted = path.trim().replace(/^\.\//, '');
  if (/^(?:[/\\~]|[a-z]:|[a-z][a-z\d+.-]*:\/\/)/i.test(wanted) || wanted.split(/[/\\]/).includes('..')) {
    throw new UserError(
      `"${shown(path)}" is not a path from an answer. Paths are relative, without "..": no other files can be read.`,
    );
  }
  const [found, ...others] = documents.filter((document) => shownPath(pathOf(document)) === wanted);
  if (others.length > 0) {
    throw new UserError(
      `${others.length + 1} documents are shown with the path "${shown(path)}". Ask the user which one is meant.`,
    );
  }
  if (found === undefined) {
    const name = wanted.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const nearest = texts.nearest(name.slice(0, 200), mostOthers).map((document) => shownPath(pathOf(document)));
    throw new Refused(
      `No indexed document has the path "${shown(path)}". Use a path from find_runbook or another answer.`,
      { nearestNames: nearest },
    );
  }
  return found;
}
