import type { CatalogDocument } from '../document/document.ts';
import { readTimelines } from '../record/timeline/read.ts';
import { isOpenPhase } from '../record/status.ts';
import { instantOfEntry } from '../time/instant.ts';
import { incidentOf } from '../workflow/incident/incident.ts';
import { recordedIncident } from './recorded-incident.ts';

/** When an incident was, for a look at what was measured then. */
export interface IncidentSpan {
  readonly from: Date;
  /** Absent while it is open. */
  readonly to?: Date;
}

/** The length of an incident whose record does not tell it. In milliseconds. */
const unknownLength = 60 * 60_000;

/**
 * Returns when an incident was, by its record: its stated start and end, else its first and last entries with a time, else the day. A
 * record that is not open and tells no end gives an hour. Undefined if it tells no time at all, or is none.
 */
export function incidentSpan(document: CatalogDocument): IncidentSpan | undefined {
  const recorded = recordedIncident(document);
  if (recorded === undefined) {
    return undefined;
  }
  const entries = readTimelines(document)
    .flatMap((timeline) => timeline.entries)
    .flatMap((entry) => (entry.clock === undefined ? [] : (instantOfEntry(entry)?.getTime() ?? [])));
  const incident = incidentOf(document);
  const day = recorded.day === undefined ? undefined : new Date(`${recorded.day}T00:00:00Z`);
  const first = entries.length === 0 ? undefined : new Date(Math.min(...entries));
  const from = recorded.start ?? first ?? incident?.started ?? day;
  if (from === undefined || (incident !== undefined && isOpenPhase(incident.phase))) {
    return from && { from };
  }
  const last = entries.length === 0 ? undefined : new Date(Math.max(...entries));
  const to = recorded.end ?? (last !== undefined && last > from ? last : new Date(from.getTime() + unknownLength));
  return { from, to: to > from ? to : new Date(from.getTime() + unknownLength) };
}
