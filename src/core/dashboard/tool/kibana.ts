import type { Address } from '../address.ts';
import type { View } from './view.ts';

const named = /kibana|opensearch|elastic|(?:^|[./])_dashboards(?:\/|$)/i;

/** `/app/NAME`, below a space (`/s/NAME`), a workspace of OpenSearch (`/w/NAME`), `/_dashboards` or anything else. */
const appPath = /\/app\/(?<app>[\w-]+)(?:\/(?<rest>[^#?]*))?$/;

/** Apps that keep the time in their fragment, by what the fragment begins with. Lists of dashboards and of searches have no time. */
const apps: Readonly<Record<string, RegExp>> = {
  dashboards: /^\/?(?:view\/|create|\?)/,
  dashboard: /^\/?(?:view\/|\?)/,
  discover: /^\/?(?:view\/|\?|$)/,
  visualize: /^\/?(?:edit|create)/,
  lens: /^\/?(?:edit|\?|$)/,
  maps: /^\/?(?:map|\?)/,
  kibana: /^\/(?:dashboard|discover|visualize\/(?:edit|create)|lens|context|doc|timelion)(?:[/?]|$)/,
  'data-explorer': /^\/?(?:view\/|\?|$)/,
};
/** Apps that keep it in the query. */
const withQuery = new Set(['apm', 'uptime', 'logs', 'metrics']);
/** Kibana 4, at any path. */
const oldFragment = /^\/(?:dashboard|discover|visualize\/(?:edit|create))(?:[/?]|$)/;

/**
 * Returns what an address of Kibana, or of OpenSearch Dashboards, shows; undefined for others. It can have any host. The paths are those of
 * https://www.elastic.co/docs/explore-analyze/report-and-share and, for short links, of
 * https://www.elastic.co/guide/en/kibana/current/short-urls-api-create.html (`/app/r/s/…`, before that `/goto/` with 32 digits).
 */
export function kibanaView({ host, path, fragment, query = '' }: Address): View | undefined {
  if (/\/goto\/[0-9a-f]{32}\/?$/.test(path) || /\/app\/r(?:\/s\/[\w-]+\/?)?$/.test(path)) {
    return 'short-link';
  }
  const isNamed = named.test(host) || named.test(path);
  const hasState = /[?&]_[ag]=/.test(fragment ?? '') || /(?:^|&)_[ag]=/.test(query);
  const { app, rest = '' } = appPath.exec(path)?.groups ?? {};
  if (app === undefined) {
    return fragment !== undefined && oldFragment.test(fragment) && (isNamed || hasState) ? 'view' : undefined;
  }
  if (withQuery.has(app)) {
    return isNamed || /(?:^|&)(?:rangeFrom|dateRangeStart)=/.test(query) ? 'view' : undefined;
  }
  const isView = apps[app]?.test(fragment ?? '') === true && (app !== 'data-explorer' || rest.startsWith('discover'));
  // Other products have an `/app/dashboards` too.
  return isView && (isNamed || hasState || app === 'kibana' || fragment?.startsWith('/') === true) ? 'view' : undefined;
}
