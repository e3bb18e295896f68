import {
  Range,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import {
  candidateTest,
  mayDefineObjectives,
  readObjectives,
  type CatalogDocument,
  type FileStore,
  type Alert,
  type AlertFile,
  type AlertFinding,
  type AlertSurvey,
  type Heading,
  type Objective,
  type ObjectiveFile,
  type SurveyedAlert,
  type TeamSurvey,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Debouncer } from '../../services/debounce.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { unsavedText } from '../../services/open-texts.ts';
import { onDidChangeSetting, readSetting } from '../../services/settings.ts';
import { pathBelow } from '../../services/workspace-store.ts';
import type { AlertCore } from './core.ts';

/** Changes within this time are one survey. In milliseconds. */
const refreshDelay = 400;

/** Files that say where a site's pages are. */
const siteConfiguration =
  /(?:^|\/)(?:mkdocs\.ya?ml|hugo\.\w+|config\.(?:toml|ya?ml|json)|docusaurus\.config\.\w+|astro\.config\.\w+|antora[\w-]*\.ya?ml|_config\.ya?ml|CNAME)$/;

/** An alert with its rule file. */
export interface FoundAlert extends SurveyedAlert {
  readonly uri: Uri;
  /** The folder from whose top the path of its runbook counts; its own, or another of the workspace. */
  readonly home: FolderAlerts;
  /** The same as its own folder has it, without the others. */
  readonly surveyed: SurveyedAlert;
}

/** A rule file as it was read. */
interface RuleFile {
  readonly text: string;
  /** Undefined if it defines no alerts. */
  readonly file: AlertFile | undefined;
  /** Undefined if it says nothing about objectives. */
  readonly objectives: ObjectiveFile | undefined;
}

/** What is wrong in a file about objectives. */
export interface ObjectiveFinding {
  readonly range: Range;
  readonly message: string;
}

/** Where an alert leads. */
export interface Target {
  readonly uri: Uri;
  /** If it is indexed. */
  readonly document: CatalogDocument | undefined;
  /** Undefined for the whole page, and if the heading is not known. */
  readonly heading: Heading | undefined;
}

/** The alerts of one workspace folder. Links count from the top of its repository. */
export class FolderAlerts implements Disposable {
  readonly folder: WorkspaceFolder;
  readonly #deps: Deps;
  readonly #core: AlertCore;
  readonly #store: FileStore;
  readonly #others: () => readonly FolderAlerts[];
  readonly #changed: () => void;
  readonly #disposables = new DisposableStore();
  readonly #soon: Debouncer;
  readonly #life = new AbortController();
  /** What rule files say, by path; undefined for files without alerts and objectives. */
  readonly #known = new Map<string, RuleFile | undefined>();
  /** The texts that the last survey is about, by path. */
  #texts: ReadonlyMap<string, string> = new Map();
  /** The number of changes of files so far: what was read before the last one may be old. */
  #notes = 0;
  #paths: readonly string[] | undefined;
  #remotes: readonly string[] = [];
  #keys = '';
  #unread = '';
  #top: Uri;
  #prefix = '';
  #survey: AlertSurvey | undefined;
  /** The files about objectives, in the order of paths. */
  #objectives: readonly RuleFile[] = [];
  #running: Promise<void> = Promise.resolve();

  /** @param others returns the other folders of the workspace. @param changed is called after each survey. */
  constructor(
    folder: WorkspaceFolder,
    deps: Deps,
    core: AlertCore,
    store: FileStore,
    { others, changed }: { readonly others: () => readonly FolderAlerts[]; readonly changed: () => void },
  ) {
    this.folder = folder;
    this.#deps = deps;
    this.#core = core;
    this.#store = store;
    this.#others = others;
    this.#changed = changed;
    this.#top = folder.uri;
    this.#soon = this.#disposables.add(new Debouncer(refreshDelay, () => this.#start()));
    const watcher = this.#disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**')));
    const listed = (uri: Uri): void => {
      if (this.#note(uri) && this.#mayMatter(uri)) {
        this.#paths = undefined;
        this.#soon.schedule();
      }
    };
    this.#disposables.add(
      watcher.onDidCreate(listed),
      watcher.onDidDelete(listed),
      watcher.onDidChange((uri) => this.#touch(uri)),
      workspace.onDidChangeTextDocument(({ document }) => this.#touch(document.uri)),
      onDidChangeSetting(['files.exclude'], () => this.#soon.schedule()),
      deps.index.catalog.onDidChange(({ changed }) => changed.forEach((uri) => this.#touch(Uri.parse(uri)))),
    );
  }

  /** Path from the top of the repository to the folder, ending in `/`; empty at the top. */
  get prefix(): string {
    return this.#prefix;
  }

  /** The result of the last survey; undefined before the first. */
  get survey(): AlertSurvey | undefined {
    return this.#survey;
  }

  /** The texts of the rule files of the last survey, by path. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** The service level objectives of its files. */
  get objectives(): readonly Objective[] {
    return this.#objectives.flatMap(({ objectives }) => objectives?.objectives ?? []);
  }

  /** What is wrong in files about objectives, by path; none if checks are turned off. */
  get objectiveFindings(): ReadonlyMap<string, readonly ObjectiveFinding[]> {
    const checked = this.#objectives.flatMap(({ text, objectives }) =>
      objectives !== undefined && readSetting('checks.enabled', this.uriOf(objectives.path))
        ? [[objectives.path, problemsIn(text, objectives)] as const]
        : [],
    );
    return new Map(checked);
  }

  /** All alerts but those of test data. */
  get alerts(): readonly FoundAlert[] {
    return (this.#survey?.alerts ?? [])
      .filter(({ alert }) => !alert.test)
      .map((found) => this.#found(found, this.uriOf(found.path)));
  }

  /** Surveys the folder, and resolves when its alerts are known. */
  load(): Promise<void> {
    this.#start();
    return this.#running;
  }

  /** What stands before the path of a page in the repository's forge; undefined if its remotes do not say. */
  get forge(): string | undefined {
    return this.#remotes.map((remote) => this.#core.forgeOf(remote)).find((forge) => forge !== undefined);
  }

  /** The rule files with alerts. */
  get files(): readonly AlertFile[] {
    return this.#survey?.files ?? [];
  }

  /** Returns the findings in a rule file, as of the last survey; none if checks are turned off. */
  findingsIn(path: string): readonly AlertFinding[] {
    return this.#survey === undefined ? [] : this.#findings(this.#survey, path, this.#texts.get(path) ?? '');
  }

  /** Returns the findings in a rule file as it is in the editor. */
  findingsOf(document: TextDocument): readonly AlertFinding[] {
    const path = this.pathOf(document.uri);
    if (path === undefined || this.#survey === undefined) {
      return [];
    }
    const others = this.#survey.alerts.filter((each) => each.path !== path);
    const survey = { ...this.#survey, alerts: [...others, ...this.alertsIn(document)] };
    return this.#findings(survey, path, document.getText());
  }

  /** Reads everything again, soon: the workspace is trusted now, or something was written where no watcher looks. */
  refresh(): void {
    this.#notes += 1;
    this.#paths = undefined;
    this.#known.clear();
    this.#soon.schedule();
  }

  /** Resolves when no survey runs or waits. */
  async settled(): Promise<void> {
    this.#soon.flush();
    await this.#running;
  }

  /** Returns the URI of a path that counts from the top of the repository. */
  uriOf(path: string): Uri {
    return Uri.joinPath(this.#top, path);
  }

  /** Returns the path of a file from the top of the repository; undefined if it is elsewhere. */
  pathOf(uri: Uri): string | undefined {
    return pathBelow(this.#top, uri);
  }

  /** Returns the runbook or other indexed document at a path from the top of the repository. */
  documentAt(path: string): CatalogDocument | undefined {
    return this.#deps.index.catalog.get(this.uriOf(path).toString());
  }

  /** Returns the alerts of a rule file as it is in the editor; none before the first survey. */
  alertsIn(document: TextDocument): readonly FoundAlert[] {
    const path = this.pathOf(document.uri);
    const survey = this.#survey;
    if (
      path === undefined ||
      survey === undefined ||
      this.#core.ruleForm(path) === undefined ||
      !this.#wanted()(path)
    ) {
      return [];
    }
    if (document.getText() === this.#texts.get(path)) {
      const own = survey.alerts.filter((each) => each.path === path);
      return own.map((each) => this.#found(each, document.uri));
    }
    const { alerts = [] } = this.#core.readAlerts(path, document.getText(), this.#reading()) ?? {};
    return alerts.map((alert: Alert) => {
      const resolution = this.#core.resolveAlert(alert, path, survey.world);
      return this.#found({ path, alert, resolution }, document.uri);
    });
  }

  /** Returns an alert with where it leads, which may be a page of another folder of the workspace. */
  #found(surveyed: SurveyedAlert, uri: Uri): FoundAlert {
    const { path, resolution } = surveyed;
    const { link } = resolution;
    for (const home of resolution.state === 'outside' && link !== undefined ? this.#others() : []) {
      const there = link && home.survey && this.#core.resolveLink(link, path, home.survey.world);
      if (there?.state === 'resolved' || there?.state === 'anchor-missing') {
        return { ...surveyed, resolution: there, uri, home, surveyed };
      }
    }
    return { ...surveyed, uri, home: this, surveyed };
  }

  /** Returns the file that an alert leads to, with its heading if the link names one; undefined if there is none. */
  targetOf({ resolution, home }: Pick<FoundAlert, 'resolution' | 'home'>): Target | undefined {
    const { state, path, anchor } = resolution;
    if (path === undefined || (state !== 'resolved' && state !== 'anchor-missing')) {
      return undefined;
    }
    const document = home.documentAt(path);
    const known = anchor === undefined ? undefined : home.survey?.world.anchors(path);
    const anchors = known ?? (anchor && document ? this.#core.anchorsOf(path, document.text) : undefined);
    const heading = anchors && this.#core.headingAt(anchors, anchor ?? '');
    return { uri: home.uriOf(path), document, heading };
  }

  /** Returns the files that an alert leads to, or may lead to when it fires: of a link with labels, all that it fits. */
  pagesOf(found: FoundAlert): Uri[] {
    const { state, files = [] } = found.resolution;
    const target = this.targetOf(found);
    return state === 'pattern' ? files.map((path) => this.uriOf(path)) : target === undefined ? [] : [target.uri];
  }

  dispose(): void {
    this.#life.abort();
    this.#disposables.dispose();
  }

  #findings(survey: AlertSurvey, path: string, text: string): readonly AlertFinding[] {
    const uri = this.uriOf(path);
    if (!readSetting('checks.enabled', uri)) {
      return [];
    }
    const settings = this.#deps.index.catalog.team(this.folder.uri.toString()).settingsFor(path);
    return this.#core.alertFindings(survey, path, { text, levels: readSetting('rules', uri), settings });
  }

  /** What the team's configuration says of alerts. */
  #reading(): TeamSurvey {
    const team = this.#deps.index.catalog.team(this.folder.uri.toString());
    return this.#core.surveyFromTeam(team.settingsFor(this.#prefix).alerts);
  }

  /** Notes that a file is there, changed or gone. Returns whether it may concern alerts. */
  #note(uri: Uri): boolean {
    const path = this.pathOf(uri);
    if (path === undefined || /(?:^|\/)(?:\.git|node_modules)\//.test(path)) {
      return false;
    }
    this.#notes += 1;
    this.#known.delete(path);
    return true;
  }

  /** Whether a file that is new or gone may concern links: builds write many others. */
  #mayMatter(uri: Uri): boolean {
    const path = this.pathOf(uri) ?? '';
    return (
      !/\.\w+$/.test(path) ||
      this.#paths?.some((known) => known.startsWith(`${path}/`)) === true ||
      /\.(?:mdx?|markdown|adoc|asciidoc|rst|html?|txt)$/i.test(path) ||
      this.#core.ruleForm(path) !== undefined ||
      siteConfiguration.test(path) ||
      this.#survey?.alerts.some(({ resolution }) => resolution.path === path) === true
    );
  }

  #touch(uri: Uri): void {
    const path = this.pathOf(uri);
    if (path === undefined || !this.#note(uri)) {
      return;
    }
    const isTarget = this.#survey?.alerts.some(({ resolution }) => resolution.path === path) === true;
    if (isTarget || this.#core.ruleForm(path) !== undefined || siteConfiguration.test(path)) {
      this.#soon.schedule();
    }
  }

  #start(): void {
    this.#running = this.#running
      .then(() => (this.#life.signal.aborted ? undefined : this.#run()))
      .catch((error: unknown) => {
        if (!this.#life.signal.aborted) {
          this.#deps.log.error(`The alerts of ${this.folder.name} could not be read`, error);
        }
      });
  }

  /** Returns whether a rule file is read: it is in the folder, and neither the team nor the settings exclude it. */
  #wanted(): (path: string) => boolean {
    const team = this.#deps.index.catalog.team(this.folder.uri.toString());
    const isIncluded = candidateTest({ include: [], exclude: readSetting('files.exclude', this.folder) });
    return (path) =>
      path.startsWith(this.#prefix) && !team.excludes(path) && isIncluded(path.slice(this.#prefix.length));
  }

  async #run(): Promise<void> {
    const { signal } = this.#life;
    const notes = this.#notes;
    const paths = this.#paths ?? (await this.#list());
    this.#paths = this.#notes === notes ? paths : undefined;
    const reading = this.#reading();
    const keys = JSON.stringify(reading);
    if (keys !== this.#keys) {
      this.#keys = keys;
      this.#known.clear();
    }
    const root = this.#top.toString();
    const read = async (path: string): Promise<string | undefined> => {
      const unsaved = unsavedText(this.uriOf(path).toString());
      const result = unsaved === undefined ? await this.#store.read(root, path) : { text: unsaved };
      return 'text' in result ? result.text : undefined;
    };
    const texts = new Map<string, string>();
    const told = new Map<string, RuleFile>();
    const survey = await this.#core.surveyAlerts({
      ...reading,
      paths,
      read,
      alertsIn: async (path) => {
        const rules = await this.#rulesIn(path, read, reading);
        if (rules?.file !== undefined) {
          texts.set(path, rules.text);
        }
        if (rules?.objectives !== undefined) {
          told.set(path, rules);
        }
        return rules?.file;
      },
      isWanted: this.#wanted(),
      repositories: this.#remotes.flatMap((remote) => this.#core.repositoryOf(remote) ?? []),
    });
    if (!signal.aborted) {
      this.#survey = survey;
      this.#texts = texts;
      this.#objectives = paths.flatMap((path) => told.get(path) ?? []);
      this.#tellUnread(survey);
      this.#changed();
    }
  }

  /** Returns what a rule file says; undefined if it has neither alerts nor objectives. It is kept until the file changes. */
  async #rulesIn(
    path: string,
    read: (path: string) => Promise<string | undefined>,
    reading: TeamSurvey,
  ): Promise<RuleFile | undefined> {
    if (this.#known.has(path)) {
      return this.#known.get(path);
    }
    const notes = this.#notes;
    const text = this.#life.signal.aborted ? undefined : await read(path);
    const file = text === undefined ? undefined : this.#core.readAlerts(path, text, reading);
    const objectives = text !== undefined && mayDefineObjectives(path, text) ? readObjectives(path, text) : undefined;
    const isEmpty = file === undefined && objectives === undefined;
    const rules = text === undefined || isEmpty ? undefined : { text, file, objectives };
    if (this.#notes === notes) {
      this.#known.set(path, rules);
    }
    return rules;
  }

  /** Names the files that could not be read in the log, when they are others than before. */
  #tellUnread({ files }: AlertSurvey): void {
    const told = files.flatMap(({ path, unreadable }) =>
      unreadable === undefined ? [] : `${path}: ${unreadable.reason}`,
    );
    if (told.join('\n') !== this.#unread) {
      this.#unread = told.join('\n');
      told.forEach((each) => this.#deps.log.info(`Alerts not read: ${each}`));
    }
  }

  /** Lists all files of the repository, or of the folder if there is none. */
  async #list(): Promise<readonly string[]> {
    const { history } = this.#deps.index;
    const local = this.folder.uri.scheme === 'file' ? history : undefined;
    const prefix = (await local?.prefix(this.folder.uri.fsPath)) ?? '';
    const depth = prefix.split('/').length - 1;
    const top = Uri.joinPath(this.folder.uri, ...Array.from({ length: depth }, () => '..'));
    const remotes = (await local?.remotes(top.fsPath)) ?? [];
    [this.#prefix, this.#top, this.#remotes] = [prefix, top, remotes];
    return this.#store.list(this.#top.toString(), this.#life.signal, true);
  }
}

/** The problems of a file about objectives, each at the text of its line. */
function problemsIn(text: string, { problems }: ObjectiveFile): ObjectiveFinding[] {
  const lines = text.split(/\r\n|[\r\n]/);
  return problems.map(({ line, message }) => {
    const written = lines[line] ?? '';
    const end = written.trimEnd().length;
    return { range: new Range(line, Math.min(end, written.length - written.trimStart().length), line, end), message };
  });
}
