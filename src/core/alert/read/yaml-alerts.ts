import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import type { Alert, AlertSource } from '../alert.ts';
import { linksOf, type Statement } from '../link/candidates.ts';
import { expanded, type Variables } from './expand.ts';
import { restored, type Blanked } from './go-template.ts';
import { childrenOf, entriesOf, resolved, treeOf, valueOf, type Entry, type Tree } from '../../text/yaml/tree.ts';

/** More alerts of one file are not read. */
export const mostAlerts = 20_000;

/** A rule file as its readers take it. */
export interface RuleText {
  readonly original: string;
  readonly blanked: Blanked;
  readonly lines: Lines;
  readonly variables: Variables;
  /** Whether it is a template of Helm or the like. */
  readonly template: boolean;
  readonly test: boolean;
  /** Further keys whose values are links to runbooks. */
  readonly keys: readonly string[];
}

/** The alerts of a text, and where it stops being YAML. */
export interface YamlAlerts {
  readonly alerts: readonly Alert[];
  readonly errorAt?: number;
  /** Why nothing was read. */
  readonly refused?: string;
  readonly tooMany: boolean;
}

/** What the mappings around a node say. */
interface Surroundings {
  readonly kind?: string;
  readonly group?: string;
  /** Of the group, for all of its rules. */
  readonly labels?: YAMLMap;
  /** Whether it is in a list named `rules`. */
  readonly inRules: boolean;
}

/** Returns the alerts in the YAML of a rule file, or in the YAML that one of its strings holds. Stops at the first error. */
export function yamlAlerts(source: RuleText): YamlAlerts {
  const alerts: Alert[] = [];
  const { errorAt, refused } = readPart(source, source.blanked.text, 0, alerts, true);
  const sound = alerts.filter(({ extent }) => errorAt === undefined || source.lines.offsetAt(extent.end) <= errorAt);
  return {
    alerts: sound,
    tooMany: alerts.length >= mostAlerts,
    ...(errorAt !== undefined && { errorAt }),
    ...(refused !== undefined && { refused }),
  };
}

function readPart(
  source: RuleText,
  text: string,
  base: number,
  alerts: Alert[],
  outermost: boolean,
): Pick<YamlAlerts, 'errorAt' | 'refused'> {
  const tree = treeOf(text);
  const waiting = tree.roots
    .filter((root) => !isTest(root))
    .map((node) => ({ node, around: { inRules: false } as Surroundings }));
  waiting.reverse();
  for (let next = waiting.pop(); next !== undefined && alerts.length < mostAlerts; next = waiting.pop()) {
    const { node, around } = next;
    if (isMap(node)) {
      const entries = entriesOf(node, tree);
      const found = new Reader(source, tree, base).alertOf(node, entries, around);
      if (found !== undefined) {
        alerts.push(found);
        continue;
      }
      const inside = surroundingsIn(entries, around, tree);
      for (const { key, value } of entries.toReversed()) {
        if (value !== null && !isBlockOfTest(key)) {
          waiting.push({ node: value, around: { ...inside, inRules: key === 'rules' || key === 'rule' } });
        }
      }
    } else if (isSeq(node)) {
      for (const item of childrenOf(node).toReversed()) {
        waiting.push({ node: item, around });
      }
    } else if (outermost && isScalar(node)) {
      const held = heldYaml(node, text);
      if (held !== undefined) {
        // What is no YAML, such as prose that quotes rules, holds none.
        const inside: Alert[] = [];
        if (readPart(source, held.text, held.from, inside, false).errorAt === undefined) {
          alerts.push(...inside);
        }
      }
    }
  }
  const { errorAt, refused } = tree;
  return { ...(errorAt !== undefined && { errorAt: base + errorAt }), ...(refused !== undefined && { refused }) };
}

/** A test file of promtool: it states when alerts fire, and defines none. */
function isTest(root: Node): boolean {
  return isMap(root) && root.has('tests') && (root.has('rule_files') || root.has('evaluation_interval'));
}

function isBlockOfTest(key: string): boolean {
  return key === 'alert_rule_test' || key === 'exp_alerts';
}

function surroundingsIn(entries: readonly Entry[], around: Surroundings, tree: Tree): Surroundings {
  const kind = textOf(valueOf(entries, 'kind', tree)) ?? around.kind;
  const isGroup = entries.some(({ key }) => key === 'rules');
  const group = isGroup ? (textOf(valueOf(entries, 'name', tree)) ?? around.group) : around.group;
  const labels = isGroup ? valueOf(entries, 'labels', tree) : around.labels;
  return {
    inRules: false,
    ...(kind !== undefined && { kind }),
    ...(group !== undefined && { group }),
    ...(isMap(labels) && { labels }),
  };
}

function textOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** The text of a block (`|`) in which rules stand, as in a ConfigMap, with its offset. */
function heldYaml(node: Scalar, text: string): { text: string; from: number } | undefined {
  if (node.type !== 'BLOCK_LITERAL' || !node.range || typeof node.value !== 'string') {
    return undefined;
  }
  if (!/\b(?:alert|title)["']?:/.test(node.value)) {
    return undefined;
  }
  const [start, end] = node.range;
  const header = /[^\r\n]*(?:\r\n|\r|\n)/y;
  header.lastIndex = start;
  const from = start + (header.exec(text)?.[0].length ?? 0);
  return { text: text.slice(from, end), from };
}

/** Keys that only rules of Grafana have, beside their title. */
const grafanaKeys = ['data', 'condition', 'noDataState', 'execErrState'];
const datadogType = /\b(?:alert|check|composite)\b/;

class Reader {
  readonly #source: RuleText;
  readonly #tree: Tree;
  readonly #base: number;

  constructor(source: RuleText, tree: Tree, base: number) {
    this.#source = source;
    this.#tree = tree;
    this.#base = base;
  }

  /** The alert that a mapping defines; undefined if it defines none. */
  alertOf(map: YAMLMap, entries: readonly Entry[], around: Surroundings): Alert | undefined {
    const has = (key: string): boolean => entries.some((entry) => entry.key === key);
    const named = (key: string): Entry | undefined => entries.find((entry) => entry.key === key);
    const alert = named('alert');
    if (alert !== undefined && (has('expr') || (this.#source.template && has('annotations') && has('labels')))) {
      const source = this.#source.template
        ? 'helm'
        : around.kind?.endsWith('Rule') === true
          ? 'prometheus-rule'
          : 'prometheus';
      return this.#alert(map, entries, around, alert, source);
    }
    const title = named('title');
    if (title !== undefined && around.inRules && grafanaKeys.some(has)) {
      return this.#alert(map, entries, around, title, 'grafana');
    }
    const name = named('name');
    const type = textOf(valueOf(entries, 'type', this.#tree));
    if (name !== undefined && has('message') && has('query') && type !== undefined && datadogType.test(type)) {
      return this.#alert(map, entries, around, name, 'datadog');
    }
    return undefined;
  }

  #alert(
    map: YAMLMap,
    entries: readonly Entry[],
    around: Surroundings,
    nameEntry: Entry,
    source: AlertSource,
  ): Alert | undefined {
    const name = this.#statement(nameEntry.key, nameEntry.value);
    if (name === undefined || name.address.trim() === '' || !map.range) {
      return undefined;
    }
    const own = this.#statements(valueOf(entries, 'labels', this.#tree));
    const labels = [
      ...own,
      ...this.#statements(around.labels).filter(({ key }) => own.every((label) => label.key !== key)),
    ];
    const annotations = this.#statements(valueOf(entries, 'annotations', this.#tree));
    const beside = entries.flatMap(({ key, value }) =>
      isScalar(value) && key !== nameEntry.key && key !== 'expr' ? (this.#statement(key, value) ?? []) : [],
    );
    const severity = valueIn(labels, 'severity') ?? valueIn(labels, 'priority') ?? valueIn(beside, 'priority');
    const duration = valueIn(beside, 'for');
    const expression = this.#plain(this.#expressionOf(entries, source));
    const group =
      around.group === undefined
        ? undefined
        : this.#source.blanked.parts.length > 0
          ? this.#restored(around.group)
          : around.group;
    return {
      name: name.address.trim(),
      range: this.#range(nameEntry.keyNode),
      nameRange: {
        start: this.#source.lines.positionAt(name.span[0]),
        end: this.#source.lines.positionAt(name.span[1]),
      },
      extent: this.#range(map),
      source,
      ...(severity !== undefined && severity !== '' && { severity }),
      ...(group !== undefined && { group }),
      ...(duration !== undefined && { duration }),
      ...(expression !== undefined && { expression }),
      labels: new Map(labels.map(({ key, address }) => [key, address])),
      annotations: new Map(annotations.map(({ key, address }) => [key, address])),
      links: linksOf([...annotations, ...labels, ...beside], this.#source),
      test: this.#source.test,
    };
  }

  /** A name of a group in a template: only what is known is told. */
  #restored(text: string): string {
    return text.replace(/[\ue000\ue001]+/g, '…');
  }

  #statements(node: Node | undefined): Statement[] {
    return isMap(node)
      ? entriesOf(node, this.#tree).flatMap(({ key, value }) => this.#statement(key, value) ?? [])
      : [];
  }

  #statement(key: string, value: Node | null): Statement | undefined {
    const node = resolved(value, this.#tree);
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) {
      return undefined;
    }
    const [start, end] = [node.range[0] + this.#base, node.range[1] + this.#base];
    const written = restored(node.value, this.#source.original, this.#source.blanked, [start, end]);
    return {
      key,
      written,
      address: expanded(written, this.#source.variables, start),
      span: [start, end],
    };
  }

  /** Grafana has it in the first query that has one. */
  #expressionOf(entries: readonly Entry[], source: AlertSource): Node | undefined {
    if (source !== 'grafana') {
      return valueOf(entries, source === 'datadog' ? 'query' : 'expr', this.#tree);
    }
    const data = valueOf(entries, 'data', this.#tree);
    const queries = data === undefined ? [] : childrenOf(data).filter(isMap);
    const models = queries.map((query) => valueOf(entriesOf(query, this.#tree), 'model', this.#tree)).filter(isMap);
    return models
      .map((model) => valueOf(entriesOf(model, this.#tree), 'expr', this.#tree))
      .find((node) => node !== undefined);
  }

  #plain(node: Node | undefined): string | undefined {
    return node === undefined ? undefined : this.#statement('', node)?.written.trim();
  }

  #range(node: Node): Range {
    const [start = 0, end = 0] = node.range ?? [];
    const { lines } = this.#source;
    return { start: lines.positionAt(start + this.#base), end: lines.positionAt(end + this.#base) };
  }
}

function valueIn(statements: readonly Statement[], key: string): string | undefined {
  return statements.find((statement) => statement.key === key)?.address.trim();
}
