import type { CatalogDocument } from '../document/document.ts';
import { readTimelines } from '../record/timeline/read.ts';
import { openIncidents, type Incident } from '../workflow/incident/incident.ts';
import { commander, holderOf } from '../workflow/incident/roles.ts';
import { factsOf, shownRange } from './document-facts.ts';
import type { OfService } from './of-service.ts';
import { limited, type Result } from './result.ts';
import { shown } from './shown.ts';

/** More open incidents are left out: those of services that are not asked for. */
const mostOpen = 20;

/** Returns the open incidents, worst first. @param service only those of it. @param pathOf returns the path that agents know. */
export function getOpenIncidents(
  documents: readonly CatalogDocument[],
  pathOf: (document: CatalogDocument) => string,
  service: OfService | undefined,
): Result {
  const open = openIncidents(documents).filter(
    ({ document }) => service === undefined || service.hasDocument(document),
  );
  const { rows, ...rest } = limited(open, mostOpen, { noun: 'open incidents', narrower: 'Ask by service.' });
  return { data: { incidents: rows.map((incident) => rowOf(incident, pathOf(incident.document))) }, ...rest };
}

function rowOf({ document, phase, started, conflicted }: Incident, path: string): object {
  const lead = holderOf(document, commander);
  const entries = readTimelines(document).flatMap(({ entries }) => entries);
  const last = entries.toSorted((a, b) => a.range.end.line - b.range.end.line).at(-1);
  return {
    ...factsOf(document, path),
    phase,
    ...(started && { started: started.toISOString() }),
    ...(lead !== undefined && { commander: shown(lead, 100, document) }),
    // Git could not merge the record: what it says may be wrong.
    ...(conflicted && { conflicted }),
    ...(last && {
      lastEntry: {
        text: shown(last.text, 300, document),
        lines: shownRange({ first: last.range.start.line, last: last.range.end.line }),
      },
    }),
  };
}
