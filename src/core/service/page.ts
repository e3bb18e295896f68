import type { AlertSurvey, SurveyedAlert } from '../alert/survey.ts';
import { alertRows, coverageOf, type AlertRow } from '../alert/told.ts';
import { pagesOf } from '../alert/uses.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { reviewOf } from '../check/facts/review.ts';
import type { Objective } from '../objective/objective.ts';
import { pathFromTop, type CatalogDocument } from '../document/document.ts';
import { compareDocuments } from '../document/reading-order.ts';
import { actionOwnersOf, followUpsOf } from '../record/actions/follow-ups.ts';
import { actionLabel } from '../record/actions/label.ts';
import type { ActionState } from '../record/actions/state.ts';
import { isOpenPhase, type IncidentPhase } from '../record/status.ts';
import type { Finding } from '../text/finding.ts';
import type { Team } from '../team/team.ts';
import { groupedBy } from '../util/grouped-by.ts';
import { once } from '../util/memo.ts';
import { tellsIncident, tellsProcedure } from '../vocabulary/kind.ts';
import { incidentOf } from '../workflow/incident/incident.ts';
import { titleWithoutDate } from '../workflow/links/add-links.ts';
import { dashboardsOf, type Dashboard } from './dashboards.ts';
import { keyOf, type Service, type Services } from './names.ts';
import { errorBudget } from './objectives.ts';
import { recordedIncident } from './recorded-incident.ts';
import { servicesIn } from './services-in.ts';

/** What the pages of services are made from: one repository. */
export interface ServiceWorld {
  readonly catalog: Catalog;
  /** The root of its documents in the catalog. */
  readonly root: string;
  /** Returns the findings of a document. */
  readonly findingsOf: (document: CatalogDocument) => readonly Finding[];
  /** Returns what speaks against a runbook, in sentences, by its path from the top; none if nobody has looked. */
  readonly evidenceFor?: (path: string) => readonly string[];
  /** Undefined if there are no rule files. */
  readonly survey: AlertSurvey | undefined;
  /** Of the repository. */
  readonly objectives: readonly Objective[];
}

/** A service level objective, with what recorded incidents spent of its error budget. */
export interface ServiceObjective {
  readonly name: string;
  /** From the top of the repository. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  /** Above 0 and below 1. */
  readonly target: number;
  /** What was spent, with the arithmetic; or why that is not known. See `errorBudget`. */
  readonly budget:
    | {
        /** In percent of the budget; may be above 100. */
        readonly percent: number;
        readonly text: string;
        /** A line for each incident that counts. */
        readonly counted: readonly string[];
        /** A line for each incident that lacks a fact. */
        readonly uncounted: readonly string[];
      }
    | { readonly missing: readonly string[] };
}

/** A runbook of a service. */
export interface ServiceRunbook {
  readonly uri: string;
  /** From the top of the repository. */
  readonly path: string;
  readonly title: string;
  /** Titles of the sections that are expected and not there. */
  readonly missing: readonly string[];
  /** All findings, those about missing sections included. */
  readonly findings: number;
  /** Alerts that lead to it. */
  readonly alerts: number;
  /** YYYY-MM-DD of its last commit; absent if git does not know it. */
  readonly lastChange?: string;
  /** What speaks against it, in sentences; see `findStale`. */
  readonly evidence: readonly string[];
  /** YYYY-MM-DD on which its review was due, if that is past. */
  readonly reviewDue?: string;
}

/** A recorded incident of a service. */
export interface ServiceIncident {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly severity?: string;
  /** Only while it is open. */
  readonly open?: IncidentPhase;
}

/** An action item of a service that is not done. */
export interface ServiceActionItem {
  readonly uri: string;
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
  readonly owners: readonly string[];
  /** YYYY-MM-DD, or as written. */
  readonly due?: string;
  readonly state: ActionState;
}

