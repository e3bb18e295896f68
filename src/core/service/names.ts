import { serviceOf } from '../alert/service.ts';
import type { SurveyedAlert } from '../alert/survey.ts';
import { pagesOf } from '../alert/uses.ts';
import { folderOf, pathFromTop, type CatalogDocument } from '../document/document.ts';
import type { Objective } from '../objective/objective.ts';
import { slugOf } from '../team/templates/file-name.ts';
import { nearest } from '../text/nearest.ts';
import { groupedBy } from '../util/grouped-by.ts';
import { matterOf, tellsProcedure } from '../vocabulary/kind.ts';

/** What names services, for one repository. Paths count from its top. */
export interface ServiceSources {
  readonly documents: readonly CatalogDocument[];
  readonly alerts: readonly SurveyedAlert[];
  /** The services of objectives. */
  readonly objectives: readonly string[];
  /** Those in the configuration. */
  readonly configured: readonly string[];
  /** Folders that CODEOWNERS gives to somebody. */
  readonly ownedFolders: readonly string[];
}

/** A service. */
export interface Service {
  /** Equal for all spellings: "Payments API" is "payments-api". */
  readonly key: string;
  /** As it is written most often; as in the configuration if that has it. */
  readonly name: string;
}

/** Folders that say of what sort their pages are. */
const sorts = new Set(
  'alerts alert runbooks runbook playbooks tasks task general common misc other shared howto how-to templates docs images troubleshooting operations procedures incidents postmortems archive'.split(
    ' ',
  ),
);
/** Folders whose members are services each. */
const homes = new Set(['services', 'service', 'apps', 'applications', 'microservices', 'svc']);

/**
 * The services of a repository: from the configuration, the front matter and labels of documents, the labels of alerts, objectives, and
 * folders. A folder is that of a service if it is called like one, if at least half of the folders beside it are (and two or more), or
 * if CODEOWNERS names it in a folder of services. Where nothing else names a service, the folders side by side that hold most runbooks
 * are taken for services.
 */
export class Services {
  /** Sorted by name. */
  readonly all: readonly Service[];
  readonly #keys: ReadonlySet<string>;
  readonly #documents: ReadonlyMap<string, CatalogDocument>;

  constructor({ documents, alerts, objectives, configured, ownedFolders }: ServiceSources) {
    const counts = new Map<string, Map<string, number>>();
    const add = (name: string, weight = 1): void => {
      const key = keyOf(name);
      if (key !== '') {
        const spellings = counts.get(key) ?? new Map<string, number>();
        spellings.set(name.trim(), (spellings.get(name.trim()) ?? 0) + weight);
        counts.set(key, spellings);
      }
    };
    const own = documents.filter((document) => matterOf(document) !== undefined && !document.isTemplate);
    configured.forEach((name) => add(name, Number.MAX_SAFE_INTEGER));
    own.forEach(({ metadata }) => metadata.services?.forEach((name) => add(name)));
    alerts.forEach(({ alert }) => {
      const name = alert.test ? undefined : serviceOf(alert);
      if (name !== undefined) {
        add(name);
      }
    });
    objectives.forEach((name) => add(name));
    const folders = new Set(own.map((document) => folderOf(pathFromTop(document))));
    const besides = counts.size === 0 ? foldersOfRunbooks(own) : besideServices(folders, new Set(counts.keys()));
    for (const folder of [...besides, ...ownedFolders.filter(isInHome)]) {
      if (!counts.has(keyOf(lastOf(folder)))) {
        add(lastOf(folder));
      }
    }
    this.#keys = new Set(counts.keys());
    this.#documents = new Map(own.map((document) => [pathFromTop(document), document]));
    this.all = [...counts]
      .map(([key, spellings]) => ({ key, name: mostUsed(spellings) }))
      .toSorted((a, b) => collator.compare(a.name, b.name));
  }

  /** Returns the service of that name, in any spelling; undefined if there is none. */
  named(name: string): Service | undefined {
    const key = keyOf(name);
    return this.all.find((service) => service.key === key);
  }

  /** Returns the service whose name is closest to a misspelt one; undefined if none is close. */
  near(name: string): Service | undefined {
    const found = nearest(
      keyOf(name),
      this.all.map(({ key }) => key),
    );
    return this.all.find(({ key }) => key === found);
  }

