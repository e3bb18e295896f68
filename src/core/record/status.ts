import type { IncidentPhase } from '../vocabulary/language.ts';
import { idsByName } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';

export { incidentPhases, type IncidentPhase } from '../vocabulary/language.ts';

const phases = idsByName(({ phases: names }) => names);
const reviews = idsByName(({ reviews: names }) => names);

/** Returns the phase of an incident for the status of a record; undefined for the statuses of a review, and without a status. */
export function phaseOf(status: string | undefined): IncidentPhase | undefined {
  return status === undefined ? undefined : phases().get(normaliseName(status));
}

/** Returns whether an incident is still going on. */
export function isOpenPhase(phase: IncidentPhase | undefined): boolean {
  return phase !== undefined && phase !== 'resolved';
}

/** Returns whether the status of a record says that it is still being written. */
export function isDraft(status: string | undefined): boolean {
  const name = normaliseName(status ?? '');
  return reviews().get(name) === 'draft' && phaseOf(name) === undefined;
}

/**
 * Returns a status in the spelling of the team: as configured, else with a capital letter if the current status has one.
 * @param current status of the record.
 * @param configured statuses in the configuration.
 */
export function spelled(status: string, current: string | undefined, configured: readonly string[] = []): string {
  const own = configured.find((word) => normaliseName(word) === normaliseName(status));
  return own ?? (/^\p{Lu}\p{Ll}/u.test(current ?? '') ? status.charAt(0).toUpperCase() + status.slice(1) : status);
}
