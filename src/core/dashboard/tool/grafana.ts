import type { Address } from '../address.ts';
import { namesIn } from '../time/parameters.ts';
import type { View } from './view.ts';

/** Sites that have something else at such paths. */
const others = /(?:^|\.)(?:google\.com|github\.(?:com|io)|gitlab\.com|grafana\.com|dropbox\.com)$/;
const watching = /grafana|dashboard|monitor|metric|observ|telemetry|(?:^|[.-])stats?(?:[.-]|$)/;

const paths = {
  /** `/d/UID/slug`, and one panel alone: `/d-solo/UID/slug`. */
  dashboard: /^(?<before>.*)\/d(?:-solo)?\/(?<uid>[\w.~%-]{1,100})(?:\/(?<slug>[^/]*))?\/?$/,
  /** Before Grafana 5, and what comes from files. */
  older: /\/dashboard(?:-solo)?\/(?:db|file|script|snapshot)\/[^/]/,
  /** The address may come from outside, without an account. */
  shared: /\/public-dashboards\/[^/]/,
  explore: /^(?<before>.*)\/explore(?:\/metrics(?:\/\w+)?)?\/?$/,
  /** Apps that explore logs, metrics, traces and profiles (Drilldown), and clusters. */
  app: /\/a\/grafana-(?:lokiexplore|metricsdrilldown|exploretraces|pyroscope|k8s|asserts)-app(?:\/|$)/,
  short: /^(?<before>.*)\/goto\/[\w-]+\/?$/,
} as const;

/** Parameters that only Grafana has. */
function hasOwnParameters({ query = '' }: Address): boolean {
  const names = namesIn(query);
  return (
    ['orgId', 'viewPanel', 'panelId', 'panes', 'left'].some((name) => names.has(name)) ||
    (names.has('from') && names.has('to')) ||
    /(?:^|&)var-/.test(query)
  );
}

/**
 * Returns what an address of Grafana shows; undefined for others. It can have any host, and any path before its own (`/grafana/d/…`). The paths
 * are those of its documentation:
 * https://grafana.com/docs/grafana/latest/dashboards/share-dashboards-panels/ and
 * https://grafana.com/docs/grafana/latest/developers/http_api/short_url/ (`/goto/`).
 */
export function grafanaView(address: Address): View | undefined {
  const { host, path } = address;
  if (others.test(host)) {
    return undefined;
  }
  const isNamed = host.includes('grafana') || /\/grafana(?:\/|$)|\/proxy\//i.test(path);
  if (paths.older.test(path) || paths.shared.test(path) || paths.app.test(path)) {
    return 'view';
  }
  const { before, uid = '', slug = '' } = paths.dashboard.exec(path)?.groups ?? {};
  if (before !== undefined && (before === '' || before === '/render' || isNamed)) {
    // A discussion in Flarum is `/d/12-title`, and a post in it `/d/12-title/4`.
    const isDiscussion = /^\d+-/.test(uid) && /^\d*$/.test(slug);
    const isClear = isNamed || hasOwnParameters(address);
    return isClear || (!isDiscussion && (slug !== '' || watching.test(host))) ? 'view' : undefined;
  }
  if (paths.explore.test(path)) {
    const names = namesIn(address.query ?? '');
    return isNamed || names.has('panes') || names.has('left') || (names.has('orgId') && watching.test(host))
      ? 'view'
      : undefined;
  }
  return paths.short.test(path) && (isNamed || namesIn(address.query ?? '').has('orgId')) ? 'short-link' : undefined;
}
