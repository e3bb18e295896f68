import type { Address } from '../address.ts';
import type { View } from './view.ts';

/** Sites of Datadog (https://docs.datadoghq.com/getting_started/site/), with the subdomain of an organisation or a region. */
const site = /^(?<sub>[\w-]+)(?:\.(?:us\d|ap\d|uk\d|eu\d?))?\.(?:datadoghq\.(?:com|eu)|ddog-gov\.com)$/;
const withoutViews = new Set(['www', 'docs', 'api', 'learn', 'status', 'help', 'static', 'install', 'corp', 'trust']);

const views =
  /^\/(?:dash(?:board)?\/(?!lists?(?:\/|$)|reports(?:\/|$)|shared(?:\/|$))[^/]|screen\/(?!list)[^/]|sb\/[^/]|logs(?:\/(?:analytics|livetail|patterns))?\/?$|apm(?:\/|$)|metric\/explorer(?:\/|$)|notebook\/(?!list|template)[^/]|rum\/(?:explorer|sessions|performance|dashboard)|event\/(?:explorer|stream)|databases\/?|containers\/?$|orchestration\/explorer|process\/?$)/;
/** A link that the tool made of another, such as one to a saved view. */
const short = /^\/s\/[\w-]+/;
/** Pages of traces about how they are collected, not what they say. */
const settings =
  /^\/apm\/(?:settings|getting-started|install|docs|setup|traces\/(?:generation-metrics|retention-filters))/;

/**
 * Returns what an address of Datadog shows; undefined for others. Its paths are those that https://docs.datadoghq.com/dashboards/,
 * https://docs.datadoghq.com/logs/explorer/ and the like lead to; `p.datadoghq.com/sb/…` is a dashboard shared with the public.
 */
export function datadogView({ host, path }: Address): View | undefined {
  const sub = site.exec(host)?.groups?.['sub'];
  if (sub === undefined || withoutViews.has(sub)) {
    return undefined;
  }
  if (short.test(path)) {
    return 'short-link';
  }
  return views.test(path) && !settings.test(path) ? 'view' : undefined;
}
