import { EventEmitter, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { AlertFacts, AlertSurvey, Objective, SurveyedAlert } from '../../core/index.ts';

/** The longest wait for the alerts of a workspace. In milliseconds. */
const patience = 3000;

/** An alert that leads to a document. */
export interface AlertUse {
  readonly name: string;
  readonly severity: string | undefined;
  /** URI of its rule file. */
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
}

/** An alert at a place of a rule file. */
export interface AlertHere extends AlertUse {
  /** By its labels. */
  readonly service: string | undefined;
  /** URI of the runbook that it leads to, if that is a file. */
  readonly runbook: string | undefined;
}

/** An alert as plain data, and what that is from. */
export interface AlertTold {
  readonly facts: AlertFacts;
  /** URI of its workspace folder. */
  readonly root: string;
  /** As it was surveyed in that folder. */
  readonly surveyed: SurveyedAlert;
}

/** What was read of the rule files of a workspace folder. Paths count from the top of the repository. */
export interface RuleFilesRead {
  readonly survey: AlertSurvey;
  /** All files of the repository. */
  readonly files: readonly string[];
  /** The texts of the rule files. */
  readonly ruleTexts: ReadonlyMap<string, string>;
}

/** What the rest of the extension asks about alerts. */
export interface AlertSource {
  /** Returns the alerts that lead to a document. */
  usesOf(uri: string): readonly AlertUse[];
  /** Returns the alerts of a workspace folder, by its URI; undefined if it has none. */
  surveyOf(root: string): AlertSurvey | undefined;
  /** Returns what the rule files of a workspace folder say and link to, by its URI; undefined before it was surveyed. */
  ruleFilesOf(root: string): RuleFilesRead | undefined;
  /** Returns the service level objectives of a workspace folder, by its URI. */
  objectivesOf(root: string): readonly Objective[];
  /** Returns a file by its path from the top of the repository of a workspace folder. */
  fileOf(root: string, path: string): Uri | undefined;
  /** Returns the alert at a line (0-based) of a rule file, as it is in the editor. */
  at(document: TextDocument, line: number): AlertHere | undefined;
  /** Returns all alerts but those of test data, as they are now. @param pathOf returns the path to tell of a file of the workspace. */
  facts(pathOf: (uri: Uri) => string): Promise<readonly AlertTold[]>;
}

/** Alerts, for other features. Nothing is read until rule files are found, or somebody asks for all alerts or the one at a place. */
export class Alerts implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #source: AlertSource | undefined;
  #load: (() => Promise<AlertSource>) | undefined;

  /** Sets how alerts are read, on demand. */
  readBy(load: () => Promise<AlertSource>): void {
    this.#load = load;
  }

  /** Notes that alerts are read, or read again. */
  update(source: AlertSource): void {
    this.#source = source;
    this.#changed.fire();
  }

  /** Returns the alerts that lead to a document; none before they are read. */
  usesOf(uri: string): readonly AlertUse[] {
    return this.#source?.usesOf(uri) ?? [];
  }

  /** Returns the names of the alerts that lead to a document, each once. */
  namesFor(uri: string): readonly string[] {
    return [...new Set(this.usesOf(uri).map(({ name }) => name))];
  }

  /** Returns the alerts of a workspace folder, by its URI; undefined before they are read, and if it has none. */
  surveyOf(root: string): AlertSurvey | undefined {
    return this.#source?.surveyOf(root);
  }

  /** Resolves when the rule files of the workspace are read, if there are some. */
  async load(): Promise<void> {
    await this.#load?.();
  }

  /** Returns what was read of the rule files of a workspace folder, by its URI; undefined before that. */
  ruleFilesOf(root: string): RuleFilesRead | undefined {
    return this.#source?.ruleFilesOf(root);
  }

  /** Returns the service level objectives of a workspace folder, by its URI; none before its files are read. */
  objectivesOf(root: string): readonly Objective[] {
    return this.#source?.objectivesOf(root) ?? [];
  }

  /** Returns a file by its path from the top of the repository of a workspace folder; undefined before alerts are read. */
  fileOf(root: string, path: string): Uri | undefined {
    return this.#source?.fileOf(root, path);
  }

  /** Returns the alert at a line (0-based) of a document; undefined if there is none, or if reading takes too long. */
  async at(document: TextDocument, line: number): Promise<AlertHere | undefined> {
    if (!/\.(?:ya?ml|rules?|tpl|tmpl|j2|json|tf)$/.test(document.uri.path)) {
      return undefined;
    }
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
    const source = await Promise.race([this.#load?.().catch(() => undefined), late]);
    return source?.at(document, line);
  }

  /** Reads the alerts of the workspace if that was not done yet, and returns all but those of test data. See `AlertSource.facts`. */
  async facts(pathOf: (uri: Uri) => string): Promise<readonly AlertTold[]> {
    return (await this.#load?.())?.facts(pathOf) ?? [];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
