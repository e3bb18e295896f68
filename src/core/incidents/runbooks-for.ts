import type { CatalogDocument } from '../catalog/document.ts';
import { normaliseName } from '../sections/normalise.ts';

/** Words that tell nothing about what a title is about. */
const common = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'not',
  'high',
  'low',
  'down',
  'incident',
  'alert',
  'error',
  'errors',
]);

/**
 * The runbooks that may help in an incident, the likeliest first: those that its record names or links to, then those of its services that
 * share words with it, then others of its services or with such words. Empty where none has anything to do with it.
 */
export function runbooksFor(record: CatalogDocument, documents: readonly CatalogDocument[]): CatalogDocument[] {
  const services = new Set((record.metadata.services ?? []).map((name) => name.toLowerCase()));
  const words = wordsOf(record.title);
  const scored = documents
    .filter(({ kind, root }) => kind === 'runbook' && root === record.root)
    .map((runbook) => ({ runbook, score: scoreOf(record, runbook, services, words) }))
    .filter(({ score }) => score > 0);
  return scored
    .toSorted((a, b) => b.score - a.score || a.runbook.title.localeCompare(b.runbook.title))
    .map(({ runbook }) => runbook);
}

function scoreOf(
  record: CatalogDocument,
  runbook: CatalogDocument,
  services: ReadonlySet<string>,
  words: ReadonlySet<string>,
): number {
  const name = runbook.path.slice(runbook.path.lastIndexOf('/') + 1);
  const named = record.text.includes(name) || (runbook.title.length > 5 && record.text.includes(runbook.title));
  const own = (runbook.metadata.services ?? []).map((service) => service.toLowerCase());
  const folders = runbook.path.toLowerCase().split('/').slice(0, -1);
  const ofService = own.some((service) => services.has(service)) || folders.some((folder) => services.has(folder));
  const shared = [...wordsOf(runbook.title)].filter((word) => words.has(word)).length;
  return (named ? 100 : 0) + (ofService ? 10 : 0) + Math.min(shared, 5) * 3;
}

/** The words of a title that tell something, also those written together as in "ParcelApiLatencyHigh". */
function wordsOf(title: string): Set<string> {
  const apart = title.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return new Set(
    normaliseName(apart)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !common.has(word)),
  );
}
