import type { IncidentPhase } from '../vocabulary/language.ts';
import { idsByName } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';

export { incidentPhases, type IncidentPhase } from '../vocabulary/language.ts';

const phases = idsByName(({ phases: names }) => names);

/** The phase that a record's status stands for; undefined for the statuses of a review, and without one. */
export function phaseOf(status: string | undefined): IncidentPhase | undefined {
  return status === undefined ? undefined : phases().get(normaliseName(status));
}

/** Whether an incident is still going on. */
export function isOpenPhase(phase: IncidentPhase | undefined): boolean {
  return phase !== undefined && phase !== 'resolved';
}

/**
 * A status as a team writes it: as its configuration spells it, else with a capital letter where the record's present one has one.
 * @param current the record's present status.
 * @param configured the statuses that the team's configuration names.
 */
export function spelled(status: string, current: string | undefined, configured: readonly string[] = []): string {
  const own = configured.find((word) => normaliseName(word) === normaliseName(status));
  return own ?? (/^\p{Lu}\p{Ll}/u.test(current ?? '') ? status.charAt(0).toUpperCase() + status.slice(1) : status);
}