/** All that a repository says about a service. */
export interface ServicePage {
  readonly name: string;
  readonly key: string;
  /** People and teams that own its runbooks: those of most runbooks first. */
  readonly owners: readonly string[];
  readonly objectives: readonly ServiceObjective[];
  /** Without those of test data. */
  readonly alerts: readonly AlertRow[];
  /** The share of its alerts with a link that is not dead, from 0 to 1; absent without alerts. */
  readonly coverage?: number;
  /** By title. */
  readonly runbooks: readonly ServiceRunbook[];
  /** Those that its runbooks, records and alerts link to. */
  readonly dashboards: readonly Dashboard[];
  /** Open ones first, then newest first. */
  readonly incidents: readonly ServiceIncident[];
  /** Overdue ones first, then by due date. */
  readonly actionItems: readonly ServiceActionItem[];
}

/** The services of a repository, and their pages. */
export interface ServiceBook {
  readonly services: Services;
  /** Returns the page of one of them. */
  readonly pageOf: (service: Service) => ServicePage;
}

/** Reads the services of a repository. Pages are made on demand, each once; what belongs to which service is found once for all. */
export function readServices(world: ServiceWorld): ServiceBook {
  const { catalog, root, survey, objectives } = world;
  const documents = catalog.documents().filter((document) => document.root === root && document.kind !== 'other');
  const services = servicesIn(world);
  const belongings = once((): Belongings => {
    const used = (survey?.alerts ?? []).filter(({ alert }) => !alert.test);
    return {
      documents: byService(documents, (document) => services.ofDocument(document)),
      alerts: byService(used, (alert) => services.ofAlert(alert)),
      objectives: byService(objectives, (objective) => services.ofObjective(objective)),
      ofNone: new Map(
        documents
          .filter((document) => services.ofDocument(document).length === 0)
          .map((document) => [pathFromTop(document), document]),
      ),
    };
  });
  const pages = new Map<string, ServicePage>();
  return {
    services,
    pageOf: (service) => {
      const page = pages.get(service.key) ?? pageOf(world, belongings(), service);
      pages.set(service.key, page);
      return page;
    },
  };
}

/** What belongs to services, by their keys. */
interface Belongings {
  readonly documents: ReadonlyMap<string, readonly CatalogDocument[]>;
  readonly alerts: ReadonlyMap<string, readonly SurveyedAlert[]>;
  readonly objectives: ReadonlyMap<string, readonly Objective[]>;
  /** The documents that belong to no service, by their paths. */
  readonly ofNone: ReadonlyMap<string, CatalogDocument>;
}

function byService<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const same = found.get(key);
      if (same === undefined) {
        found.set(key, [item]);
      } else {
        same.push(item);
      }
    }
  }
  return found;
}

function pageOf(world: ServiceWorld, belongings: Belongings, { key, name }: Service): ServicePage {
  const { catalog, root, survey } = world;
  const documents = belongings.documents.get(key) ?? [];
  const surveyed = belongings.alerts.get(key) ?? [];
  const led = new Map(
    [...groupedBy(surveyed.flatMap(pagesOf), (path) => path)].map(([path, all]) => [path, all.length]),
  );
  // What an alert of the service leads to belongs to it, unless it belongs to another.
  const followed = [...led.keys()].flatMap((path) => belongings.ofNone.get(path) ?? []);
  const runbooks = [...documents, ...followed].filter(tellsProcedure);
  const records = documents.filter(tellsIncident);
  const alerts = survey === undefined ? [] : alertRows({ ...survey, alerts: surveyed });
  return {
    name,
    key,
    owners: ownersOf(catalog.team(root), key, runbooks, surveyed),
    objectives: objectivesOf(belongings.objectives.get(key) ?? [], records, name, catalog.now),
    alerts,
    ...(alerts.length > 0 && { coverage: coverageOf(alerts) }),
    runbooks: runbooks.toSorted(compareDocuments).map((document) => runbookOf(world, document, led)),
    dashboards: dashboardsOf([...runbooks, ...records].toSorted(compareDocuments), surveyed),
    incidents: records.toSorted(compareDocuments).map(incidentFactsOf).toSorted(openFirst),
    actionItems: actionItemsOf(records, catalog.today),
  };
}

