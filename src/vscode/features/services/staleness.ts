import { l10n, workspace } from 'vscode';
import { findStale, UserError, type PastFiles, type Suspect } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';

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
  /** What could not be found out, as sentences. */
  readonly notes: readonly string[];
}

/** The runbooks that evidence speaks against, as the last look found them. Nothing is looked for unasked: it reads the history. */
export class Staleness {
  readonly #deps: Deps;
  readonly #past: () => Promise<PastFiles | undefined>;
  #known = new Map<string, ReadonlyMap<string, Suspect>>();

  /** @param past returns what files once were; undefined if git may not start. */
  constructor(deps: Deps, past: () => Promise<PastFiles | undefined>) {
    this.#deps = deps;
    this.#past = past;
  }

  /** Returns the sentences of evidence against a runbook, by its path from the top; none before a look. */
  evidenceFor(root: string, path: string): readonly string[] {
    return (
      this.#known
        .get(root)
        ?.get(path)
        ?.evidence.map(({ what }) => what) ?? []
    );
  }

  /** Looks through the history of all workspace folders. Rejects with a UserError if git may not start, and if the signal aborts. */
  async find(signal: AbortSignal): Promise<StaleFound> {
    const { alerts, index } = this.#deps;
    const past = await this.#past();
    if (past === undefined) {
      throw new UserError(
        l10n.t('The history tells what is stale, and git may not start in this workspace. Trust it first.'),
      );
    }
    await alerts.load();
    const found: FoundSuspect[] = [];
    const notes: string[] = [];
    const known = new Map<string, ReadonlyMap<string, Suspect>>();
    for (const { uri } of workspace.workspaceFolders ?? []) {
      const root = uri.toString();
      const read = alerts.ruleFilesOf(root);
      if (uri.scheme === 'file' && read !== undefined) {
        const request = { root: uri.fsPath, documentsOf: root, catalog: index.catalog, past, signal, ...read };
        const report = await findStale(request);
        signal.throwIfAborted();
        known.set(root, new Map(report.suspects.map((suspect) => [suspect.path, suspect])));
        found.push(...report.suspects.map((suspect) => ({ root, suspect })));
        notes.push(...report.notes);
      }
    }
    this.#known = known;
    return { suspects: found.toSorted((a, b) => b.suspect.score - a.suspect.score), notes };
  }
}
