import path from 'node:path';
import { loadAlerts, newDocumentIndex } from '../../../src/core/index.ts';
import { surveyAt } from '../alerts/survey.ts';
import { textOf } from '../csv.ts';
import { indexedAt } from '../repositories.ts';
import { table } from '../table.ts';
import { parseQueries, type Query } from './queries.ts';
import { hasRipgrep, ripgrepFinds } from './ripgrep.ts';

/** The ranks of right answers to the queries of one form. */
interface Ranks {
  queries: number;
  first: number;
  inThree: number;
}

/** Returns, for each form of query, how often the right document is first and among three, for the search and for ripgrep. */
export async function findReport(root: string, file: string): Promise<string[]> {
  const { leadingAlerts } = await loadAlerts();
  const queries = parseQueries(await textOf(file), file);
  const [ours, theirs] = [new Map<string, Ranks>(), new Map<string, Ranks>()];
  const missed: string[] = [];
  const ripgrep = hasRipgrep();
  for (const [repository, own] of Map.groupBy(queries, (query) => query.repository)) {
    const folder = path.join(root, repository);
    const index = await newDocumentIndex();
    index.setAlerts(folder, leadingAlerts(await surveyAt(folder, repository.replace('__', '/'))));
    index.put((await indexedAt(folder)).documents());
    for (const query of own) {
      const found = index.find(query.text, 20).map(({ document }) => document.path);
      const rank = count(ours, query, found);
      if (rank !== 1) {
        missed.push(`${rank === 0 ? '–' : rank}  ${query.form}: ${query.text.replaceAll(/\s+/g, ' ').slice(0, 90)}`);
      }
      if (ripgrep) {
        count(theirs, query, ripgrepFinds(folder, query.text));
      }
    }
  }
  const rows = [...ours].map(([form, ranks]) => [
    form,
    ...columns(ranks),
    ...(ripgrep ? columns(theirs.get(form)) : []),
  ]);
  const peer = ripgrep ? ['rg first', 'rg in three'] : [];
  return [
    ...table([['form', 'first', 'in three', ...peer], ...rows]),
    ...(ripgrep ? [] : ['ripgrep is not installed; apt-get install ripgrep for a comparison.']),
    '',
    'Not first, with their rank:',
    ...missed,
  ];
}

/** Counts a query and returns the rank of its right answer; 0 if it is not found. */
function count(counts: Map<string, Ranks>, { form, answers }: Query, found: readonly string[]): number {
  const rank = found.findIndex((path) => answers.includes(path)) + 1;
  const ranks = counts.get(form) ?? { queries: 0, first: 0, inThree: 0 };
  counts.set(form, {
    queries: ranks.queries + 1,
    first: ranks.first + (rank === 1 ? 1 : 0),
    inThree: ranks.inThree + (rank >= 1 && rank <= 3 ? 1 : 0),
  });
  return rank;
}

function columns(ranks: Ranks = { queries: 0, first: 0, inThree: 0 }): string[] {
  return [`${ranks.first}/${ranks.queries}`, `${ranks.inThree}/${ranks.queries}`];
}