/** The objectives of a service, by name. Its records count for it, also those that only stand in its folder. */
function objectivesOf(
  own: readonly Objective[],
  records: readonly CatalogDocument[],
  name: string,
  now: Date,
): ServiceObjective[] {
  const incidents = records
    .flatMap((document) => recordedIncident(document) ?? [])
    .map((incident) => ({ ...incident, services: [name] }));
  return own
    .map((objective): ServiceObjective => {
      const found = errorBudget({ ...objective, service: name }, incidents, now);
      return {
        name: objective.name,
        path: objective.path,
        line: objective.range.start.line,
        target: objective.target,
        budget:
          'missing' in found
            ? { missing: found.missing }
            : {
                percent: found.percent,
                text: found.text,
                counted: found.counted.map(({ text }) => text),
                uncounted: found.uncounted.map(({ text }) => text),
              },
      };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The owners of the runbooks, most first; without any those of the folders that CODEOWNERS has for the service, else of its rule files. */
function ownersOf(
  team: Team,
  key: string,
  runbooks: readonly CatalogDocument[],
  alerts: readonly SurveyedAlert[],
): string[] {
  const byRunbook = runbooks.flatMap((document) => {
    const stated = document.metadata.owners ?? [];
    return stated.length > 0 ? stated : team.ownersOf(pathFromTop(document));
  });
  const folders = team.ownedFolders.filter((folder) => keyOf(folder.slice(folder.lastIndexOf('/') + 1)) === key);
  // What a folder's files would have.
  const byFolder = folders.flatMap((folder) => team.ownersOf(`${folder}/README.md`));
  const byRules = alerts.flatMap(({ path }) => team.ownersOf(path));
  const named = [byRunbook, byFolder, byRules].find((names) => names.length > 0) ?? [];
  return [...groupedBy(named, (name) => name.replace(/^@/, '').toLowerCase()).values()]
    .toSorted((a, b) => b.length - a.length)
    .map(([first = '']) => first);
}

function runbookOf(
  { catalog, findingsOf, evidenceFor }: ServiceWorld,
  document: CatalogDocument,
  led: ReadonlyMap<string, number>,
): ServiceRunbook {
  const findings = findingsOf(document);
  const lastChange = catalog.lastChange(document)?.date.slice(0, 10);
  const due = reviewOf(document)?.due;
  const path = pathFromTop(document);
  return {
    uri: document.uri,
    path,
    title: document.title,
    missing: findings.flatMap(({ rule, section }) => (rule === 'missing-section' ? (section ?? []) : [])),
    findings: findings.length,
    alerts: led.get(path) ?? 0,
    evidence: evidenceFor?.(path) ?? [],
    ...(lastChange !== undefined && { lastChange }),
    ...(due !== undefined && due < catalog.today && { reviewDue: due }),
  };
}

function incidentFactsOf(document: CatalogDocument): ServiceIncident {
  const { date, severity } = document.metadata;
  const phase = incidentOf(document)?.phase;
  return {
    uri: document.uri,
    path: pathFromTop(document),
    title: titleWithoutDate(document),
    ...(date !== undefined && { date }),
    ...(severity !== undefined && { severity }),
    ...(phase !== undefined && isOpenPhase(phase) && { open: phase }),
  };
}

function openFirst(a: ServiceIncident, b: ServiceIncident): number {
  return Number(b.open !== undefined) - Number(a.open !== undefined);
}

function actionItemsOf(records: readonly CatalogDocument[], today: string): ServiceActionItem[] {
  return followUpsOf(records.toSorted(compareDocuments), today)
    .filter(({ item }) => !item.done)
    .map(({ document, item, state }): ServiceActionItem => {
      const due = item.due?.date ?? item.due?.text;
      return {
        uri: document.uri,
        path: pathFromTop(document),
        line: item.textRange.start.line,
        text: actionLabel(item),
        owners: actionOwnersOf(item),
        ...(due !== undefined && { due }),
        state,
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.state === 'overdue') - Number(a.state === 'overdue') ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999'),
    );
}
