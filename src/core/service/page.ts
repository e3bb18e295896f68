import type { AlertSurvey } from '../alert/survey.ts';
import { alertRows, coverageOf, type AlertRow } from '../alert/told.ts';
import { pagesOf } from '../alert/uses.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { reviewOf } from '../check/facts/review.ts';
import { pathFromTop, type CatalogDocument } from '../document/document.ts';
import { compareDocuments } from '../document/reading-order.ts';
import { actionOwnersOf, followUpsOf } from '../record/actions/follow-ups.ts';
import { actionLabel } from '../record/actions/label.ts';
import type { ActionState } from '../record/actions/state.ts';
import { isOpenPhase, type IncidentPhase } from '../record/status.ts';
import { groupedBy } from '../util/grouped-by.ts';
import { tellsIncident, tellsProcedure } from '../vocabulary/kind.ts';
import { incidentOf } from '../workflow/incident/incident.ts';
import { titleWithoutDate } from '../workflow/links/add-links.ts';
import { Services, type Service } from './names.ts';

/** What the pages of services are made from: one repository. */
export interface ServiceWorld {
  readonly catalog: Catalog;
  /** The root of its documents in the catalog. */
  readonly root: string;
  /** Undefined if there are no rule files. */
  readonly survey: AlertSurvey | undefined;
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
  /** Without those of test data. */
  readonly alerts: readonly AlertRow[];
  /** The share of its alerts with a link that is not dead, from 0 to 1; absent without alerts. */
  readonly coverage?: number;
  /** By title. */
  readonly runbooks: readonly ServiceRunbook[];
  /** Open ones first, then newest first. */
  readonly incidents: readonly ServiceIncident[];
  /** Overdue ones first, then by due date. */
  readonly actionItems: readonly ServiceActionItem[];
}

/** Returns the services of a repository. */
export function servicesOf({ catalog, root, survey }: ServiceWorld): Services {
  const team = catalog.team(root);
  return new Services({
    documents: documentsOf(catalog, root),
    alerts: survey?.alerts ?? [],
    objectives: [],
    configured: team.settingsFor('').words.services ?? [],
    ownedFolders: team.ownedFolders,
  });
}

/** Returns the page of a service. */
export function servicePage(world: ServiceWorld, services: Services, { key, name }: Service): ServicePage {
  const { catalog, root, survey } = world;
  const isOwn = (keys: readonly string[]): boolean => keys.includes(key);
  const documents = documentsOf(catalog, root);
  const surveyed = (survey?.alerts ?? []).filter((each) => !each.alert.test && isOwn(services.ofAlert(each)));
  const led = new Map(
    [...groupedBy(surveyed.flatMap(pagesOf), (path) => path)].map(([path, all]) => [path, all.length]),
  );
  const runbooks = documents.filter(
    (document) =>
      tellsProcedure(document) &&
      // What an alert of the service leads to belongs to it, unless it says whose it is.
      (isOwn(services.ofDocument(document)) ||
        (led.has(pathFromTop(document)) && services.ofDocument(document).length === 0)),
  );
  const records = documents.filter((document) => tellsIncident(document) && isOwn(services.ofDocument(document)));
  const alerts = survey === undefined ? [] : alertRows({ ...survey, alerts: surveyed });
  return {
    name,
    key,
    owners: ownersOf(catalog, root, runbooks),
    alerts,
    ...(alerts.length > 0 && { coverage: coverageOf(alerts) }),
    runbooks: runbooks.toSorted(compareDocuments).map((document) => runbookOf(catalog, document, led)),
    incidents: records.toSorted(compareDocuments).map(incidentFactsOf).toSorted(openFirst),
    actionItems: actionItemsOf(records, catalog.today),
  };
}

/** The runbooks and postmortems of a root; templates are none. */
function documentsOf(catalog: Catalog, root: string): CatalogDocument[] {
  return catalog.documents().filter((document) => document.root === root && document.kind !== 'other');
}

function ownersOf(catalog: Catalog, root: string, runbooks: readonly CatalogDocument[]): string[] {
  const team = catalog.team(root);
  const named = runbooks.flatMap((document) => {
    const stated = document.metadata.owners ?? [];
    return stated.length > 0 ? stated : team.ownersOf(pathFromTop(document));
  });
  return [...groupedBy(named, (name) => name.replace(/^@/, '').toLowerCase()).values()]
    .toSorted((a, b) => b.length - a.length)
    .map(([first = '']) => first);
}

function runbookOf(catalog: Catalog, document: CatalogDocument, led: ReadonlyMap<string, number>): ServiceRunbook {
  const findings = catalog.check(document.uri)?.findings ?? [];
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
