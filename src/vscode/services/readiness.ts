import type { Memento } from 'vscode';

const storageKey = 'runbookLens.readiness';

/** What somebody has read and practised. */
interface Stored {
  /** What was read, by the URI of the runbook. */
  readonly read: Readonly<Record<string, Read>>;
  /** Drills, by the URI of the workspace folder and the key of the service. */
  readonly drills: Readonly<Record<string, readonly Drill[]>>;
}

/** A runbook as it was read. */
interface Read {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Of its text. */
  readonly hash: number;
}

/** A drill that somebody did. */
export interface Drill {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
}

/** Which runbooks the user has read, and which drills they did. It stays on their machine: nothing is written to the repository. */
export class Readiness {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** Returns the day on which a runbook was read; undefined if it was not. */
  readOn(runbook: string): string | undefined {
    return this.#stored().read[runbook]?.day;
  }

  /** Returns whether a runbook was read, and has the same text since. */
  isCurrent(runbook: string, text: string): boolean {
    const read = this.#stored().read[runbook];
    return read !== undefined && read.hash === hashOf(text);
  }

  /** Notes that a runbook was read. @param day YYYY-MM-DD. */
  async setRead(runbook: string, text: string, day: string): Promise<void> {
    const { read, drills } = this.#stored();
    await this.#state.update(storageKey, { read: { ...read, [runbook]: { day, hash: hashOf(text) } }, drills });
  }

  /** Notes that a runbook was not read. */
  async setUnread(runbook: string): Promise<void> {
    const { read, drills } = this.#stored();
    await this.#state.update(storageKey, {
      read: Object.fromEntries(Object.entries(read).filter(([uri]) => uri !== runbook)),
      drills,
    });
  }

  /** Returns the drills for a service, latest first. */
  drillsOf(root: string, service: string): readonly Drill[] {
    return (this.#stored().drills[`${root}|${service}`] ?? []).toSorted((a, b) => b.date.localeCompare(a.date));
  }

  /** Notes a drill. */
  async addDrill(root: string, service: string, drill: Drill): Promise<void> {
    const { read, drills } = this.#stored();
    const key = `${root}|${service}`;
    await this.#state.update(storageKey, { read, drills: { ...drills, [key]: [...(drills[key] ?? []), drill] } });
  }

  #stored(): Stored {
    const found = this.#state.get<Partial<Stored>>(storageKey);
    return { read: found?.read ?? {}, drills: found?.drills ?? {} };
  }
}

/** Returns a number that differs for nearly all other texts: FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
