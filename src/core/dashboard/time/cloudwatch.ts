import { textOf, type Address } from '../address.ts';
import { changed, decoded, part, plain, type Encoded } from './encoded.ts';
import { jsurlChanges, jsurlTime } from './jsurl.ts';
import { withParameters } from './parameters.ts';
import type { Window } from './window.ts';

/**
 * Returns an address of CloudWatch with a time range; undefined for one that has none, such as a group of logs with its streams, or a query that is
 * not there yet.
 *
 * The console has it in the fragment. Dashboards have `;start=…;end=…`, and in the newer console `?start=…&end=…`, with a time of ISO 8601 or a
 * span (`PT3H`), as the dashboards themselves do:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html. Graphs of metrics have `graph=~(…)`,
 * and queries of logs `queryDetail=~(…)`, in which the signs of the fragment are `$` and two digits, once or twice. Those two are not documented;
 * Grafana makes such links: https://github.com/grafana/grafana/blob/main/public/app/plugins/datasource/cloudwatch/aws_url.ts.
 */
export function cloudwatchAt(address: Address, window: Window): string | undefined {
  const fragment = address.fragment ?? '';
  const once = decoded(plain(fragment), '%');
  const newFragment = /^(?:logsV2:)?(?:logs-insights|log-groups)/.test(once.text)
    ? logsAt(once, window)
    : once.text.startsWith('metrics')
      ? graphAt(once, window)
      : dashboardAt(once, window);
  return newFragment === undefined ? undefined : textOf({ ...address, fragment: newFragment });
}

function dashboardAt(fragment: Encoded, { from, to }: Window): string {
  const ends = [
    ['start', from.iso],
    ['end', to.iso],
  ] as const;
  if (!fragment.text.startsWith('dashboards/')) {
    return withParameters(fragment, ends, ';');
  }
  return withQuery(fragment, ends, '?');
}

function logsAt(once: Encoded, { from, to }: Window): string | undefined {
  const twice = decoded(once, '$');
  if (twice.text.startsWith('logsV2:log-groups')) {
    const ends = [
      ['start', from.ms],
      ['end', to.ms],
    ] as const;
    return /^[^?]*\/log-events/.test(twice.text) ? withQuery(twice, ends, '$3F') : undefined;
  }
  const wanted = [
    ['end', jsurlTime(to.iso)],
    ['start', jsurlTime(from.iso)],
    ['timeType', "'ABSOLUTE"],
  ] as const;
  return mappingAt(decoded(twice, '%'), 'queryDetail=~(', wanted, [['tz', "'UTC"]]);
}

function graphAt(once: Encoded, { from, to }: Window): string | undefined {
  const wanted = [
    ['start', jsurlTime(from.iso)],
    ['end', jsurlTime(to.iso)],
  ] as const;
  return mappingAt(once, 'graph=~(', wanted, []);
}

/** Sets parameters behind the first `?` of a fragment. @param mark how that is written where there is none. */
function withQuery(fragment: Encoded, wanted: ReadonlyArray<readonly [string, string]>, mark: '?' | '$3F'): string {
  const at = fragment.text.indexOf('?');
  if (at === -1) {
    const parameters = withParameters(plain(''), wanted);
    const encoded = mark === '?' ? parameters : parameters.replaceAll('=', '$3D').replaceAll('&', '$26');
    return fragment.written + mark + encoded;
  }
  const behind = part(fragment, at + 1, fragment.text.length);
  return fragment.written.slice(0, fragment.starts[at + 1]) + withParameters(behind, wanted, '&', fragment);
}

/** Sets keys of the mapping in JSURL that a mark opens. */
function mappingAt(
  fragment: Encoded,
  mark: string,
  wanted: ReadonlyArray<readonly [string, string]>,
  ifMissing: ReadonlyArray<readonly [string, string]>,
): string | undefined {
  const at = fragment.text.indexOf(mark);
  if (at === -1) {
    return undefined;
  }
  const from = at + mark.length - 2;
  const mapping = part(fragment, from, fragment.text.length);
  const changes = jsurlChanges(mapping.text, 1, wanted, ifMissing);
  return changes && fragment.written.slice(0, fragment.starts[from]) + changed(mapping, changes, mapping);
}
