import { serviceOf } from '../alert/service.ts';
import type { SurveyedAlert } from '../alert/survey.ts';
import { pagesOf } from '../alert/uses.ts';
import { folderOf, pathFromTop, type CatalogDocument } from '../document/document.ts';
import type { Objective } from '../objective/objective.ts';
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
 * if CODEOWNERS names it in a folder of services. Where fewer than half of the runbooks have a service by that, the folders side by side
 * that hold most runbooks are taken for services.
 */
export class Services {
  /** Sorted by name. */
  readonly all: readonly Service[];
  /** The keys of names without remarks in brackets. */
  readonly #known: ReadonlySet<string>;
  readonly #keys: ReadonlySet<string>;
  readonly #documents: ReadonlyMap<string, CatalogDocument>;

  constructor({ documents, alerts, objectives, configured, ownedFolders }: ServiceSources) {
    const own = documents.filter((document) => matterOf(document) !== undefined && !document.isTemplate);
    const names = [
      ...own.flatMap(({ metadata }) => metadata.services ?? []),
      ...alerts.flatMap(({ alert }) => (alert.test ? [] : (serviceOf(alert) ?? []))),
      ...objectives,
    ];
    const known = new Set([...configured, ...names].filter((name) => bare(name) === name).map(keyOf));
    this.#known = known;
    const counts = new Map<string, Map<string, number>>();
    const add = (name: string, weight = 1): void => {
      const key = this.#keyOf(name);
      const spelling = key === keyOf(name) ? name.trim() : bare(name).trim();
      if (key !== '') {
        const spellings = counts.get(key) ?? new Map<string, number>();
        spellings.set(spelling, (spellings.get(spelling) ?? 0) + weight);
        counts.set(key, spellings);
      }
    };
    configured.forEach((name) => add(name, Number.MAX_SAFE_INTEGER));
    names.forEach((name) => add(name));
    const keys = new Set(counts.keys());
    const folders = [...besideServices(own, keys), ...(isNamed(own, keys) ? [] : foldersOfRunbooks(own))];
    for (const folder of [...folders, ...ownedFolders.filter(isInHome)]) {
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
    const key = this.#keyOf(name);
    return this.all.find((service) => service.key === key);
  }

  /** Returns the service whose name is closest to a misspelt one; undefined if none is close. */
  near(name: string): Service | undefined {
    const asked = keyOf(name);
    const keys = this.all.map(({ key }) => key);
    const found = asked === '' ? undefined : nearest(asked, keys);
    return this.all.find(({ key }) => key === found);
  }

  /** Returns the keys of the services of a document: those that it states, else that of the nearest folder that is one's. */
  ofDocument(document: CatalogDocument): readonly string[] {
    const stated = (document.metadata.services ?? []).map((name) => this.#keyOf(name)).filter((key) => key !== '');
    return stated.length > 0 ? stated : this.#ofFolder(folderOf(pathFromTop(document)));
  }

  /**
   * Returns the keys of the services of an alert: that of its labels, else those of the runbook that it leads to, else that of the name of
   * its rule file, or of the nearest folder.
   */
  ofAlert(surveyed: SurveyedAlert): readonly string[] {
    const { alert, path } = surveyed;
    const stated = serviceOf(alert);
    const key = stated === undefined ? '' : this.#keyOf(stated);
    if (key !== '') {
      return [key];
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
    const key = this.#keyOf(service) || (this.#ofFile(name) ?? this.#ofFile(lastOf(path)));
    return key === undefined ? this.#ofFolder(folderOf(path)) : [key];
  }

  /** The key of a name; with a remark in brackets that of the name without it, if that is a service. */
  #keyOf(name: string): string {
    const base = keyOf(bare(name));
    return base !== '' && this.#known.has(base) ? base : keyOf(name);
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

/** Returns what all spellings of a service have in common; empty for a text that is no name. `+` and `#` count: C++ is not C#. */
export function keyOf(name: string): string {
  if (!/[\p{L}\p{N}]/u.test(name) || name.trim().split(/\s+/, mostWords + 1).length > mostWords) {
    return '';
  }
  return name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}+#/]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** A name without a remark in brackets at its end. */
function bare(name: string): string {
  const end = name.trimEnd();
  const open = { ')': '(', '）': '（', ']': '[' }[end.at(-1) ?? ''];
  const from = open === undefined ? -1 : end.lastIndexOf(open);
  return from <= 0 ? name : end.slice(0, from).trimEnd();
}

/** Whether at least half of the runbooks state a service that is known, or are in its folder. */
function isNamed(documents: readonly CatalogDocument[], keys: ReadonlySet<string>): boolean {
  const runbooks = documents.filter(tellsProcedure);
  const named = runbooks.filter(
    (document) =>
      (document.metadata.services ?? []).length > 0 ||
      folderOf(pathFromTop(document))
        .split('/')
        .some((part) => keys.has(keyOf(part))),
  );
  return keys.size > 0 && named.length * 2 >= runbooks.length;
}

/** Folders whose siblings are called like services: at least two of them, and half or more of all. */
function besideServices(documents: readonly CatalogDocument[], keys: ReadonlySet<string>): string[] {
  const folders = new Set(documents.map((document) => folderOf(pathFromTop(document))));
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
  const runbooks = documents.filter(tellsProcedure);
  const counts = new Map<string, number>();
  for (const runbook of runbooks) {
    for (const folder of ancestorsOf(folderOf(pathFromTop(runbook)))) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  for (const inside of groupedBy([...counts.keys()], (folder) => folderOf(folder)).values()) {
    const folders = inside.filter((folder) => !sorts.has(keyOf(lastOf(folder))));
    const held = folders.reduce((sum, folder) => sum + (counts.get(folder) ?? 0), 0);
    if (folders.length >= fewestSiblings && held >= runbooks.length * mostOfThem) {
      return folders;
    }
  }
  return [];
}

/** A folder and those that it is in, without the top. */
function ancestorsOf(folder: string): string[] {
  return folder === '' ? [] : [folder, ...ancestorsOf(folderOf(folder))];
}

/** Folders of code, in which `services` are parts of a program. */
const ofCode = /(?:^|\/)(?:src|app|lib|libs|pkg|internal|tests?|node_modules|vendor)\//i;

function isInHome(folder: string): boolean {
  const name = lastOf(folder);
  return (
    homes.has(lastOf(folderOf(folder)).toLowerCase()) &&
    !ofCode.test(folder) &&
    /^[\w.-]+$/.test(name) &&
    !sorts.has(keyOf(name))
  );
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].toSorted(([a, times], [b, others]) => others - times || collator.compare(a, b))[0]?.[0] ?? '';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
