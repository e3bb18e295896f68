import type { Catalog } from '../../catalog/catalog.ts';
import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { daysAfter } from '../../time/calendar.ts';
import type { Breaks } from '../../util/breaks.ts';
import { incidentFacts } from '../../workflow/review/facts.ts';
import { dayOf, type Evidence } from './evidence.ts';
import { namedPaths } from './named-paths.ts';
import type { Past } from './past.ts';
import { graceDays } from './rule-changes.ts';

/**
 * Returns the incident records of each runbook: those that link to it or that it links to, and those that name its path.
 * @param repositories names of the repository, `owner/name`.
 * @param breaks taken between documents.
 */
export async function recordsByRunbook(
  catalog: Catalog,
  runbooks: readonly CatalogDocument[],
  repositories: readonly string[],
  breaks: Breaks,
): Promise<Map<CatalogDocument, ReadonlySet<CatalogDocument>>> {
  const paths = new Map(runbooks.map((runbook) => [pathFromTop(runbook), runbook]));
  const records = new Map<CatalogDocument, Set<CatalogDocument>>();
  for (const runbook of runbooks) {
    await breaks.take();
    records.set(runbook, new Set(catalog.pastIncidents(runbook)));
  }
  for (const record of catalog.documents('postmortem')) {
    await breaks.take();
    for (const { targets } of namedPaths(record, repositories)) {
      const runbook = targets.map((target) => paths.get(target)).find((found) => found !== undefined);
      if (runbook !== undefined) {
        records.get(runbook)?.add(record);
      }
    }
  }
  return records;
}

/**
 * Returns the evidence that a runbook was used in an incident and not touched since. An incident of the last two weeks is none yet.
 * @param records postmortems that belong to it.
 * @param today YYYY-MM-DD.
 */
export function incidentEvidence(
  runbook: CatalogDocument,
  records: ReadonlySet<CatalogDocument>,
  past: Past,
  today: string,
): Evidence[] {
  const care = past.lastCare(pathFromTop(runbook));
  const due = daysAfter(today, -graceDays);
  const later = [...records].flatMap((record) => {
    const day = dayOfIncident(record);
    return care === undefined || day === undefined || day <= dayOf(care.date) || day > due ? [] : [{ record, day }];
  });
  const [latest] = later.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (latest === undefined || care === undefined) {
    return [];
  }
  const { record, day } = latest;
  const others = later.length === 1 ? '' : ` and of ${later.length - 1} more`;
  return [
    {
      kind: 'incident',
      what: `The postmortem "${record.title}"${others} names it, and nobody has changed it since ${dayOf(care.date)}`,
      path: pathFromTop(record),
      line: record.titleRange.start.line,
      date: day,
      weight: 2,
    },
  ];
}

/** The day on which an incident ended, else its date; undefined unless it is known to the day. */
function dayOfIncident(record: CatalogDocument): string | undefined {
  const day = incidentFacts(record).resolved?.moment.date ?? record.metadata.date;
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}