  /** Returns the keys of the services of a document: those that it states, else that of the nearest folder that is one's. */
  ofDocument(document: CatalogDocument): readonly string[] {
    const stated = (document.metadata.services ?? []).map(keyOf).filter((key) => key !== '');
    return stated.length > 0 ? stated : this.#ofFolder(folderOf(pathFromTop(document)));
  }

  /**
   * Returns the keys of the services of an alert: that of its labels, else those of the runbook that it leads to, else that of the name of
   * its rule file, or of the nearest folder.
   */
  ofAlert(surveyed: SurveyedAlert): readonly string[] {
    const { alert, path } = surveyed;
    const stated = serviceOf(alert);
    if (stated !== undefined && keyOf(stated) !== '') {
      return [keyOf(stated)];
    }
    const page = pagesOf(surveyed)
      .map((target) => this.#documents.get(target))
      .find((document) => document !== undefined);
    const byPage = page === undefined ? [] : this.ofDocument(page);
    if (byPage.length > 0) {
      return byPage;
    }
    const byFile = this.#ofFile(lastOf(path));
    return byFile === undefined ? this.#ofFolder(folderOf(path)) : [byFile];
  }

  /** Returns the keys of the services of an objective: the one that it states, else that of its name, its file's name or the nearest folder. */
  ofObjective({ service = '', name, path }: Pick<Objective, 'service' | 'name' | 'path'>): readonly string[] {
    const key = keyOf(service) || (this.#ofFile(name) ?? this.#ofFile(lastOf(path)));
    return key === undefined ? this.#ofFolder(folderOf(path)) : [key];
  }

  /** The service that a rule file is called after, whatever follows: "payments-api.rules.yaml", "payments-api-alerts.yaml". */
  #ofFile(name: string): string | undefined {
    const words = keyOf(name).split('-');
    return words.map((_, index) => words.slice(0, words.length - index).join('-')).find((key) => this.#keys.has(key));
  }

  #ofFolder(folder: string): readonly string[] {
    const found = folder
      .split('/')
      .map(keyOf)
      .findLast((key) => this.#keys.has(key));
    return found === undefined ? [] : [found];
  }
}

/** A text of more words is a sentence. */
const mostWords = 5;

/** Returns what all spellings of a service have in common; empty for a text that is no name. */
export function keyOf(name: string): string {
  return /[\p{L}\p{N}]/u.test(name) && name.trim().split(/\s+/, mostWords + 1).length <= mostWords ? slugOf(name) : '';
}

/** Folders whose siblings are called like services: at least two of them, and half or more of all. */
function besideServices(folders: ReadonlySet<string>, keys: ReadonlySet<string>): string[] {
  const siblings = new Map<string, string[]>();
  for (const folder of folders) {
    const parent = folderOf(folder);
    if (parent !== '' && folder !== '') {
      siblings.set(parent, [...(siblings.get(parent) ?? []), folder]);
    }
  }
  return [...siblings.values()].flatMap((all) => {
    const known = all.filter((folder) => keys.has(keyOf(lastOf(folder)))).length;
    return known >= 2 && known * 2 >= all.length ? all : [];
  });
}

/** Folders side by side are services from so many on, and if they hold such a share of all runbooks. */
const fewestSiblings = 4;
const mostOfThem = 0.6;

/** The folders, in one folder, in which most runbooks are, without those that say of what sort the runbooks are. */
function foldersOfRunbooks(documents: readonly CatalogDocument[]): readonly string[] {
  const runbooks = documents.filter(tellsProcedure).map((document) => folderOf(pathFromTop(document)));
  const homesOf = groupedBy(
    runbooks.flatMap((folder) => ancestorsOf(folder)),
    (folder) => folderOf(folder),
  );
  for (const inside of homesOf.values()) {
    const folders = [...new Set(inside)].filter((folder) => !sorts.has(keyOf(lastOf(folder))));
    const held = runbooks.filter((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)));
    if (folders.length >= fewestSiblings && held.length >= runbooks.length * mostOfThem) {
      return folders;
    }
  }
  return [];
}

/** A folder and those that it is in, without the top. */
function ancestorsOf(folder: string): string[] {
  return folder === '' ? [] : [folder, ...ancestorsOf(folderOf(folder))];
}

function isInHome(folder: string): boolean {
  return homes.has(lastOf(folderOf(folder)).toLowerCase()) && /^[\w.-]+$/.test(lastOf(folder));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].toSorted(([a, times], [b, others]) => others - times || collator.compare(a, b))[0]?.[0] ?? '';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
