import { textOf, type Address } from '../address.ts';
import { changed, decoded, plain, type Change } from './encoded.ts';
import { entryChanges, groupAt, json } from './notation.ts';
import { namesIn, rewritten, withParameters, type Parameter } from './parameters.ts';
import type { Window } from './window.ts';

/**
 * Returns an address of Grafana with a time range; undefined for one that has none, such as a snapshot.
 *
 * Dashboards, panels and the apps for exploring have `from` and `to` in the query, in milliseconds since 1970 or as `now`; or `time` and
 * `time.window`, the middle and the length, also in milliseconds:
 * https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/create-dashboard-url-variables/#controlling-time-range-using-the-url.
 * Explore has them in JSON: https://grafana.com/docs/grafana/latest/explore/#generate-explore-urls-from-external-tools.
 */
export function grafanaAt(address: Address, window: Window): string | undefined {
  if (/\/dashboard\/snapshot\//.test(address.path)) {
    return undefined;
  }
  const query = /\/explore\/?$/.test(address.path)
    ? exploreAt(address.query ?? '', window)
    : dashboardAt(address.query ?? '', window);
  return query === undefined ? undefined : textOf({ ...address, query });
}

function dashboardAt(query: string, { from, to, open }: Window): string {
  const names = namesIn(query);
  const isMiddle = names.has('time') && names.has('time.window');
  const [first, last] = [Number(from.ms), Number(to.ms)];
  const middle: Parameter[] = [
    ['time', String(Math.round((first + last) / 2))],
    ['time.window', String(last - first)],
  ];
  const ends: Parameter[] = [
    ['from', from.ms],
    ['to', open ? 'now' : to.ms],
  ];
  const wanted = isMiddle ? [...middle, ...ends.filter(([name]) => names.has(name))] : ends;
  return withParameters(plain(query), wanted);
}

/** Explore up to Grafana 9 has one pane in each of the first two; since Grafana 10 all are in the last. */
const holders = ['left', 'right', 'panes'] as const;

function exploreAt(query: string, window: Window): string | undefined {
  const names = namesIn(query);
  if (holders.every((name) => !names.has(name))) {
    return undefined;
  }
  return rewritten(query, holders, (written, name) => {
    const value = decoded(plain(written), '%');
    const changes = name === 'panes' ? panesChanges(value.text, window) : paneChanges(value.text, 0, window);
    return changes && changed(value, changes, value);
  });
}

function panesChanges(text: string, window: Window): Change[] | undefined {
  const panes = groupAt(text, 0, json)?.entries.map(({ start }) => paneChanges(text, start, window));
  return panes === undefined || panes.length === 0 || panes.includes(undefined)
    ? undefined
    : panes.flatMap((changes) => changes ?? []);
}

function paneChanges(text: string, open: number, window: Window): Change[] | undefined {
  const pane = groupAt(text, open, json);
  if (pane === undefined) {
    return undefined;
  }
  const [from, to] = [`"${window.from.ms}"`, window.open ? '"now"' : `"${window.to.ms}"`];
  if (text[open] === '[') {
    const [first, second] = pane.entries;
    return first === undefined || second === undefined || !isText(text, first.start) || !isText(text, second.start)
      ? undefined
      : [
          { start: first.start, end: first.end, text: from },
          { start: second.start, end: second.end, text: to },
        ];
  }
  const range = pane.entries.find(({ key }) => key === 'range');
  const group = range && groupAt(text, range.start, json);
  const ends = [
    ['from', from],
    ['to', to],
  ] as const;
  return group === undefined
    ? entryChanges(pane, [['range', `{"from":${from},"to":${to}}`]], jsonEntry)
    : entryChanges(group, ends, jsonEntry);
}

function isText(text: string, at: number): boolean {
  return text[at] === json.quote;
}

function jsonEntry(key: string, value: string): string {
  return `"${key}":${value}`;
}
