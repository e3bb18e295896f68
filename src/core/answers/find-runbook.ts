import type { DocumentIndex, Found, Why } from '../catalog/search.ts';
import type { CatalogDocument } from '../document/document.ts';
import { tellsIncident } from '../vocabulary/kind.ts';
import { factsOf, linesOf, shownRange } from './document-facts.ts';
import { limited, type Result } from './result.ts';
import { shown } from './shown.ts';
import { limits } from './tools.ts';

/** What is looked for. */
export interface FindRequest {
  readonly query: string;
  readonly limit?: number;
}

/** Documents that are ranked before incidents are left out. */
const looked = 40;
/** Documents that are named if none has a word of the question. */
const mostNearest = 3;

/** Returns the runbooks that answer a question, best first, without their text. @param pathOf gives the path that agents know. */
export function findRunbook(
  { query, limit = limits.find_runbook.usual }: FindRequest,
  texts: DocumentIndex,
  pathOf: (document: CatalogDocument) => string,
): Result {
  const found = texts
    .find(query, looked)
    .filter(({ document }) => !tellsIncident(document) && !document.isTemplate)
    .map((each) => rowOf(each, pathOf(each.document)));
  if (found.length === 0) {
    const nearest = texts
      .nearest(query.slice(0, 200), mostNearest)
      .filter((document) => !tellsIncident(document))
      .map((document) => factsOf(document, pathOf(document)));
    return {
      data: { runbooks: [], nearestNames: nearest },
      more: 'No runbook has a word of the query. Try other words.',
    };
  }
  const { rows, ...rest } = limited(found, limit, {
    noun: 'runbooks found',
    narrower: `The others answer less well. A higher limit gives more, at most ${limits.find_runbook.most}.`,
  });
  return { data: { runbooks: rows }, ...rest };
}

function rowOf({ document, place, why }: Found, path: string): object {
  const { section, line } = place ?? {};
  return {
    ...factsOf(document, path),
    ...(section !== undefined && {
      section: shown(section.title, undefined, document),
      lines: shownRange(linesOf(document, section)),
    }),
    ...(section === undefined && line !== undefined && { lines: [line + 1, line + 1] }),
    why: reasonOf(why),
  };
}

/** Why a document was found: by what, and by which words of the question. */
function reasonOf({ by, words, synonyms }: Why): object {
  return {
    by: typeof by === 'string' ? by : by.join(', '),
    ...(words.length > 0 && { words: words.slice(0, 10).map((word) => shown(word, 60)) }),
    ...(synonyms.length > 0 && { synonyms: synonyms.slice(0, 10) }),
  };
}
