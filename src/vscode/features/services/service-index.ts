import { EventEmitter, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import { readServices, type ServiceBook } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Debouncer } from '../../services/debounce.ts';
import { DisposableStore } from '../../services/disposables.ts';

/** Changes within this time are one. In milliseconds. */
const refreshDelay = 400;

/** The services of a workspace folder. */
export interface FolderServices extends ServiceBook {
  readonly folder: WorkspaceFolder;
}

/** The services of all workspace folders, computed on demand. */
export class ServiceIndex implements Disposable {
  readonly #deps: Deps;
  readonly #evidenceFor: (root: string, path: string) => readonly string[];
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  /** Fires after documents, alerts or folders changed. */
  readonly onDidChange = this.#changed.event;
  #known: readonly FolderServices[] | undefined;
  #day = '';

  /** @param evidenceFor returns what speaks against a runbook, by the workspace folder and its path from the top. */
  constructor(deps: Deps, evidenceFor: (root: string, path: string) => readonly string[]) {
    this.#deps = deps;
    this.#evidenceFor = evidenceFor;
    const soon = this.#store.add(new Debouncer(refreshDelay, () => this.refresh()));
    const schedule = (): void => soon.schedule();
    this.#store.add(
      deps.index.catalog.onDidChange(schedule),
      deps.alerts.onDidChange(schedule),
      deps.findings.onDidChange(schedule),
      workspace.onDidChangeWorkspaceFolders(schedule),
    );
  }

  /** The workspace folders that have services. */
  get folders(): readonly FolderServices[] {
    const { today } = this.#deps.index.catalog;
    if (today !== this.#day) {
      // What is overdue depends on the day.
      this.#day = today;
      this.#known = undefined;
    }
    this.#known ??= (workspace.workspaceFolders ?? [])
      .map((folder) => this.#read(folder))
      .filter(({ services }) => services.all.length > 0);
    return this.#known;
  }

  /** Computes everything anew when it is asked for. */
  refresh(): void {
    this.#known = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #read(folder: WorkspaceFolder): FolderServices {
    const { index, alerts, findings } = this.#deps;
    const root = folder.uri.toString();
    const book = readServices({
      catalog: index.catalog,
      root,
      findingsOf: ({ uri }) => findings.of(uri),
      evidenceFor: (path) => this.#evidenceFor(root, path),
      survey: alerts.surveyOf(root),
      objectives: alerts.objectivesOf(root),
    });
    return { folder, ...book };
  }
}
