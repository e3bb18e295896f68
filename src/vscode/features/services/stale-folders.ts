import { isUserError, type StaleReport, type Suspect } from '../../../core/index.ts';

/** A workspace folder in which stale runbooks are looked for. */
export interface StaleFolder {
  /** Its URI. */
  readonly root: string;
  /** As users know it. */
  readonly name: string;
  /** Looks in it; or why that is not possible, as a sentence. */
  readonly look: (() => Promise<StaleReport>) | string;
}

/** A runbook of a workspace folder that evidence speaks against. */
export interface FoundSuspect {
  /** URI of the workspace folder. */
  readonly root: string;
  readonly suspect: Suspect;
}

/** What a look for stale runbooks has found. */
export interface StaleFound {
  /** The strongest evidence first. */
  readonly suspects: readonly FoundSuspect[];
  /** What could not be found out, as sentences that begin with the name of the folder. */
  readonly notes: readonly string[];
  /** Whether there was any history to look in: without one, no suspects mean nothing. */
  readonly hasLooked: boolean;
}

/**
 * Looks for stale runbooks in some folders, one after the other. A UserError in one of them becomes a note, and the others are looked in.
 * Rejects with other errors, and if the signal aborts.
 */
export async function lookThrough(folders: readonly StaleFolder[], signal: AbortSignal): Promise<StaleFound> {
  const suspects: FoundSuspect[] = [];
  const notes: string[] = [];
  let hasLooked = false;
  for (const { root, name, look } of folders) {
    const report = typeof look === 'string' ? look : await look().catch(messageOf);
    signal.throwIfAborted();
    if (typeof report === 'string') {
      notes.push(`${name}: ${report}`);
    } else {
      hasLooked ||= report.hasHistory;
      suspects.push(...report.suspects.map((suspect) => ({ root, suspect })));
      notes.push(...report.notes.map((note) => `${name}: ${note}`));
    }
  }
  return { suspects: suspects.toSorted((a, b) => b.suspect.score - a.suspect.score), notes, hasLooked };
}

function messageOf(error: unknown): string {
  if (!isUserError(error)) {
    throw error;
  }
  return error.message;
}

/** Returns whether a note of a review would answer some of the evidence. What is gone counts until the line that names it changes. */
export function mayBeReviewed({ evidence }: Suspect): boolean {
  return evidence.some(({ kind }) => kind === 'rule-changed' || kind === 'incident');
}
