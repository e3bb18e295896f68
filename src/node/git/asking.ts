import { GitFailure, type GitDoor, type Reading } from './door.ts';
import type { Found } from './find.ts';

/** The time before git is tried again after it did not answer. In milliseconds. */
const retryAfter = 60_000;

/** A repository where git did not answer. */
interface Silence {
  readonly failure: GitFailure;
  readonly until: number;
}

/** Reads git's output. After one call without an answer, the other calls of the repository are not waited for. */
export class Asking {
  readonly door: GitDoor;
  readonly #silences = new Map<string, Silence>();
  /** Aborts all calls of a repository. */
  readonly #ends = new Map<string, AbortController>();

  constructor(door: GitDoor) {
    this.door = door;
  }

  /** Returns git's output at the top of a repository. Rejects with a `GitFailure`. */
  async read(found: Found, args: readonly string[], how: Reading = {}): Promise<string> {
    const { top, broken } = found;
    if (broken !== undefined) {
      throw new GitFailure('refused', broken);
    }
    this.#refuseSilent(top);
    const end = this.#ends.get(top) ?? new AbortController();
    this.#ends.set(top, end);
    const signals = [...(how.signals ?? []), end.signal];
    try {
      return await this.door.read(top, args, { ...how, signals });
    } catch (error) {
      if (error instanceof GitFailure && error.kind === 'silent' && !end.signal.aborted) {
        this.#silences.set(top, { failure: error, until: Date.now() + retryAfter });
        this.#ends.delete(top);
        end.abort();
      }
      if (how.signals?.some(({ aborted }) => aborted) !== true) {
        this.#refuseSilent(top);
      }
      throw error;
    }
  }

  #refuseSilent(top: string): void {
    const silence = this.#silences.get(top);
    if (silence !== undefined && silence.until > Date.now()) {
      throw silence.failure;
    }
  }
}
