import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { childrenOf, entriesOf, resolved, type Entry, type Tree } from '../../text/yaml/tree.ts';
import type { Objective, ObjectiveProblem } from '../objective.ts';

/** More of one file is not read: aliases can make much of a short text. */
const mostSteps = 500_000;
const mostObjectives = 10_000;
const mostProblems = 1000;

/** An objective, and the offsets of what it was read from. */
export interface FoundObjective {
  readonly objective: Objective;
  readonly start: number;
  readonly end: number;
}

/** A YAML file that is read for objectives, and what was found in it. Reading ends where it becomes too much. */
export class ObjectiveText {
  readonly path: string;
  readonly found: FoundObjective[] = [];
  readonly problems: ObjectiveProblem[] = [];
  readonly #text: string;
  readonly #lines: Lines;
  readonly #tree: Tree;
  readonly #known = new Map<YAMLMap, Fields>();
  #steps = 0;

  constructor(path: string, text: string, lines: Lines, tree: Tree) {
    this.path = path;
    this.#text = text;
    this.#lines = lines;
    this.#tree = tree;
  }

  /** Whether there was more than is read. */
  get exhausted(): boolean {
    return this.#steps > mostSteps || this.found.length >= mostObjectives || this.problems.length >= mostProblems;
  }

  /** The mappings that stand for objects: documents, items of a list of such, and those of a `List` of Kubernetes; each once. */
  objects(): Fields[] {
    const objects: Fields[] = [];
    const seen = new Set<Node>();
    const waiting = this.#tree.roots.toReversed();
    for (let next = waiting.pop(); next !== undefined && !this.exhausted; next = waiting.pop()) {
      const node = this.resolved(next);
      if (node === undefined || seen.has(node)) {
        continue;
      }
      seen.add(node);
      if (isSeq(node)) {
        for (const item of childrenOf(node).toReversed()) {
          waiting.push(item);
        }
        continue;
      }
      const fields = this.fieldsOf(node);
      const items = fields?.value('items');
      if (fields?.text('kind')?.endsWith('List') === true && items !== undefined) {
        waiting.push(items);
      } else if (fields !== undefined) {
        objects.push(fields);
      }
    }
    return objects;
  }

  /** The fields of a mapping; undefined for other nodes. */
  fieldsOf(node: Node | undefined): Fields | undefined {
    this.#steps += 1;
    if (!isMap(node) || this.exhausted) {
      return undefined;
    }
    const known = this.#known.get(node) ?? new Fields(this, node, this.#entries(node));
    this.#known.set(node, known);
    return known;
  }

  #entries(map: YAMLMap): Entry[] {
    const entries = entriesOf(map, this.#tree);
    this.#steps += entries.length;
    return entries;
  }

  /** The node that an alias stands for; other nodes as they are. */
  resolved(node: Node | null | undefined): Node | undefined {
    return resolved(node, this.#tree);
  }

  /** As written; empty for a node without a place. */
  written(node: Node | null): string {
    return node?.range ? this.#text.slice(node.range[0], node.range[1]) : '';
  }

  rangeOf(node: Node): Range {
    const [start = 0, end = 0] = node.range ?? [];
    return { start: this.#lines.positionAt(start), end: this.#lines.positionAt(end) };
  }

  problem(line: number, message: string): void {
    this.problems.push({ line, message });
  }
}

/** The fields of one mapping, by their names. */
export class Fields {
  readonly #source: ObjectiveText;
  readonly #map: YAMLMap;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(source: ObjectiveText, map: YAMLMap, entries: readonly Entry[]) {
    this.#source = source;
    this.#map = map;
    this.#entries = new Map(entries.map((entry) => [entry.key, entry]));
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  value(key: string): Node | undefined {
    return this.#source.resolved(this.#entries.get(key)?.value);
  }

  /** The text of a scalar without white space around it; undefined for other values, and if it is empty. */
  text(key: string): string | undefined {
    const value = this.value(key);
    const text = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    return text === '' ? undefined : text;
  }

  fields(key: string): Fields | undefined {
    return this.#source.fieldsOf(this.value(key));
  }

  /** The mappings in a list; a mapping that stands in the place of a list is one. */
  list(key: string): Fields[] {
    const value = this.value(key);
    const items = isSeq(value) ? childrenOf(value) : [value];
    const found: Fields[] = [];
    for (const item of items) {
      if (this.#source.exhausted) {
        break;
      }
      const fields = this.#source.fieldsOf(this.#source.resolved(item));
      if (fields !== undefined) {
        found.push(fields);
      }
    }
    return found;
  }

  /** Whether a template fills in the value: `{{ .Values.target }}`. */
  isFilledIn(key: string): boolean {
    const value = this.#entries.get(key)?.value ?? null;
    return !isAlias(value) && this.#source.written(value).slice(0, 1000).includes('{{');
  }

  /** Of a key; undefined if it is not there. */
  range(key: string): Range | undefined {
    const entry = this.#entries.get(key);
    return entry === undefined ? undefined : this.#source.rangeOf(entry.keyNode);
  }

  /** The line of the first of these keys that is there, else that of the mapping. 0-based. */
  line(...keys: readonly string[]): number {
    const found = keys.map((key) => this.range(key)).find((range) => range !== undefined);
    return (found ?? this.#source.rangeOf(this.#map)).start.line;
  }

  /** Offsets of the mapping. */
  get span(): { readonly start: number; readonly end: number } {
    const [start = 0, end = 0] = this.#map.range ?? [];
    return { start, end };
  }
}
