import { dashboardLinks, dashboardLinksOfAlert } from '../dashboard/links.ts';
import type { SurveyedAlert } from '../alert/survey.ts';
import type { DashboardTool } from '../dashboard/tool/tool.ts';
import { pathFromTop, type CatalogDocument } from '../document/document.ts';

/** A dashboard that documents or alerts link to. */
export interface Dashboard {
  readonly tool: DashboardTool;
  /** As written. */
  readonly address: string;
  /** What a link to it says; absent if none says anything. */
  readonly title?: string;
  /** Whether parts of the address are still to be filled in, so that nothing opens. */
  readonly template: boolean;
  /** The file of its first link, from the top of the repository. */
  readonly path: string;
  /** Of its first link, 0-based. */
  readonly line: number;
}

/** Returns the dashboards that documents and then alerts link to, each address once, in that order. */
export function dashboardsOf(
  documents: readonly CatalogDocument[],
  alerts: readonly SurveyedAlert[] = [],
): readonly Dashboard[] {
  const found = new Map<string, Dashboard>();
  const links = [
    ...documents.flatMap((document) => dashboardLinks(document).map((link) => ({ link, path: pathFromTop(document) }))),
    ...alerts.flatMap(({ alert, path }) => dashboardLinksOfAlert(alert).map((link) => ({ link, path }))),
  ];
  for (const { link, path } of links) {
    const { tool, address, template, range } = link;
    const known = found.get(address);
    const title = known?.title ?? link.title;
    const first = known ?? { tool, address, template, path, line: range.start.line };
    found.set(address, { ...first, ...(title !== undefined && { title }) });
  }
  return [...found.values()];
}

/** Returns what a dashboard is called where no link says it: the last part of its path that is a name, else the host. */
export function dashboardName({ title, address }: Pick<Dashboard, 'title' | 'address'>): string {
  if (title !== undefined) {
    return title;
  }
  const [, host = address, path = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const named = path.split('/').findLast((part) => /[a-z]{3}/i.test(part));
  return named === undefined ? host : `${named} (${host})`;
}
