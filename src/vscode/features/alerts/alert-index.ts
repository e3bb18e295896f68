import { EventEmitter, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { groupedBy, type AlertSurvey, type Objective } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { AlertHere, AlertSource, AlertTold, AlertUse, RuleFilesRead } from '../../services/alerts.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { WorkspaceStore } from '../../services/workspace-store.ts';
import type { AlertCore } from './core.ts';
import { FolderAlerts, type FoundAlert } from './folder-alerts.ts';

/** The alerts of all workspace folders. */
export class AlertIndex implements AlertSource, Disposable {
  readonly core: AlertCore;
  readonly #deps: Deps;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  /** Fires after the alerts of a folder were read. */
  readonly onDidChange = this.#changed.event;
  readonly #folders = new Map<string, FolderAlerts>();
  readonly #store: WorkspaceStore;
  #uses: ReadonlyMap<string, readonly AlertUse[]> | undefined;

  constructor(deps: Deps, core: AlertCore) {
    this.#deps = deps;
    this.core = core;
    this.#store = new WorkspaceStore(deps.files, () => deps.index.history, deps.index.ignoring);
    this.#disposables.add(
      workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      // Git may say now which addresses are those of the repository.
      workspace.onDidGrantWorkspaceTrust(() => this.folders.forEach((folder) => folder.refresh())),
    );
  }

  get folders(): readonly FolderAlerts[] {
    return [...this.#folders.values()];
  }

  /** All alerts but those of test data, in the order of files and places. */
  get alerts(): readonly FoundAlert[] {
    return this.folders.flatMap(({ alerts }) => alerts);
  }

  /** Reads the alerts of all folders, and resolves when they are known. */
  async load(): Promise<void> {
    const there = new Set(workspace.workspaceFolders?.map(({ uri }) => uri.toString()));
    for (const [key, folder] of this.#folders) {
      if (!there.has(key)) {
        folder.dispose();
        this.#folders.delete(key);
      }
    }
    for (const folder of workspace.workspaceFolders ?? []) {
      const key = folder.uri.toString();
      if (!this.#folders.has(key)) {
        const others = (): readonly FolderAlerts[] =>
          this.folders.filter((other) => other.folder.uri.toString() !== key);
        const hooks = { others, changed: () => this.#tell() };
        this.#folders.set(key, new FolderAlerts(folder, this.#deps, this.core, this.#store, hooks));
      }
    }
    await Promise.all(this.folders.map((folder) => folder.load()));
    this.#tell();
  }

  /** Resolves when all changes so far are read. */
  async settled(): Promise<void> {
    await Promise.all(this.folders.map((folder) => folder.settled()));
  }

  /** Returns the alerts of the workspace folder that a file is in; undefined if it is in none. */
  folderOf(uri: Uri): FolderAlerts | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString());
  }

  /** Returns the alerts of a rule file as it is in the editor. */
  alertsIn(document: TextDocument): readonly FoundAlert[] {
    return this.folderOf(document.uri)?.alertsIn(document) ?? [];
  }

  usesOf(uri: string): readonly AlertUse[] {
    this.#uses ??= this.#readUses();
    return this.#uses.get(uri) ?? [];
  }

  surveyOf(root: string): AlertSurvey | undefined {
    return this.#folders.get(root)?.survey;
  }

  ruleFilesOf(root: string): RuleFilesRead | undefined {
    const folder = this.#folders.get(root);
    const survey = folder?.survey;
    return folder && survey && { survey, files: survey.world.files.paths, ruleTexts: folder.texts };
  }

  objectivesOf(root: string): readonly Objective[] {
    return this.#folders.get(root)?.objectives ?? [];
  }

  fileOf(root: string, path: string): Uri | undefined {
    return this.#folders.get(root)?.uriOf(path);
  }

  at(document: TextDocument, line: number): AlertHere | undefined {
    const found = alertAtLine(this.alertsIn(document), line);
    return found && this.#hereOf(found);
  }

  async facts(pathOf: (uri: Uri) => string): Promise<readonly AlertTold[]> {
    await this.settled();
    // A file outside of the workspace has no path there.
    const within = (uri: Uri): string | undefined => workspace.getWorkspaceFolder(uri) && pathOf(uri);
    return this.folders.flatMap(({ folder, alerts }) =>
      alerts.map((found) => ({
        facts: this.core.alertFacts(found, {
          rules: () => pathOf(found.uri),
          target: (path) => within(found.home.uriOf(path)),
        }),
        root: folder.uri.toString(),
        surveyed: found.surveyed,
      })),
    );
  }

  dispose(): void {
    this.#folders.forEach((folder) => folder.dispose());
    this.#disposables.dispose();
  }

  #hereOf(found: FoundAlert): AlertHere {
    const target = this.folderOf(found.uri)?.targetOf(found);
    return { ...useOf(found), service: this.core.serviceOf(found.alert), runbook: target?.uri.toString() };
  }

  #readUses(): ReadonlyMap<string, readonly AlertUse[]> {
    const led = this.folders.flatMap((folder) =>
      folder.alerts.flatMap((found) => {
        const use = useOf(found);
        return folder.pagesOf(found).map((page) => ({ page: page.toString(), use }));
      }),
    );
    const pages = groupedBy(led, ({ page }) => page);
    return new Map([...pages].map(([page, uses]) => [page, uses.map(({ use }) => use)]));
  }

  #tell(): void {
    this.#uses = undefined;
    this.#deps.alerts.update(this);
    for (const { folder, survey } of this.folders) {
      if (survey !== undefined) {
        this.#deps.search.setAlerts(folder.uri.toString(), this.core.leadingAlerts(survey));
      }
    }
    this.#changed.fire();
  }
}

/** Returns the alert whose rule has a line (0-based): of rules in rules, the innermost. */
export function alertAtLine(alerts: readonly FoundAlert[], line: number): FoundAlert | undefined {
  return alerts
    .filter(({ alert: { extent } }) => extent.start.line <= line && line <= lastLineOf(extent))
    .toSorted((a, b) => b.alert.extent.start.line - a.alert.extent.start.line)[0];
}

/** The last line of a rule: a mapping of YAML ends where the next line begins. */
function lastLineOf({ start, end }: FoundAlert['alert']['extent']): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

function useOf({ alert, uri }: FoundAlert): AlertUse {
  return { name: alert.name, severity: alert.severity, uri: uri.toString(), line: alert.range.start.line };
}
