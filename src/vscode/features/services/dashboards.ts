import { env, l10n, window, type Uri } from 'vscode';
import {
  atTime,
  dashboardName,
  dashboardsOf,
  incidentSpan,
  linkedPaths,
  pathFromTop,
  tellsIncident,
  tellsProcedure,
  dashboardTools,
  UserError,
  type CatalogDocument,
  type Dashboard,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import { openIncidentsOf } from '../../services/open-incidents.ts';
import { tell } from '../../services/tell.ts';
import type { CommandDeps } from './commands.ts';

/** Opens an address in the browser as it is written. Resolves to false if it was not opened. */
export type OpenAddress = (address: string) => Thenable<boolean>;

/**
 * Opens an address in the browser as it is written. The text of a `Uri` would have other escapes, and dashboards have their state in
 * them; VS Code takes a text too, though its types do not say so.
 */
export const openAddress: OpenAddress = (address) => env.openExternal(address as unknown as Uri);

/** Opens a dashboard as its link is. */
export async function openDashboard(_: CommandDeps, target: unknown, open: OpenAddress = openAddress): Promise<void> {
  const node = typeof target === 'object' && target !== null && 'subject' in target ? target.subject : undefined;
  const dashboard = typeof node === 'object' && node !== null && 'dashboard' in node ? node.dashboard : target;
  const address = new Answers(dashboard).text('address');
  if (address === undefined || !/^https?:\/\//i.test(address)) {
    throw new UserError(l10n.t('Select a dashboard in the Services view first.'));
  }
  await open(address);
}

/**
 * Opens a dashboard of an incident at the time of the incident: of the record called on or in the editor, else of the open one. Those that
 * the record links to come first, then those of its runbooks, then those of its services.
 */
export async function openDashboardAtIncident(
  { deps, services }: CommandDeps,
  target: unknown,
  open: OpenAddress = openAddress,
): Promise<void> {
  const { index, clock } = deps;
  await index.whenReady();
  const record = recordFor(deps, target);
  const span = incidentSpan(record);
  if (span === undefined) {
    throw new UserError(l10n.t('{0} does not say when the incident was.', record.path));
  }
  const runbooks = runbooksOf(deps, record);
  const of = services.folders.find(({ folder }) => folder.uri.toString() === record.root);
  const pages =
    of?.services
      .ofDocument(record)
      .flatMap((key) => of.services.all.filter((each) => each.key === key).map((each) => of.pageOf(each))) ?? [];
  const found = new Map<string, { readonly dashboard: Dashboard; readonly from: string }>();
  const add = (dashboards: readonly Dashboard[], from: string): void =>
    dashboards.forEach((dashboard) => {
      if (!dashboard.template && !found.has(dashboard.address)) {
        found.set(dashboard.address, { dashboard, from });
      }
    });
  add(dashboardsOf([record]), l10n.t('this incident'));
  runbooks.forEach((runbook) => add(dashboardsOf([runbook]), runbook.title));
  pages.forEach((page) => add(page.dashboards, page.name));
  if (found.size === 0) {
    throw new UserError(
      l10n.t(
        'Neither {0} nor its runbooks, services and alerts link to a dashboard of Grafana, Datadog, Kibana or CloudWatch.',
        record.path,
      ),
    );
  }
  const items = [...found.values()].map(({ dashboard, from }) => ({
    label: dashboardName(dashboard),
    description: `${dashboardTools[dashboard.tool]} · ${from}`,
    dashboard,
  }));
  const given = new Answers(target).text('address');
  const chosen =
    given === undefined
      ? await chooseItem(items, { placeHolder: l10n.t('Choose a dashboard to see at the time of the incident.') })
      : items.find(({ dashboard }) => dashboard.address === given);
  if (chosen !== undefined) {
    const { address, changed } = atTime(chosen.dashboard.address, { from: span.from, to: span.to }, clock.now());
    if (span.approximate === true) {
      void tell(l10n.t('{0} states only the day, so the whole day is shown.', record.path));
    }
    if (!changed) {
      void tell(l10n.t('The time of this address cannot be set. It is opened as it is.'));
    }
    await open(address);
  }
}

function recordFor({ index, context }: Deps, target: unknown): CatalogDocument {
  const called = new Answers(target).target;
  const uri = called ?? window.activeTextEditor?.document.uri;
  const record = uri && index.catalog.get(uri.toString());
  if (record !== undefined && tellsIncident(record)) {
    return record;
  }
  const [open] = openIncidentsOf({ index, context });
  if (open === undefined || called !== undefined) {
    throw new UserError(l10n.t('Open the record of an incident first.'));
  }
  return open.document;
}

/** The runbooks that a record links to, in the order of the links. */
function runbooksOf({ index }: Deps, record: CatalogDocument): CatalogDocument[] {
  const runbooks = new Map(
    index.catalog
      .documents()
      .flatMap((document) =>
        document.root === record.root && tellsProcedure(document) ? [[pathFromTop(document), document] as const] : [],
      ),
  );
  return [...new Set(linkedPaths(record))].flatMap((path) => runbooks.get(path) ?? []);
}
