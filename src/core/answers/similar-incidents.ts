import type { DocumentIndex, SimilarIncident } from '../catalog/search.ts';
import type { CatalogDocument } from '../document/document.ts';
import { toldOf, whatFixed } from '../workflow/incident/told.ts';
import { factsOf } from './document-facts.ts';
import type { Result } from './result.ts';
import { shown } from './shown.ts';
import { limits } from './tools.ts';

/** The incident that others are compared with: its record, or a text about it. */
export type ComparedWith = { readonly record: CatalogDocument } | { readonly text: string };

/** Returns the past incidents that are most like one, best first, with what ended them. */
export function similarIncidents(
  asked: ComparedWith,
  limit: number = limits.similar_incidents.usual,
  texts: DocumentIndex,
  pathOf: (document: CatalogDocument) => string,
): Result {
  const compared = 'text' in asked ? asked.text : { ...toldOf(asked.record), uri: asked.record.uri };
  const rows = texts.similar(compared, limit).map((found) => rowOf(found, pathOf(found.document)));
  return {
    data: { incidents: rows },
    ...(rows.length === 0 && { more: 'No past incident is like this one.' }),
  };
}

function rowOf({ document, score, why: { services, errors, words } }: SimilarIncident, path: string): object {
  const fixed = whatFixed(document);
  return {
    ...factsOf(document, path),
    score: Math.round(score * 100) / 100,
    why: {
      ...(services.length > 0 && { services: services.slice(0, 10).map((name) => shown(name, 80, document)) }),
      ...(errors.length > 0 && { error: shown(errors[0] ?? '', undefined, document) }),
      ...(words.length > 0 && { words: words.map((word) => shown(word, 60, document)) }),
    },
    ...(fixed && { fixed: { text: shown(fixed.text, undefined, document), lines: [fixed.line + 1, fixed.line + 1] } }),
  };
}
