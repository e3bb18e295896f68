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
  /** Whether the record tells no time of day: then it is the whole day. */
  readonly approximate?: true;
}

const hour = 60 * 60_000;
const wholeDay = 24 * hour;

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
  const phase = incidentOf(document)?.phase;
  const isOpen = phase !== undefined && isOpenPhase(phase);
  const exact = recorded.start ?? (entries.length === 0 ? undefined : new Date(Math.min(...entries)));
  const day = recorded.day === undefined ? undefined : new Date(`${recorded.day}T00:00:00Z`);
  const from = exact ?? day;
  if (from === undefined) {
    return undefined;
  }
  const approximate = exact === undefined && { approximate: true as const };
  if (isOpen) {
    return { from, ...approximate };
  }
  const last = entries.length === 0 ? undefined : new Date(Math.max(...entries));
  const length = exact === undefined ? wholeDay : hour;
  const to = [recorded.end, last].find((end) => end !== undefined && end > from);
  return { from, to: to ?? new Date(from.getTime() + length), ...approximate };
}
