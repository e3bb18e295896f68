import { textOf, type Address } from '../address.ts';
import { plain } from './encoded.ts';
import { namesIn, withParameters, type Parameter } from './parameters.ts';
import type { Window } from './window.ts';

/**
 * Returns an address of Datadog with a time range; undefined for one that always shows what is new.
 *
 * Dashboards and logs have `from_ts`, `to_ts`, in milliseconds since 1970, and `live`, which moves the range along unless it is `false`:
 * https://docs.datadoghq.com/dashboards/guide/custom_time_frames/#url. Newer ones also say so in `refresh_mode`. Traces and the explorer of metrics
 * have `start`, `end` and `paused`; notebooks may have `start` and `range`, the length.
 */
export function datadogAt(address: Address, { from, to }: Window): string | undefined {
  const { path, query = '' } = address;
  if (path.startsWith('/logs/livetail')) {
    return undefined;
  }
  const names = namesIn(query);
  const isOlder = ['from_ts', 'to_ts'].some((name) => names.has(name));
  const isNewer = names.has('start') || names.has('end') || /^\/(?:apm|metric)(?:\/|$)/.test(path);
  const ends: Parameter[] =
    isOlder || !isNewer
      ? [
          ['from_ts', from.ms],
          ['to_ts', to.ms],
          ['live', 'false'],
        ]
      : names.has('range')
        ? [
            ['start', from.ms],
            ['range', String(Number(to.ms) - Number(from.ms))],
            ['live', 'false'],
          ]
        : [
            ['start', from.ms],
            ['end', to.ms],
            ['paused', 'true'],
          ];
  const ifThere: Parameter[] = [
    ['refresh_mode', 'paused'],
    ['live', 'false'],
    ['paused', 'true'],
  ];
  const wanted = [...ends, ...ifThere.filter(([name]) => names.has(name) && ends.every(([other]) => other !== name))];
  return textOf({ ...address, query: withParameters(plain(query), wanted) });
}
