import type { Memento } from 'vscode';

const storageKey = 'runbookLens.readiness';

/** What somebody has read and practised. */
interface Stored {
  /** YYYY-MM-DD on which a runbook was read, by its URI. */
  readonly read: Readonly<Record<string, string>>;
  /** Drills, by the URI of the workspace folder and the key of the service. */
  readonly drills: Readonly<Record<string, readonly Drill[]>>;
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
    return this.#stored().read[runbook];
  }

  /** Notes that a runbook was read. @param day YYYY-MM-DD; undefined for not read. */
  async setRead(runbook: string, day: string | undefined): Promise<void> {
    const { read, drills } = this.#stored();
    const others = Object.entries(read).filter(([uri]) => uri !== runbook);
    await this.#state.update(storageKey, {
      read: Object.fromEntries(day === undefined ? others : [...others, [runbook, day]]),
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
