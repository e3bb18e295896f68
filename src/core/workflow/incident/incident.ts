import { readDocument, type CatalogDocument } from '../../document/document.ts';
import { conflictsOf, sideOf } from '../../document/conflicts.ts';
import { instantOf, instantOfEntry } from '../../time/instant.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { documentZone } from '../../record/timeline/stated-zone.ts';
import { statedTimes } from '../../record/timeline/stated-times.ts';
import type { Step } from '../../vocabulary/language.ts';
import { incidentPhases, isOpenPhase, phaseOf, type IncidentPhase } from '../../record/status.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

/** The facts of a record about its incident. */
export interface Incident {
  readonly document: CatalogDocument;
  readonly phase: IncidentPhase;
  /** When it began: as stated, else the first entry of its timeline, else its day. */
  readonly started?: Date;
  /** Git could not merge the record: nothing can be read from it, nor written to it, before somebody has. */
  readonly conflicted: boolean;
}

/** Returns the incident of a record that is not a postmortem yet, resolved or not; undefined for other documents. */
export function incidentOf(document: CatalogDocument): Incident | undefined {
  const conflicted = tellsIncident(document) && conflictsOf(document).length > 0;
  const phase = tellsIncident(document)
    ? (phaseOf(document.metadata.status) ?? (conflicted ? phaseOfSides(document) : undefined))
    : undefined;
  if (phase === undefined) {
    return undefined;
  }
  const started = timeOf(document, 'start') ?? firstEntry(document) ?? dayOf(document);
  return { document, phase, ...(started && { started }), conflicted };
}

/** The phase of a record whose status has a conflict, by its sides: an incident that goes on for one of them goes on. */
function phaseOfSides(document: CatalogDocument): IncidentPhase | undefined {
  const phases = (['ours', 'theirs'] as const).map((side) =>
    phaseOf(readDocument(document, sideOf(document, side), document).metadata.status),
  );
  return phases.find(isOpenPhase) ?? phases.find((phase) => phase !== undefined);
}

/** Returns the open incidents, worst first by status, then newest first. */
export function openIncidents(documents: readonly CatalogDocument[]): Incident[] {
  return documents
    .flatMap((document) => incidentOf(document) ?? [])
    .filter(({ phase }) => isOpenPhase(phase))
    .toSorted(
      (a, b) =>
        incidentPhases.indexOf(a.phase) - incidentPhases.indexOf(b.phase) ||
        (b.started?.getTime() ?? 0) - (a.started?.getTime() ?? 0) ||
        a.document.path.localeCompare(b.document.path),
    );
}

/** Returns the time of a step, if the record states it; in UTC if it states no zone. */
export function timeOf(document: CatalogDocument, step: Step): Date | undefined {
  const found = statedTimes(document)
    .flatMap(({ times }) => times)
    .find((time) => time.step === step && time.moment.clock !== undefined);
  if (found === undefined) {
    return undefined;
  }
  const { moment } = found;
  const zone = moment.zone ?? documentZone(document);
  return instantOf({ ...moment, zone }) ?? instantOf({ ...moment, zone: 'UTC' });
}

function firstEntry(document: CatalogDocument): Date | undefined {
  const times = readTimelines(document)
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.clock === undefined ? [] : (instantOfEntry(entry)?.getTime() ?? [])));
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

function dayOf({ metadata: { date } }: CatalogDocument): Date | undefined {
  return date?.length === 10 ? instantOf({ date, zone: 'UTC' }) : undefined;
}
