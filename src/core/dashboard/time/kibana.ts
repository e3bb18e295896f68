import { textOf, type Address } from '../address.ts';
import { changed, decoded, plain, type Change } from './encoded.ts';
import { entryChanges, groupAt, rison } from './notation.ts';
import { namesIn, rewritten, withParameters, type Parameter } from './parameters.ts';
import type { Window } from './window.ts';

/**
 * Returns an address of Kibana or OpenSearch Dashboards with a time range; undefined where the state is not in the address (`_g=h@…` names one
 * that only one browser has), or cannot be read.
 *
 * Dashboards, Discover and the like have it in `_g`, the global state, which is a parameter in the fragment and written in Rison:
 * `_g=(time:(from:now-15m,to:now))`. The state of the page, `_a`, has no time. See
 * https://www.elastic.co/guide/en/kibana/current/dashboard.html#share-dashboards and, for OpenSearch, which has the same,
 * https://docs.opensearch.org/latest/dashboards/. Pages of traces and of uptime have parameters in the query.
 */
export function kibanaAt(address: Address, window: Window): string | undefined {
  const { query = '', fragment = '' } = address;
  const names = namesIn(query);
  const [from, to] = [window.from.iso, window.open ? 'now' : window.to.iso];
  const app = /\/app\/(apm|uptime|logs|metrics)(?:\/|$)/.exec(address.path)?.[1];
  if (app !== undefined) {
    const ends: Parameter[] | undefined =
      app === 'apm' || names.has('rangeFrom')
        ? [
            ['rangeFrom', from],
            ['rangeTo', to],
          ]
        : app === 'uptime' || names.has('dateRangeStart')
          ? [
              ['dateRangeStart', from],
              ['dateRangeEnd', to],
            ]
          : undefined;
    return ends && textOf({ ...address, query: withParameters(plain(query), ends) });
  }
  const mark = fragment.indexOf('?');
  const [route, inner] = mark === -1 ? [fragment, ''] : [fragment.slice(0, mark), fragment.slice(mark + 1)];
  const times = `(from:'${from}',to:${window.open ? 'now' : `'${to}'`})`;
  const newQuery = statesAt(query, times);
  const newInner =
    !names.has('_g') && !namesIn(inner).has('_g')
      ? withParameters(plain(inner), [['_g', `(time:${times})`]])
      : statesAt(inner, times);
  if (newQuery === undefined || newInner === undefined) {
    return undefined;
  }
  const newFragment =
    mark === -1 && newInner === '' ? address.fragment : `${route || (mark === -1 ? '/' : '')}?${newInner}`;
  return textOf({ ...address, query: address.query === undefined ? undefined : newQuery, fragment: newFragment });
}

/** Returns parameters with the time in each `_g` of them; undefined if one cannot be read. */
function statesAt(parameters: string, times: string): string | undefined {
  return rewritten(parameters, ['_g'], (written) => {
    const value = decoded(plain(written), '%');
    const changes = stateChanges(value.text, times);
    return changes && changed(value, changes, value);
  });
}

function stateChanges(text: string, times: string): Change[] | undefined {
  if (text === '') {
    return [{ start: 0, end: 0, text: `(time:${times})` }];
  }
  const state = groupAt(text, 0, rison);
  const time = state?.entries.find(({ key }) => key === 'time');
  const group = time && groupAt(text, time.start, rison);
  if (state === undefined || group === undefined) {
    return state && entryChanges(state, [['time', times]], risonEntry);
  }
  // Up to Kibana 6 the mode says how the ends are to be read.
  const mode = group.entries.some(({ key }) => key === 'mode') ? [['mode', 'absolute'] as const] : [];
  const ends = (groupAt(times, 0, rison)?.entries ?? []).map(
    ({ key, start, end }) => [key, times.slice(start, end)] as const,
  );
  return entryChanges(group, [...ends, ...mode], risonEntry);
}

function risonEntry(key: string, value: string): string {
  return `${key}:${value}`;
}
