import type { CatalogDocument } from '../../document/document.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { rankRunbooks } from '../lessons/rank.ts';

/** Shorter names are words of any title. In characters. */
const shortestName = 6;

/**
 * Returns the runbook to open for an incident: the one whose title or file name is in the title of the record, or that of an alert that leads
 * to it, else the most likely one that is linked with it or of its service. Undefined if there is none.
 * @param alertsOf returns the names of the alerts that lead to a runbook.
 */
export function likelyRunbook(
  record: CatalogDocument,
  runbooks: readonly CatalogDocument[],
  alertsOf: (runbook: CatalogDocument) => readonly string[] = () => [],
): CatalogDocument | undefined {
  const ranked = rankRunbooks(record, runbooks);
  const title = plain(record.title);
  const named = ranked.find(({ runbook }) =>
    [runbook.title, fileName(runbook.path), ...alertsOf(runbook)]
      .map(plain)
      .some((name) => name.trim().length >= shortestName && title.includes(name)),
  );
  const first = ranked.find(({ reason }) => reason === 'linked' || reason === 'service');
  return (named ?? first)?.runbook;
}

/** A name in words between blanks; "DiskAlmostFull" has three. */
function plain(name: string): string {
  const parts = name.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ');
  return ` ${normaliseName(parts)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
