import {
  loadAlerts,
  newDocumentIndex,
  readObjectives,
  servicesIn,
  type AlertSurvey,
  type AnswerAlert,
  type AnswerServices,
  type AnswerSource,
  type CatalogDocument,
  type DocumentIndex,
  type Objective,
  type Services,
} from '../../core/index.ts';
import type { Indexed } from '../index-folder.ts';
import { ruleFilesOf, surveyRuleFiles, surveyWithin, type RuleFiles } from '../rule-files.ts';

/** A folder is not read again within this time. In milliseconds. */
const leastPause = 2000;
/** Nor within so many times the time that reading it took, so that a large one does not keep the machine busy. */
const pauseShare = 10;

/** The rule files that count for a folder as they were read last. */
interface Surveyed {
  readonly files: RuleFiles;
  /** Undefined if none defines alerts. */
  readonly survey: AlertSurvey | undefined;
  /** Of the folder. */
  readonly objectives: readonly Objective[];
}

/** A folder as a source of answers. It follows changes: a call reads the folder again, but not too often. */
export class FolderSource implements AnswerSource {
  readonly #folder: Indexed;
  readonly #now: () => number;
  /** Documents that are gone and not yet out of the texts. */
  readonly #removed = new Set<string>();
  #texts: Promise<DocumentIndex> | undefined;
  #surveyed: Promise<Surveyed> | undefined;
  /** Whether the folder was read since the last survey. */
  #due = true;
  /** Whether documents changed since the last survey: links may lead elsewhere. */
  #changed = false;
  #next: number;
  #updating: Promise<void> | undefined;

  /** @param folder as it was just read. @param now returns a time in milliseconds. */
  constructor(folder: Indexed, now: () => number = () => performance.now()) {
    this.#folder = folder;
    this.#now = now;
    this.#next = now() + leastPause;
    folder.catalog.onDidChange(({ removed }) => {
      this.#changed = true;
      removed.forEach((uri) => this.#removed.add(uri));
    });
  }

  readonly pathOf = ({ path }: CatalogDocument): string => path;

  readonly documents = async (): Promise<readonly CatalogDocument[]> => {
    await this.#update();
    return this.#folder.catalog.documents();
  };

  readonly texts = async (): Promise<DocumentIndex> => {
    await this.#update();
    const texts = await (this.#texts ??= newDocumentIndex());
    const { survey } = await this.#survey();
    const leading = survey === undefined ? new Map<string, never>() : (await loadAlerts()).leadingAlerts(survey);
    texts.setAlerts(this.#folder.root, leading);
    texts.remove([...this.#removed]);
    this.#removed.clear();
    texts.put(this.#folder.catalog.documents());
    return texts;
  };

  readonly alerts = async (): Promise<readonly AnswerAlert[]> => {
    await this.#update();
    const surveyed = await this.#survey();
    if (surveyed.survey === undefined) {
      return [];
    }
    const { alertFacts } = await loadAlerts();
    const { prefix } = this.#folder;
    const services = this.#servicesIn(surveyed);
    const below = (path: string): string | undefined =>
      path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    return surveyWithin(surveyed.survey, prefix)
      .alerts.filter(({ alert }) => !alert.test)
      .map((each) => ({
        ...alertFacts(each, { rules: (path) => below(path) ?? path, target: below }),
        services: services.ofAlert(each),
      }));
  };

  readonly services = async (): Promise<AnswerServices> => {
    await this.#update();
    const services = this.#servicesIn(await this.#survey());
    return {
      named: (name) => [services.named(name)?.key ?? []].flat(),
      ofDocument: (document) => services.ofDocument(document),
    };
  };

  /** The services as the command `service` lists them for the folder. */
  #servicesIn({ survey, objectives }: Surveyed): Services {
    const { catalog, root, prefix } = this.#folder;
    return servicesIn({ catalog, root, survey: survey && surveyWithin(survey, prefix), objectives });
  }

  /** Reads what changed, unless that was done a short time ago. Calls at the same time wait for the same reading. */
  async #update(): Promise<void> {
    if (this.#updating === undefined && this.#now() >= this.#next) {
      const start = this.#now();
      this.#updating = this.#folder.update().finally(() => {
        const end = this.#now();
        this.#next = end + Math.max(leastPause, pauseShare * (end - start));
        this.#updating = undefined;
        this.#due = true;
      });
    }
    await this.#updating;
  }

  /** Returns the alerts of all rule files of the repository: they say which runbook answers to which alert. */
  async #survey(): Promise<Surveyed> {
    if (this.#due || this.#surveyed === undefined) {
      this.#due = false;
      const last = this.#surveyed?.catch(() => undefined);
      this.#surveyed = Promise.resolve(last).then((known) => this.#surveyAgain(known));
    }
    return this.#surveyed;
  }

  /** Reads the rule files again. Where links lead is found again only if something changed. */
  async #surveyAgain(last: Surveyed | undefined): Promise<Surveyed> {
    const { catalog, root, prefix, store } = this.#folder;
    const files = await ruleFilesOf(this.#folder);
    if (last !== undefined && !this.#changed && isSame(files, last.files)) {
      return last;
    }
    this.#changed = false;
    const survey =
      files.texts.size === 0 ? undefined : await surveyRuleFiles(files, store, { team: catalog.team(root) });
    const objectives = [...files.objectives].flatMap(([path, text]) =>
      path.startsWith(prefix) ? readObjectives(path, text).objectives : [],
    );
    return { files, survey, objectives };
  }
}

function isSame(files: RuleFiles, before: RuleFiles): boolean {
  return (
    files.paths.length === before.paths.length &&
    files.paths.every((path, at) => path === before.paths[at]) &&
    isSameTexts(files.texts, before.texts) &&
    isSameTexts(files.objectives, before.objectives)
  );
}

function isSameTexts(texts: RuleFiles['texts'], before: RuleFiles['texts']): boolean {
  return texts.size === before.size && [...texts].every(([path, text]) => before.get(path) === text);
}
