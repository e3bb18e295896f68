import { rowsOf } from '../csv.ts';

/** A question that somebody may type or paste, and the documents that answer it. */
export interface Query {
  /** As a folder below the root: OWNER__NAME. */
  readonly repository: string;
  readonly text: string;
  /** What it looks like: a name, a symptom, a paste… */
  readonly form: string;
  /** Paths of the right answers. */
  readonly answers: readonly string[];
}

/** Returns the queries of a CSV file with the columns repo, query, kind and target (`PATH#ANCHOR|…`). Throws a UserError if it has others. */
export function parseQueries(text: string, file: string): Query[] {
  return rowsOf(text, ['repo', 'query', 'kind', 'target'], file).map(({ repo, query, kind, target }) => ({
    repository: repo.replace('/', '__'),
    text: query,
    form: kind,
    answers: target.split('|').map((answer) => answer.replace(/#.*$/, '')),
  }));
}
