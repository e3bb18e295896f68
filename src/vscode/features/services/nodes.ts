import type { Service, ServicePage } from '../../../core/index.ts';
import type { FolderServices } from './service-index.ts';

/** A workspace folder. Only in workspaces with several folders that have services. */
export interface ServiceRoot {
  readonly type: 'root';
  readonly id: string;
  readonly of: FolderServices;
}

/** A service. */
export interface ServiceNode {
  readonly type: 'service';
  readonly id: string;
  readonly of: FolderServices;
  readonly service: Service;
  readonly parent: ServiceRoot | undefined;
}

/** What a service has, in the order of the rows. */
export const serviceParts = [
  'objectives',
  'alerts',
  'runbooks',
  'dashboards',
  'incidents',
  'actionItems',
  'readiness',
] as const;
export type ServicePart = (typeof serviceParts)[number];

/** Rows of one sort below a service. */
export interface PartNode {
  readonly type: 'part';
  readonly id: string;
  readonly part: ServicePart;
  readonly page: ServicePage;
  readonly parent: ServiceNode;
}

/** What a row below a part is about. */
export type RowSubject =
  | { readonly part: 'objectives'; readonly objective: ServicePage['objectives'][number] }
  | { readonly part: 'alerts'; readonly alert: ServicePage['alerts'][number] }
  | { readonly part: 'runbooks' | 'readiness'; readonly runbook: ServicePage['runbooks'][number] }
  | { readonly part: 'dashboards'; readonly dashboard: ServicePage['dashboards'][number] }
  | { readonly part: 'incidents'; readonly incident: ServicePage['incidents'][number] }
  | { readonly part: 'actionItems'; readonly item: ServicePage['actionItems'][number] };

/** One alert, runbook, incident or action item. */
export interface RowNode {
  readonly type: 'row';
  readonly id: string;
  readonly subject: RowSubject;
  /** For commands called on the node; absent for alerts. */
  readonly document?: { readonly uri: string };
  readonly parent: PartNode;
}

/** A row that says who owns a service. */
export interface OwnerNode {
  readonly type: 'owner';
  readonly id: string;
  readonly owners: readonly string[];
  readonly parent: ServiceNode;
}

export type Node = ServiceRoot | ServiceNode | OwnerNode | PartNode | RowNode;

/** Returns the top rows: workspace folders if several have services, otherwise services. */
export function topNodes(folders: readonly FolderServices[]): Node[] {
  const [only] = folders;
  return folders.length > 1
    ? folders.map((of): ServiceRoot => ({ type: 'root', id: of.folder.uri.toString(), of }))
    : only === undefined
      ? []
      : servicesIn(only, undefined);
}

/** Returns the rows below a row. Parts without rows are left out. */
export function nodesBelow(node: Node): Node[] {
  switch (node.type) {
    case 'root':
      return servicesIn(node.of, node);
    case 'service':
      return partsOf(node);
    case 'part':
      return rowsOf(node);
    default:
      return [];
  }
}

function servicesIn(of: FolderServices, parent: ServiceRoot | undefined): ServiceNode[] {
  return of.services.all.map((service) => ({
    type: 'service',
    id: `${of.folder.uri.toString()}|${service.key}`,
    of,
    service,
    parent,
  }));
}

function partsOf(parent: ServiceNode): Node[] {
  const page = parent.of.pageOf(parent.service);
  const owner: OwnerNode = { type: 'owner', id: `${parent.id}|owner`, owners: page.owners, parent };
  return [
    ...(page.owners.length > 0 ? [owner] : []),
    ...serviceParts
      .filter((part) => subjectsOf(part, page).length > 0)
      .map((part): PartNode => ({ type: 'part', id: `${parent.id}|${part}`, part, page, parent })),
  ];
}

function rowsOf(parent: PartNode): RowNode[] {
  return subjectsOf(parent.part, parent.page).map((subject, index) => {
    const document = documentOf(subject);
    return { type: 'row', id: `${parent.id}|${index}`, subject, ...(document && { document }), parent };
  });
}

/** Returns what a part of a page has rows for. */
export function subjectsOf(part: ServicePart, page: ServicePage): RowSubject[] {
  switch (part) {
    case 'objectives':
      return page.objectives.map((objective) => ({ part, objective }));
    case 'alerts':
      return page.alerts.map((alert) => ({ part, alert }));
    case 'runbooks':
    case 'readiness':
      return page.runbooks.map((runbook) => ({ part, runbook }));
    case 'dashboards':
      return page.dashboards.map((dashboard) => ({ part, dashboard }));
    case 'incidents':
      return page.incidents.map((incident) => ({ part, incident }));
    case 'actionItems':
      return page.actionItems.map((item) => ({ part, item }));
  }
}

function documentOf(subject: RowSubject): { readonly uri: string } | undefined {
  switch (subject.part) {
    case 'objectives':
    case 'alerts':
    case 'dashboards':
      return undefined;
    case 'runbooks':
    case 'readiness':
      return subject.runbook;
    case 'incidents':
      return subject.incident;
    case 'actionItems':
      return subject.item;
  }
}
