import type { LinkState } from '../../../src/core/index.ts';
import { rowsOf } from '../csv.ts';

/** What a reader says about one alert. */
export interface AlertLabel {
  /** `owner/name`. */
  readonly repository: string;
  readonly path: string;
  /** From 1; any of them is right. */
  readonly lines: readonly number[];
  readonly name: string;
  readonly states: readonly LinkState[];
  /** `path` or `path#anchor`; empty where the state has none. */
  readonly target: string;
  /** Whether it may be left out. */
  readonly optional: boolean;
}

/** Returns the labels of a CSV file. @param name of the file, for messages. */
export function parseAlertLabels(text: string, name: string): AlertLabel[] {
  const columns = [
    'repo',
    'rule_file',
    'line',
    'alert',
    'link_state',
    'target',
    'line_alt',
    'also_accept',
    'scope',
  ] as const;
  return rowsOf(text, columns, name).map((row) => ({
    repository: row.repo,
    path: row.rule_file,
    lines: [row.line, row.line_alt].flatMap((line) => (line === '' ? [] : [Number(line)])),
    name: row.alert,
    states: [row.link_state, ...row.also_accept.split(/[|;\s]+/)].flatMap(stateOf),
    target: row.target,
    optional: row.scope === 'test',
  }));
}

/** Labels call what is only known when it fires `unreadable`. */
function stateOf(label: string): LinkState[] {
  const known: readonly LinkState[] = ['none', 'resolved', 'dead', 'anchor-missing', 'outside', 'pattern'];
  const name = label === 'unreadable' ? 'pattern' : label;
  return known.filter((state) => state === name);
}
